// How many days a round took, where the text gives one day of it and its length ("the three-day meeting", "the tenth day of the conference").
import { addDays, parsePoint, toEdtf } from "../dates/calendar.ts";
import type { Sentence, Token } from "../types.ts";
import type { Draft } from "./merge.ts";
import type { Sight } from "./sight.ts";
import type { Report } from "./types.ts";

/** Longer lengths are of wars and truces. */
const most = 14;

/** `when` of a draft, widened by its length: back from a day on which it stood or ended, forward from one on which it opens. Unchanged where it is no single day. */
export function lasting(sight: Sight, { when, reports, kind }: Draft): string | null {
  const day = when !== null && /^\d{4}-\d\d-\d\d$/.test(when) ? parsePoint(when) : null;
  if (day === null || kind === "call" || kind === "contact") return when;
  for (const report of reports) {
    const length = daysOf(sight, report);
    if (length === null || length.days < 2 || length.days > most) continue;
    const opens = !length.ordinal && reports.some((other) => other.when !== null && (other.opens || other.status === "planned"));
    return opens
      ? toEdtf({ from: day, to: addDays(day, length.days - 1), about: false })
      : toEdtf({ from: addDays(day, 1 - length.days), to: day, about: false });
  }
  return when;
}

/** "three-day", "three days of" and "the third day of" by a meeting's noun. */
function daysOf({ doc, index, datesIndex }: Sight, { trigger, sentence }: Report): { days: number; ordinal: boolean } | null {
  if (trigger.verb) return null;
  const { first } = doc.sentences[sentence] as Sentence;
  for (let k = Math.max(first, trigger.from - 4); k < trigger.first; k++) {
    const { lower } = doc.tokens[k] as Token;
    if (lower !== "day" && lower !== "days") continue;
    const hyphen = doc.tokens[k - 1]?.lower === "-";
    const number = doc.tokens[hyphen ? k - 2 : k - 1]?.lower ?? "";
    const of = doc.tokens[k + 1]?.lower === "of";
    if ((hyphen || of) && datesIndex.numbers.has(number)) return { days: datesIndex.numbers.get(number) as number, ordinal: false };
    if (of && index.ordinals.has(number)) return { days: index.ordinals.get(number) as number, ordinal: true };
  }
  return null;
}
