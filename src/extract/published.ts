// The date of publication that a page prints on a line of its own or before its first sentence. Dates inside sentences are another stage's.

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const month = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
const patterns: { regex: RegExp; order: "ymd" | "dmy" | "mdy" }[] = [
  { regex: /\b((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, order: "ymd" },
  { regex: /\b(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)\b/, order: "dmy" },
  { regex: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month},?(?: of)? \\(?((?:19|20)\\d\\d)\\b`, "i"), order: "dmy" },
  { regex: new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?,? \\(?((?:19|20)\\d\\d)\\b`, "i"), order: "mdy" },
  { regex: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month}(?![a-z])`, "i"), order: "dmy" },
  { regex: new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)`, "i"), order: "mdy" },
];

/**
 * The first full date of a line as an EDTF day, `XXXX-MM-DD` where it gives no year; null where it holds none.
 * Numbers with dots or slashes are read day first, and month first where the day could not be a month.
 */
export function dateOfLine(line: string): string | null {
  for (const { regex, order } of patterns) {
    const match = regex.exec(line);
    if (!match) continue;
    const [a, b, c] = [match[1] as string, match[2] as string, match[3] ?? "XXXX"];
    const [year, first, second] = order === "ymd" ? [a, b, c] : [c, a, b];
    const byNumber = /^\d+$/.test(first) && /^\d+$/.test(second);
    let [m, d] = order === "mdy" || order === "ymd" ? [first, second] : [second, first];
    if (byNumber && order === "dmy" && Number(m) > 12) [m, d] = [d, m];
    const monthNumber = /^\d+$/.test(m) ? Number(m) : months.indexOf(m.slice(0, 3).toLowerCase()) + 1;
    if (monthNumber < 1 || monthNumber > 12 || Number(d) < 1 || Number(d) > 31) continue;
    return `${year}-${String(monthNumber).padStart(2, "0")}-${d.padStart(2, "0")}`;
  }
  return null;
}

/** Longer lines are prose. */
const longestLine = 200;
const years = /(?:19|20)\d\d/;
const monthNames = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
/** What parts a line of particulars: bars, dots, dashes between blanks, tags. */
const parts = /\s*[|·•<>]\s*|\s+(?:-|–|—)\s+|\s{2,}|\t/;
const weekdayName = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/i;
const clock = /\b\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\.?)?\b|\b(?:am|pm|[a-z]{3,4}t|utc)\b/gi;
const mostWords = 3;

/**
 * The date, with its year, of one part of a line of particulars ("By A. Writer | 12 May 2024 | 3 min read"), which holds little else: at most three words (names of cities in capitals apart) and an hour.
 * A line that opens with a weekday and its full date may go on as a sentence ("Friday 17 May 2024. You read this as a member."). Null for prose.
 */
export function dateOfParticulars(line: string): string | null {
  if (line.length > longestLine || !years.test(line)) return null;
  const whole = line.trim();
  const opening = weekdayName.test(whole) ? (whole.split(/\.\s/, 1)[0] as string) : "";
  const segments = /[.!?]["”’]?$/.test(whole) ? [opening] : whole.split(parts);
  if (segments.length === 1 && segments[0] !== opening) return null;
  for (const segment of segments) {
    if (!years.test(segment) || !(monthNames.test(segment) || /\d[-/.]\d/.test(segment))) continue;
    const date = dateOfLine(segment);
    if (date === null || date.startsWith("X")) continue;
    const words = segment.replace(clock, "").match(/\p{L}{2,}/gu) ?? [];
    const others = words.filter((word) => !weekdayName.test(word) && !monthNames.test(word.slice(0, 3)) && word !== word.toUpperCase());
    if (others.length <= mostWords) return date;
  }
  return null;
}

/** A line that is a month and a year and nothing else ("November 2025"), as EDTF; null else. */
export function monthOfLine(line: string): string | null {
  const match = alone.exec(line.trim());
  return match ? `${match[2]}-${String(months.indexOf((match[1] as string).toLowerCase()) + 1).padStart(2, "0")}` : null;
}

const alone = new RegExp(`^${month} ((?:19|20)\\d\\d)$`, "i");

/** A full date with the hour right behind it, as pages stamp their articles ("june 2, 2025 6:41 pm"): such a date counts in any line. Null where there is none. */
export function dateOfStamp(line: string): string | null {
  const match = stamp.exec(line.slice(0, 4 * longestLine));
  return match ? dateOfLine(match[0]) : null;
}

const stamp = new RegExp(
  `(?:\\b\\d{1,2} ${month},? (?:19|20)\\d\\d|\\b${month} \\d{1,2},? (?:19|20)\\d\\d|\\b(?:19|20)\\d\\d-\\d\\d-\\d\\d)(?:,| at| -| –)? \\d{1,2}[:.]\\d\\d`,
  "i",
);
