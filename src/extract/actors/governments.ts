// Whose government a text names: "the northern government", "Norland's government", "the government of Norland". So that "the government" can mean it.
import { firstFrom } from "../seek.ts";
import type { Mention } from "../types.ts";
import { phraseAt } from "./phrases.ts";
import { isPossessive, lowerAt, type Scene, tokenAt } from "./scene.ts";

export interface Governments {
  /** In text order: the token of the noun, and whose it is. */
  named: readonly { at: number; state: string }[];
  /** The state whose government is named most; null where two are named about as often, or none is. */
  most: string | null;
}

/** How many sentences back the one named last is meant. */
const reach = 2;
/** How many times as often as the next the one that is meant from afar must be named. */
const clearShare = 2;

/** The governments that a text names, but those of the states in `beside`. */
export function governmentsOf(scene: Scene, beside: ReadonlySet<string>): Governments {
  const named: { at: number; state: string }[] = [];
  const counts = new Map<string, number>();
  for (let at = 1; at < scene.words.length; at++) {
    const phrase = scene.words[at]?.phrase ? phraseAt(scene, at, (entry) => entry.kind === "anaphor" && entry.of === "state") : null;
    if (phrase === null) continue;
    const state = stateOf(scene, ownerBefore(scene, at)) ?? stateOf(scene, ownerBehind(scene, phrase.last));
    if (state === null || beside.has(state)) continue;
    named.push({ at, state });
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return { named, most: first && first[1] >= (second?.[1] ?? 0) * clearShare ? first[0] : null };
}

/** Whose government "the government" at token `i` is: the one named last, near by, else the one that the text names most. Null where neither stands out. */
export function governmentMeant(scene: Scene, { named, most }: Governments, i: number): string | null {
  const near = named[firstFrom(named, i, ({ at }) => at) - 1];
  const here = tokenAt(scene, i)?.sentence ?? 0;
  return near && here - (tokenAt(scene, near.at)?.sentence ?? 0) <= reach ? near.state : most;
}

const ownerBefore = (scene: Scene, at: number): Mention | undefined => scene.owner[isPossessive(scene, at - 1) ? at - 2 : at - 1];

const ownerBehind = (scene: Scene, last: number): Mention | undefined =>
  lowerAt(scene, last) === "of" ? scene.owner[lowerAt(scene, last + 1) === "the" ? last + 2 : last + 1] : undefined;

function stateOf(scene: Scene, owner: Mention | undefined): string | null {
  const entity = owner && scene.entities.get(owner.actor);
  return entity?.kind === "state" ? entity.id : null;
}
