// What a format of lists is. Knows none of them.
import type { Resource, ResourceName } from "../domain/resources/resource.ts";

/** A record as it is published, with its links and included records. */
export type ExportRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** The list that is written. */
export interface ExportedList {
  resource: Resource;
  /** The fields that were asked for, in that order. Null: all. */
  fields: readonly string[] | null;
  /** `bom=true`. */
  bom: boolean;
  /** Path and query of the list as it was asked, such as `/v1/positions.csv?stance=for`. */
  url: string;
  /** Where the server was asked, such as `https://example.org`, for links that stand outside of it. Empty: not known, so that links stay paths. */
  origin: string;
  dataset_version: string;
}

/** The parameters that a format may understand besides filters, `sort`, `limit` and `cursor`. Others are refused with it. */
export type ShapeParameter = "fields" | "include" | "bom";

export interface Format {
  /** What stands in `format=`. */
  name: string;
  /** With its dot; `/v1/rounds` and the suffix make a path. */
  suffix: string;
  /** Without parameters; what `Accept` is compared with. */
  media_type: string;
  /** Parameters of the `Content-Type`. */
  media_parameters: string;
  /** One sentence for the documentation. */
  description: string;
  resources: readonly ResourceName[];
  takes: readonly ShapeParameter[];
  /** Writes a whole list, piece by piece, in the order of its rows; they come in batches, perhaps in none. Keeps no batch. */
  write(batches: AsyncIterable<readonly ExportRow[]>, list: ExportedList): AsyncIterable<string>;
}
