// How a position is put forward that only its words together tell of: demanded, offered, accepted, as coded sentences taught. Where a frame or cue tells it, that counts.
import { type Act, acts } from "../../domain/vocabulary.ts";
import type { Token } from "../types.ts";
import { type ClassIndex, chancesOf } from "./word-classes.ts";

/** Every word may: "must", "not". */
export const tellsOfAct = (): boolean => true;

/** The sign of a row's issue: a truce is offered and accepted where recognition is refused. */
export const issueSign = (issue: string): string => `@${issue}`;

/** The class of a stance and an act. */
export const actClass = (stance: "for" | "against", act: Act): string => `${stance} ${act}`;

/** The likeliest act of a stance on an issue by the words from `first` up to `last`; where nothing was learned, a demand or a refusal. */
export function actBy(index: ClassIndex, tokens: readonly Token[], first: number, last: number, issue: string, stance: "for" | "against"): Act {
  const at = Array.from({ length: last - first }, (_, n) => first + n);
  const chances = chancesOf(index, tokens, at, issueSign(issue));
  let best: { act: Act; chance: number } = { act: stance === "for" ? "demand" : "refuse", chance: 0 };
  for (const act of acts) {
    const chance = chances[index.tables.classes.indexOf(actClass(stance, act))] ?? 0;
    if (chance > best.chance) best = { act, chance };
  }
  return best.act;
}
