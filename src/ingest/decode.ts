// Bytes -> text in whichever encoding a real file comes in, or the reason why the bytes are no text. Never replaces or drops a byte in silence.

type Decoded = { text: string } | { refused: string };

/**
 * Tries in order: byte-order mark, UTF-16 by its NUL pattern, UTF-8, the charset that an HTML page declares, Windows-1252. Each must decode
 * without a flaw and look like text: the last one also in how its letters stand, since any bytes decode as Windows-1252.
 */
export function decode(bytes: Uint8Array, html = false): Decoded {
  const known = knownBinary(bytes);
  if (known !== null) return { refused: `is ${known}, not text` };
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return strictly("utf-8", bytes);
  if (startsWith(bytes, [0xff, 0xfe])) return strictly("utf-16le", bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return strictly("utf-16be", bytes);
  const utf16 = utf16ByNuls(bytes);
  if (utf16 !== null) return strictly(utf16, bytes);
  const shape = utf8Shape(bytes);
  if (shape.flaw === null) return strictly("utf-8", bytes);
  const charset = html ? declaredCharset(bytes) : null;
  if (charset !== null && charset !== "utf-8") return isLatin1(charset) ? checked(windows1252(bytes), charset) : strictly(charset, bytes);
  if (charset === "utf-8" || shape.sequences > shape.flaws) return { refused: `is UTF-8 damaged at byte ${shape.flaw}` };
  return asWindows1252(bytes);
}

const binaries: [string, number[]][] = [
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["a PDF document", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["a ZIP archive (or an office document)", [0x50, 0x4b, 0x03, 0x04]],
  ["an old office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a gzip archive", [0x1f, 0x8b]],
  ["an SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74]],
  ["a program", [0x7f, 0x45, 0x4c, 0x46]],
];

function knownBinary(bytes: Uint8Array): string | null {
  return binaries.find(([, magic]) => startsWith(bytes, magic))?.[0] ?? null;
}

function startsWith(bytes: Uint8Array, prefix: number[]): boolean {
  return prefix.every((byte, i) => bytes[i] === byte);
}

function strictly(label: string, bytes: Uint8Array): Decoded {
  try {
    return checked(new TextDecoder(label, { fatal: true }).decode(bytes), label);
  } catch (error) {
    // The label, not the bytes, is at fault.
    if (error instanceof RangeError) return { refused: `declares the charset "${label.slice(0, 40)}", which is not known here` };
    return { refused: `is not valid ${label.toUpperCase()}` };
  }
}

/** Refuses what decodes but is no text: control characters, and code points that Unicode has not given out, beyond one in 200. */
function checked(text: string, label: string): Decoded {
  const odd = count(text, /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]|[\p{Cn}\p{Co}]/gu);
  return odd * 200 > text.length
    ? { refused: `is not text: ${odd} of its ${text.length} characters are control codes or no characters at all (read as ${label.toUpperCase()})` }
    : { text };
}

/** Latin letters in UTF-16 leave a NUL in every other byte; other scripts still do for their blanks. Null where the NULs show no such pattern. */
function utf16ByNuls(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) i % 2 === 0 ? even++ : odd++;
  const enough = bytes.length / 40;
  if (odd > enough && even * 20 < odd) return "utf-16le";
  if (even > enough && odd * 20 < even) return "utf-16be";
  return null;
}

/** `flaw` is the offset of the first byte that is no UTF-8 (null: none); `sequences` and `flaws` count the right multi-byte sequences and the wrong bytes. */
function utf8Shape(bytes: Uint8Array): { flaw: number | null; flaws: number; sequences: number } {
  const shape = { flaw: null as number | null, flaws: 0, sequences: 0 };
  for (let i = 0; i < bytes.length; ) {
    const length = utf8Length(bytes, i);
    if (length > 1) shape.sequences++;
    if (length === 0) {
      shape.flaw ??= i;
      shape.flaws++;
    }
    i += length || 1;
  }
  return shape;
}

/** Length of the UTF-8 sequence at `i` (RFC 3629: shortest form, no surrogates), 0 where there is none. */
function utf8Length(bytes: Uint8Array, i: number): number {
  const lead = bytes[i] as number;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  for (let k = 1; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[i + 1] ?? 0;
  const bad = (lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f) || (lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f);
  return bad ? 0 : length;
}

/** The charset that a page names in its first 4,096 bytes, lower case. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return /<meta[^>]{0,200}charset\s{0,5}=\s{0,5}["']?([a-z0-9_:-]{2,40})/i.exec(head)?.[1]?.toLowerCase() ?? null;
}

function isLatin1(label: string): boolean {
  return ["windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii", "ascii"].includes(label);
}

// Bytes 0x80-0x9F; Node 20's own decoder for this label leaves them as control codes. The five that the code page does not give out stay so.
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function windows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (char) => upper[char.charCodeAt(0) - 0x80] as string);
}

function asWindows1252(bytes: Uint8Array): Decoded {
  const text = windows1252(bytes);
  const high = count(text, /[^\x00-\x7f]/g);
  const letters = count(text, /[À-ÖØ-öø-ÿ]/g);
  // "café", "Ölpreis", "à": an accented letter touches a plain one, or stands alone as a word.
  const plausible = count(text, /(?<=[a-zA-Z])[À-ÖØ-öø-ÿ]|[À-ÖØ-öø-ÿ](?=[a-zA-Z])|(?<=^|\s)[À-ÖØ-öø-ÿ](?=\s|$)/g);
  const strange = letters - plausible;
  if (/[\u0081\u008d\u008f\u0090\u009d]/.test(text) || letters * 4 > text.length || high * 2 > text.length || strange * 20 > letters) {
    return { refused: "is neither UTF-8 nor UTF-16, and does not read as Windows-1252 either; convert it to UTF-8" };
  }
  return checked(text, "windows-1252");
}

/** Number of matches, without an array of them: a file of noise has millions. */
function count(text: string, pattern: RegExp): number {
  let matches = 0;
  for (const _ of text.matchAll(pattern)) matches++;
  return matches;
}
