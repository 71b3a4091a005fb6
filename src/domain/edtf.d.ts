// The part of the edtf package that Parley uses; it ships no types.
declare module "edtf" {
  /** `min` and `max` are milliseconds since 1970 UTC, or infinite where the date is open. */
  interface EdtfDate {
    readonly type: string;
    readonly edtf: string;
    readonly min: number;
    readonly max: number;
  }
  /** Throws where `text` is not EDTF. */
  export default function edtf(text: string): EdtfDate;
}
