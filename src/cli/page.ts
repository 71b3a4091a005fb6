// Lines for people: wrapped, indented, and coloured where a terminal reads them (never with NO_COLOR). Writes nothing.
import { styleText } from "node:util";
import { printable, type Terminal } from "./terminal.ts";

export type Style = Parameters<typeof styleText>[0];

const width = 100;

/** `text` in the style if `stream` is a terminal that shows colours, else as it is. */
export function paint(stream: Terminal["stdout"], style: Style, text: string): string {
  return styleText(style, text, { stream });
}

/** Lines of at most 100 columns, cut at blanks; a longer word stays whole. The first line begins with `lead`, the others with as many blanks. */
export function wrap(lead: string, text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of printable(text.replace(/\s+/g, " ").trim()).split(" ")) {
    if (line !== "" && lead.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((one, i) => (i === 0 ? lead : " ".repeat(lead.length)) + one);
}

/** The first words of a text, `limit` characters at most. */
export function brief(text: string, limit = 90): string {
  return text.length <= limit ? text : `${text.slice(0, text.lastIndexOf(" ", limit) + 1 || limit).trimEnd()} …`;
}
