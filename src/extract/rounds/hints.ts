// Small words of a sentence that say how many came, in which format, and what a trigger reaches. Makes no report.
import type { RoundFormat } from "../../domain/vocabulary.ts";
import type { Doc, Mention, Sentence, Token } from "../types.ts";
import { within } from "./people.ts";
import type { Sight } from "./sight.ts";
import type { Trigger } from "./triggers.ts";
import type { RoundsIndex } from "./words.ts";

/** Whether a call's object is a person and nothing else: "called the president's plan a trap" and "called A wrong" are none. */
export function reaches({ doc, mentions, cast }: Sight, trigger: Trigger): boolean {
  // "called his counterpart B": the name behind the possessive.
  const object = within(mentions, trigger.last, trigger.last + 12).find(
    ({ first, form }) => form !== "pronoun" || doc.tokens[first]?.tag !== "PRON" || !/^(?:his|her|its|their)$/.test(doc.tokens[first]?.lower ?? ""),
  );
  const next = object && doc.tokens[object.last];
  return (
    object !== undefined && cast.entities.get(object.actor)?.kind === "person" && next?.lower !== "'s" && !["ADJ", "NOUN", "DET"].includes(next?.tag ?? "")
  );
}

export function manyIn(doc: Doc, sentence: Sentence, index: RoundsIndex): boolean {
  for (let i = sentence.first + 1; i < sentence.last; i++) {
    if (!index.many.has((doc.tokens[i] as Token).lower)) continue;
    for (let k = i - 1; k >= Math.max(sentence.first, i - 2); k--)
      if ((doc.tokens[k] as Token).tag === "NUM" && !/^(one|two|three|2|3)$/.test((doc.tokens[k] as Token).lower)) return true;
  }
  return false;
}

export function formatIn(doc: Doc, sentence: Sentence, index: RoundsIndex): RoundFormat | null {
  for (let i = sentence.first; i < sentence.last; i++) {
    const first = index.formats.byFirst.get((doc.tokens[i] as Token).lower);
    const hit = first?.find(({ words }) => words.every((word, k) => doc.tokens[i + k]?.lower === word));
    if (hit) return hit.value;
  }
  return null;
}

/** Whether "where" stands between two triggers. */
export function isRelative({ tokens }: Doc, before: Trigger, { first }: Trigger): boolean {
  return tokens.slice(before.last, first).some(({ lower }) => lower === "where");
}

/** "their negotiators": of both sides, whomever the pronoun was taken for. */
export function isTheirTeam({ tokens }: Doc, { first, last, form }: Mention, index: RoundsIndex): boolean {
  return (
    form === "pronoun" && tokens[first]?.lower === "their" && index.delegates.has(tokens[last]?.lower ?? "") && (tokens[last] as Token).lower.endsWith("s")
  );
}
