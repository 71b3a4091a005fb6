// Whose government a text names: "the northern government", "Norland's government", "the government of Norland". So that "the government" can mean it.
import type { Mention } from "../types.ts";
import { phraseAt } from "./phrases.ts";
import { isPossessive, lowerAt, type Scene, tokenAt } from "./scene.ts";

interface Government {
  /** Token of the noun. */
  at: number;
  state: string;
}

/** How many sentences back the one named last is meant. */
const reach = 2;
/** How many times as often as the next the one that is meant from afar must be named. */
const clearShare = 2;

/** The governments that a text names, in its order, but those in `beside`. */
export function governmentsOf(scene: Scene, beside: ReadonlySet<string>): Government[] {
  const found: Government[] = [];
  for (let at = 1; at < scene.words.length; at++) {
    const phrase = scene.words[at]?.phrase ? phraseAt(scene, at, (entry) => entry.kind === "anaphor" && entry.of === "state") : null;
    if (phrase === null) continue;
    const state = stateOf(scene, ownerBefore(scene, at)) ?? stateOf(scene, ownerBehind(scene, phrase.last));
    if (state !== null && !beside.has(state)) found.push({ at, state });
  }
  return found;
}

/** Whose government "the government" at token `i` is: the one named last, near by, else the one that the text names most. Null where it names none, or several alike. */
export function governmentMeant(scene: Scene, governments: readonly Government[], i: number): string | null {
  const here = tokenAt(scene, i)?.sentence ?? 0;
  const near = governments.findLast(({ at }) => at < i);
  if (near && here - (tokenAt(scene, near.at)?.sentence ?? 0) <= reach) return near.state;
  const counts = new Map<string, number>();
  for (const { state } of governments) counts.set(state, (counts.get(state) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= (second?.[1] ?? 0) * clearShare ? first[0] : null;
}

const ownerBefore = (scene: Scene, at: number): Mention | undefined => scene.owner[isPossessive(scene, at - 1) ? at - 2 : at - 1];

const ownerBehind = (scene: Scene, last: number): Mention | undefined =>
  lowerAt(scene, last) === "of" ? scene.owner[lowerAt(scene, last + 1) === "the" ? last + 2 : last + 1] : undefined;

function stateOf(scene: Scene, owner: Mention | undefined): string | null {
  const entity = owner && scene.entities.get(owner.actor);
  return entity?.kind === "state" ? entity.id : null;
}
