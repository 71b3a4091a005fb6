// Spans of a text. Published offsets count Unicode code points; the extractor works in UTF-16 units and converts once, here.
import * as z from "zod";

/** A stretch of an article's text in code points: `start` from 0, `end` exclusive (W3C Web Annotation, TextPositionSelector). */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof Span>;

/** A span with the words it covers: `text` is always the slice of the article's text. */
export const QuotedSpan = Span.extend({ text: z.string() });
export type QuotedSpan = z.infer<typeof QuotedSpan>;

/** The words that a code-point span covers. Linear in the text; for many spans of one text use `codePointMap`. */
export function sliceByCodePoints(text: string, span: Span): string {
  return Array.from(text).slice(span.start, span.end).join("");
}

/** Converts UTF-16 offsets of `text` to code points in constant time each. Texts without surrogate pairs need no table. */
export function codePointMap(text: string): (utf16: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (utf16) => utf16;
  const before = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    before[i] = count;
    const unit = text.charCodeAt(i);
    const low = unit >= 0xdc00 && unit <= 0xdfff && i > 0 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800;
    if (!low) count++;
    else before[i] = count;
  }
  before[text.length] = count;
  return (utf16) => before[utf16] ?? count;
}
