// The city that a report is sent from, which "here" means. Knows nothing of meetings.
import type { Doc, Sentence, Token } from "../types.ts";
import { foldName, mentioned, type PlaceMention } from "./places.ts";
import { placesOf, type Sight } from "./sight.ts";

/** Sentences among which a dateline is looked for. */
const opening = 12;
const dashes = ["–", "—", "-", "--", ".–", ".—", ".-"];

/** A place that opens one of the first lines or follows an agency's name there, before a dash, a bracket or a date; null where none does. */
export function datelineOf(sight: Sight): PlaceMention | null {
  const { doc, index } = sight;
  for (const sentence of doc.sentences.slice(0, opening)) {
    const place =
      officeAt(sight, sentence) ??
      placesOf(sight, sentence).find(({ first }) => first === sentence.first || (first - sentence.first < 7 && (doc.tokens[first - 1] as Token).lower === ","));
    const city = place && !place.fine ? index.places.capitals.get(foldName(place.name)) : place;
    if (place && city && (city === place || foldName(city.name) === foldName(place.name))) {
      if (isSent(doc, place, sentence)) return mentioned(city, city.country, place.known, place.first, place.last, place.preposition);
    } else if (!place || place.first > sentence.first) {
      const unknown = unknownAt(sight, sentence);
      if (unknown) return unknown;
    }
  }
  return null;
}

/** Tokens of the longest name of an office. */
const longestOffice = 3;

/** "THE UNION (NPA) -": the name of a body in capitals, which is a place at the head of a report alone. */
function officeAt({ doc: { tokens, text }, index }: Sight, { first, last }: Sentence): PlaceMention | null {
  for (let end = first + 1; end <= Math.min(first + longestOffice, last); end++) {
    const name = text.slice((tokens[first] as Token).start, (tokens[end - 1] as Token).end);
    const place = name === name.toUpperCase() ? index.places.datelines.get(foldName(name)) : undefined;
    if (place) return mentioned(place, place.country, true, first, end, null);
  }
  return null;
}

/** "(", a dash, or a comma with a date or a dash after it: what stands between a dateline's city and the report. */
function isSent(doc: Doc, { first, last: end }: PlaceMention, sentence: Sentence): boolean {
  const last = behindList(doc, end);
  const after = doc.tokens.slice(last, last + 7).map(({ lower }) => lower);
  const dash = after.some((word) => dashes.includes(word) || word === "(");
  if (first > sentence.first) return after[0] === "," && dash && after.some((word) => /^\d/.test(word));
  const shouted =
    after[0] === ":" &&
    doc.text.slice((doc.tokens[first] as Token).start, (doc.tokens[last - 1] as Token).end).toUpperCase() === (doc.tokens[first] as Token).text;
  return shouted || after[0] === "(" || dashes.includes(after[0] ?? "") || (after[0] === "," && (dash || after.slice(0, 5).some((word) => /^\d/.test(word))));
}

/** "DOHA/KINSHASA, July 19": where the list of cities ends. */
function behindList({ tokens }: Doc, last: number): number {
  let k = listFrom(tokens, last);
  while (tokens[k]?.lower === "/" && tokens[k + 1]?.text === tokens[k + 1]?.text.toUpperCase()) {
    k++;
    while (k < last + 8 && /^\p{Lu}{2,}$/u.test(tokens[k]?.text ?? "")) k++;
  }
  return k;
}

/** "NORTHTOWN, Norland/LAKESIDE": where the stroke behind a city and its country stands, else `last`. */
const listFrom = (tokens: readonly Token[], last: number): number => (tokens[last]?.lower === "," && tokens[last + 2]?.lower === "/" ? last + 2 : last);

/** The dateline's city, where a meeting was that is told without a place; null where there is none, or several ("DOHA/KINSHASA"). */
export const soleCity = ({ tokens }: Doc, dateline: PlaceMention | null): PlaceMention | null =>
  dateline && tokens[listFrom(tokens, dateline.last)]?.lower !== "/" ? dateline : null;

/** Whether a place is one of the cities that a report is sent from, and not one of which it tells. */
export function isOfDateline({ tokens }: Doc, { first }: PlaceMention, dateline: PlaceMention | null): boolean {
  if (dateline === null || first < dateline.first || first > dateline.last + 6) return false;
  return first === dateline.first || tokens[first - 1]?.lower === "/";
}

/** Whether a date stands between the dateline's city and the report: the day of its sending. */
export function isSendingDay({ tokens }: Doc, { first, last }: { first: number; last: number }, dateline: PlaceMention | null): boolean {
  if (dateline === null || first < dateline.last || first > dateline.last + 8) return false;
  return (
    tokens.slice(dateline.last, first).every(({ tag, lower }) => tag === "PROPN" || tag === "PUNCT" || lower === "/") &&
    tokens.slice(last, last + 9).some(({ lower }) => dashes.includes(lower))
  );
}

/** "NAIVASHA, Kenya, Oct 20 (…) –": a name that the gazetteer lacks, before a comma, a day and a dash; its country where that stands between. */
function unknownAt(sight: Sight, sentence: Sentence): PlaceMention | null {
  const { tokens, text } = sight.doc;
  let last = sentence.first;
  while (last < Math.min(sentence.last, sentence.first + 5) && /^\p{Lu}|^(?:de|del|el|al|la)$/u.test((tokens[last] as Token).text)) last++;
  if (last === sentence.first || tokens[last]?.lower !== ",") return null;
  const after = tokens.slice(last, Math.min(sentence.last, last + 14));
  const dash = after.findIndex(({ lower }, k) => dashes.includes(lower) || (lower === ":" && /^\d{4}$/.test(after[k - 1]?.lower ?? "")));
  const before = dash < 0 ? after : after.slice(0, dash);
  if (dash < 0 || !before.some(({ lower }) => /^\d/.test(lower)) || before.some(({ tag }) => tag === "VERB")) return null;
  const name = text.slice((tokens[sentence.first] as Token).start, (tokens[last - 1] as Token).end);
  const country = sight.index.places.names.get(foldName(tokens[last + 1]?.text ?? ""))?.country ?? null;
  const written = name === name.toUpperCase() ? name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()) : name;
  return { name: written, country, city: null, fine: true, known: false, first: sentence.first, last, preposition: null };
}
