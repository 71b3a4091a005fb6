// How the stances of two holders on one issue stand to each other (coding guide, 5). Looks at one issue at a time.
import type { Relation } from "../domain/analysis/words.ts";
import { stances } from "../domain/vocabulary.ts";
import type { Moment } from "./history.ts";

export interface Judgement {
  relation: Relation;
  /** The reason in words. */
  why: string;
}

/**
 * Agreed: the same stance, without a condition. Opposed: for against against, without a condition. Bridgeable: either of them with a condition, or where one side
 * only considers it or gives ground; also one side mixed and the other not, which the guide leaves open. Unknown: one is silent, or they name different targets,
 * so that each is silent on what the other speaks of. Symmetric.
 */
export function judge(a: Moment | null, b: Moment | null): Judgement {
  if (!a || !b) return { relation: "unknown", why: a || b ? "one side is silent" : "both sides are silent" };
  if (differentTargets(a, b)) return { relation: "unknown", why: "they speak of different targets" };
  const [one, other] = [a, b].map(({ stance }) => stance).sort((p, q) => stances.indexOf(p) - stances.indexOf(q));
  const same = one === other;
  const told = same ? `both are ${one}` : `one is ${one}, the other ${other}`;
  const openings = openingsOf([a, b]);
  if (openings.length > 0) return { relation: "bridgeable", why: `${told}, ${openings.join(", ")}` };
  if (same) return { relation: "agreed", why: `${told}, without a condition` };
  if (other === "mixed") return { relation: "bridgeable", why: `${told}: of two minds` };
  return { relation: "opposed", why: `${told}, without a condition` };
}

/** What leaves room: a condition that could be met, or an act that does not commit. */
function openingsOf(moments: readonly Moment[]): string[] {
  const some = (holds: (moment: Moment) => boolean, words: string) => (moments.some(holds) ? [words] : []);
  return [
    ...some(({ conditional }) => conditional, "under a condition"),
    ...some(({ act }) => act === "consider", "only considered"),
    ...some(({ act }) => act === "concede", "with a concession"),
  ];
}

/** Whether both name who would have to act, and nobody in common. */
function differentTargets(a: Moment, b: Moment): boolean {
  const [ours, theirs] = [a, b].map(({ statements }) => new Set(statements.map(({ target_id }) => target_id))) as [Set<string | null>, Set<string | null>];
  return !ours.has(null) && !theirs.has(null) && ![...ours].some((target) => theirs.has(target));
}
