// Where the words behind a participle or passive begin that tell who did it: "signed by Norland", "signed in Lakeside in May by Norland and Sudland". Names nobody.
import type { Token } from "../types.ts";

/** Tokens in which it must come. */
const reach = 7;

/** What may stand before it: where, when. */
const between = new Set(["ADP", "PROPN", "NUM", "DET", "NOUN", "ADJ"]);

/** The token of "by" behind a verb that ends at token `last`, past a date or place; null where there is none before `end`. */
export function agentWordAfter(tokens: readonly Token[], last: number, end: number): number | null {
  for (let i = last; i < Math.min(last + reach, end); i++) {
    const { lower, tag } = tokens[i] as Token;
    if (lower === "by") return i;
    if (!between.has(tag)) return null;
  }
  return null;
}
