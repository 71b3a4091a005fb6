// Writing to the streams of a command: whole, in order, and with nothing in it that steers a terminal.
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/** Results go to `stdout`, everything said about them to `stderr`. */
export interface Terminal {
  stdin: Readable;
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable & { isTTY?: boolean };
}

/** Characters of a line beyond which its end is written by itself: joined to it, it would make a second copy of what may be the document of a whole book. */
const long = 1 << 16;

/** Writes a line and waits where the reader is slower. */
export async function print(stream: Writable, line: string): Promise<void> {
  if (line.length > long) stream.write(line);
  if (!stream.write(line.length > long ? "\n" : `${line}\n`)) await once(stream, "drain");
}

/** A file name or reason on one line: control characters are shown as escapes. */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
