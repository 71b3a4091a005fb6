// The article's day as what other days are reckoned from. Where its year is unknown, the news of a report tells its weekday: "CITY, 3 May — … said on Tuesday".
import type { Doc, Sentence, Token } from "../types.ts";
import { type Anchor, type Point, weekday } from "./calendar.ts";
import { tenseAt } from "./tense.ts";
import type { DatesIndex } from "./words.ts";

/** What makes a weekday another than the report's own, right before it. */
const apart = new Set(["since", "until", "till", "before", "after", "by", "from", "following", "between", "and", "or"]);

export function anchorOf(doc: Doc, point: Point | null, index: DatesIndex): Anchor | null {
  if (point === null) return null;
  const { year, month, day } = point;
  return { year, month, day, weekday: day === null ? null : year === null ? newsDay(doc, index) : weekday(point) };
}

/** The weekday that the news is told of: the first one in the past, or "this" one. In 47 of 53 wire reports it was the dateline's day. Null where the first sentence names none. */
function newsDay(doc: Doc, index: DatesIndex): number | null {
  const lead = doc.sentences.find(({ block }) => doc.blocks[block]?.kind === "paragraph");
  for (let i = lead?.first ?? 0; lead && i < lead.last; i++) {
    const { lower } = doc.tokens[i] as Token;
    const day = index.shortWeekdays.has(lower) ? undefined : index.weekdays.get(lower);
    if (day !== undefined) return isNews(doc, i, lead, index) ? day : null;
  }
  return null;
}

function isNews(doc: Doc, i: number, sentence: Sentence, index: DatesIndex): boolean {
  const before = i > sentence.first ? (doc.tokens[i - 1] as Token).lower : "";
  if (index.current.has(before)) return true;
  if (apart.has(before) || index.last.has(before) || index.next.has(before) || doc.tokens[i + 1]?.lower === "'s") return false;
  return tenseAt(doc, i, i + 1, index) === "past";
}
