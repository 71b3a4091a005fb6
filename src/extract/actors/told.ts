// The one side of whose doings a sentence tells: for whom an office holder without a country, or nobody by name, speaks in it.
import type { Doc, Entity, Mention, Token } from "../types.ts";

/** What somebody else must or might do is told by its adversaries too. */
const obliging = new Set(["must", "should", "ought", "need", "needs", "can", "could", "may", "might", "continue", "continues"]);

/** "Norland will not sign": the mention is of a state or movement that does something, and that nobody owns or obliges. */
export function isToldOf(doc: Doc, { first, last, form, acts }: Mention, entity: Entity | undefined): boolean {
  if (!acts || form === "pronoun" || form === "adjective" || !entity || entity.kind === "person" || entity.party !== entity.id) return false;
  const { tokens } = doc;
  const before = tokens[tokens[first - 1]?.lower === "the" ? first - 2 : first - 1];
  if (before && before.sentence === tokens[first]?.sentence && (before.tag === "ADP" || before.lower === "which")) return false;
  for (let i = last; i < last + 3; i++) {
    const { tag, lower } = (tokens[i] ?? tokens[last - 1]) as Token;
    if (tag === "AUX" || tag === "VERB") return !obliging.has(lower) && !lower.endsWith("ing") && tokens[i + 1]?.lower !== "to";
    if (tag !== "ADV") return false;
  }
  return false;
}

/** The only one among the sides told of; null where there is none or several. */
export function onlySide(sides: readonly string[]): string | null {
  return sides.length > 0 && sides.every((side) => side === sides[0]) ? (sides[0] as string) : null;
}
