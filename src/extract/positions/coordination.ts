// Actors that words join: lists with "and", a person behind a title, who is named beside another. Knows no verb and no stance.
import { isHyphen } from "../hyphens.ts";
import type { Mention, Token } from "../types.ts";
import type { View } from "./view.ts";

const joins = new Set([",", "and", "&", "or", "nor", "the"]);

/** "Norland and Sudland", "Norland, Sudland and Westland", "the northern president and the southern chancellor". */
export function coordinated(view: View, start: Mention, last: number): string[] {
  return runOf(view, start, last).flatMap((mention) => [mention, ...(view.parts.get(mention) ?? [])].map(({ actor }) => actor));
}

/** The mentions that "and" and commas join to `start`, itself the first. */
function runOf(view: View, start: Mention, last: number): Mention[] {
  const { tokens } = view.doc;
  const run = [headOf(view, start, last)];
  let i = (run[0] as Mention).last;
  while (i < last) {
    let j = i;
    while (j < last && joins.has((tokens[j] as Token).lower) && view.mentionAt[j] === undefined) j++;
    const joint = j;
    if (j > i) j = compoundEnd(view, j);
    const described = j;
    while (
      j > i &&
      j < last &&
      j - described < 4 &&
      view.mentionAt[j] === undefined &&
      ["NUM", "ADJ", "DET", "NOUN", "PROPN"].includes((tokens[j] as Token).tag) &&
      (tokens[j] as Token).lower !== "both"
    )
      j++;
    const named = view.mentionAt[j];
    const titled = tokens.slice(described, j).some(({ tag }) => tag === "NOUN" || tag === "PROPN");
    if (titled && named && view.cast.entities.get(named.actor)?.kind !== "person") break;
    if (joint === i || j >= last || !named || named.first !== j || ((tokens[joint - 1] as Token).lower === "," && !hasAnd(tokens, j, last))) break;
    const next = headOf(view, named, last);
    const apposed = endOfApposition(view, run.at(-1) as Mention, next);
    if (apposed === null) run.push(next);
    i = apposed ?? next.last;
  }
  return run;
}

/** "the Norland-backed rebels", "the Norland-brokered truce": the index behind a compound that begins with the name at `i`; `i` where none does. */
export function compoundEnd({ doc: { tokens }, mentionAt }: View, i: number): number {
  const end = mentionAt[i]?.last ?? -1;
  return isHyphen(tokens, end) && tokens[end + 1]?.tag === "VERB" ? end + 2 : i;
}

/** "Marn, the Norish president, and Lind": the index after an office that tells of the person before it; null where it is somebody else's. */
function endOfApposition({ doc, cast }: View, before: Mention, next: Mention): number | null {
  const person = cast.entities.get(before.actor);
  if (next.form !== "adjective" || person?.kind !== "person" || person.party !== next.actor) return null;
  let end = next.last;
  while (["NOUN", "ADJ", "PROPN"].includes(doc.tokens[end]?.tag ?? "")) end++;
  return end > next.last ? end : null;
}

/** "Northern Prime Minister Ivo Marn", "Sudland's Ada Lind": the person that an adjective or possessor only introduces. */
function headOf(view: View, mention: Mention, last: number): Mention {
  const reach = isPossessive(view, mention) ? 6 : 4;
  for (let i = mention.last; i < Math.min(mention.last + reach, last); i++) {
    const next = view.mentionAt[i];
    if (next && next !== mention) return isOwned(view, mention, next) ? next : mention;
    const { tag, lower } = view.doc.tokens[i] as Token;
    if (!["NOUN", "PROPN", "ADJ", "PART"].includes(tag) && lower !== "'s" && lower !== "-") return mention;
  }
  return mention;
}

/** A person behind an adjective or possessor, or a movement right behind its country's name: "Westland's Northern Front". */
function isOwned({ cast }: View, mention: Mention, next: Mention): boolean {
  const kind = cast.entities.get(next.actor)?.kind;
  if (kind === "person") return true;
  return kind === "organisation" && ["name", "group"].includes(next.form) && mention.form !== "adjective" && next.first - mention.last <= 1;
}

const companions = ["together", "along", "jointly", "alongside", "well"];

/** "Marn signed, together with Lind", "Sudland, as well as Westland, wants": who is named beside the subject. */
export function besides(view: View, from: number, to: number): string[] {
  const { tokens } = view.doc;
  for (let i = from; i < to; i++) {
    if (!companions.includes((tokens[i] as Token).lower)) continue;
    const j = ["with", "as"].includes(tokens[i + 1]?.lower ?? "") ? i + 2 : i + 1;
    if (j === i + 1 && (tokens[i] as Token).lower !== "alongside") continue;
    for (let k = j; k < Math.min(j + 4, to); k++) {
      const mention = view.mentionAt[k];
      if (mention) return mention.acts ? coordinated(view, mention, to) : [];
      if (!["DET", "ADJ", "NOUN", "PROPN", "NUM"].includes((tokens[k] as Token).tag)) break;
    }
  }
  return [];
}

function hasAnd(tokens: readonly Token[], from: number, last: number): boolean {
  for (let i = from; i < Math.min(from + 20, last); i++) if ((tokens[i] as Token).lower === "and") return true;
  return false;
}

/** "talks between Marn and Lind", "a meeting with Marn, Lind and Roe": where the list ends that a preposition governs. Behind a comma a list that reaches the verb is its subject. */
export function endOfList(view: View, mention: Mention, last: number): number {
  const run = runOf(view, mention, last);
  const end = (run.at(-1) as Mention).last;
  if (view.doc.tokens[mention.last]?.lower === ",") return run.length > 2 && last - end > 1 ? end : mention.last;
  return run.length > 1 ? end : mention.last;
}

export function isPossessive(view: View, mention: Mention): boolean {
  const { tokens } = view.doc;
  const next = tokens[mention.last];
  const final = tokens[mention.last - 1] as Token;
  return (
    mention.form === "adjective" ||
    next?.lower === "'s" ||
    next?.lower === "'" ||
    final.lower === "'s" ||
    final.lower.endsWith("s'") ||
    ["its", "his", "her", "their"].includes(final.lower)
  );
}
