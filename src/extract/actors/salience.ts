// Which armed organisation and which state stand out in a text, so that "the movement" and "the government" can mean them. Reads no single sentence.
import type { Entity } from "../types.ts";
import { landOf } from "./land.ts";
import type { Pair } from "./principals.ts";
import { lowerAt, type Scene } from "./scene.ts";
import { Flag } from "./words.ts";

export interface Salience {
  armed: string | null;
  /** Null where none stands out; in a text that names no state, the one in whose land it happens. */
  state: string | null;
}

/** How many times as often as the next of its kind the one that a bare noun means must be named. */
const clearShare = 2;

/** And how many times as often it must act where it is not. */
const clearDeeds = 4;

const nobody: ReadonlySet<string> = new Set();
const neighbourly = new Set(["neighbouring", "neighboring"]);

/**
 * The armed organisation and the state that the text names `share` times as often as any other and at least `least` times, or lets act so much oftener, those in `beside` and neighbours aside;
 * else the state that `pairs` set against the movement alone, or in whose land it fights. Null where none stands out so.
 */
export function saliences(scene: Scene, share = clearShare, least = 1, beside: ReadonlySet<string> = nobody, pairs: readonly Pair[] = []): Salience {
  const without = new Set(beside);
  for (const { actor, first } of scene.mentions) if (neighbourly.has(lowerAt(scene, first - 1))) without.add(actor);
  const counts = new Map<string, number>();
  const deeds = new Map<string, number>();
  for (const { actor, acts } of scene.mentions) {
    const party = scene.entities.get(actor)?.party;
    for (const id of party && party !== actor && scene.entities.has(party) ? [actor, party] : [actor]) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if (acts) deeds.set(id, (deeds.get(id) ?? 0) + 1);
    }
  }
  const leading = (wanted: (entity: Entity) => boolean, among = counts, by = share): string | null | undefined => {
    const [first, second] = [...among]
      .filter(([id]) => !without.has(id) && wanted(scene.entities.get(id) as Entity))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (first === undefined) return undefined;
    return first[1] >= least && (second === undefined || first[1] >= second[1] * by) ? first[0] : null;
  };
  const armed = leading((entity) => isArmed(scene, entity)) ?? null;
  const isState = ({ kind }: Entity): boolean => kind === "state";
  const state = leading(isState) === null ? (leading(isState, deeds, clearDeeds) ?? null) : leading(isState);
  if (state !== null) return { armed, state: state === undefined ? landOf(scene, armed) : state };
  const foe = foeOf(scene, pairs, without);
  if (foe !== null) return { armed, state: foe };
  const home = armed === null ? null : landOf(scene, armed);
  const most = Math.max(...[...counts].map(([id, count]) => (scene.entities.get(id)?.kind === "state" && !without.has(id) ? count : 0)));
  return { armed, state: home !== null && !without.has(home) && (counts.get(home) ?? 0) * clearShare >= most ? home : null };
}

/** "between Norland and the Front": the one state that stands joined with an armed organisation. */
function foeOf(scene: Scene, pairs: readonly Pair[], without: ReadonlySet<string>): string | null {
  const foes = new Set<string>();
  for (const { sides } of pairs) {
    const [one, two] = sides.map((id) => scene.entities.get(id));
    const state = one?.kind === "state" ? one : two;
    const other = state === one ? two : one;
    if (state?.kind === "state" && other && isArmed(scene, other) && !without.has(state.id) && !without.has(other.id)) foes.add(state.id);
  }
  return foes.size === 1 ? ([...foes][0] as string) : null;
}

/** An organisation that is its own party and whose names hold no word for bodies of states and offices, or hold one for fighting. */
export function isArmed(scene: Scene, entity: Entity): boolean {
  if (entity.kind !== "organisation" || entity.party !== entity.id) return false;
  const actor = scene.index.actors.get(entity.id);
  const flags = [entity.name, ...(actor?.aliases ?? [])]
    .flatMap((name) => name.toLowerCase().split(/[^\p{L}']+/u))
    .reduce((all, word) => all | (scene.index.flags.get(word) ?? 0), 0);
  return (
    (flags & Flag.armed) !== 0 || ((flags & Flag.body) === 0 && !entity.provisional && (actor?.aliases.length ?? 0) > 0 && !/^[A-Z0-9+-]+$/.test(entity.name))
  );
}
