// States and movements that the codebook does not know and that a text names by several words behind "the": "the Norland Islands", "the National Hearth". Bodies and armies by the words for them are organisations.
import { slug } from "../../domain/ids.ts";
import { findRuns, type Run } from "./runs.ts";
import { has, isPossessive, lowerAt, mention, ownEntity, type Scene, slice } from "./scene.ts";
import { doesAsSide, isServing, leastDeeds, notNames, ownsPeople, ownsState } from "./stranger-signs.ts";
import { Flag } from "./words.ts";

const realms = new Set([
  "islands",
  "isles",
  "republic",
  "kingdom",
  "emirates",
  "federation",
  "duchy",
  "sultanate",
  "principality",
  "provinces",
  "confederation",
]);
const longest = 4;

interface Place {
  first: number;
  last: number;
}

/** Adds an entity for each such name that somewhere shows what it is, and a mention wherever it stands. Comes before persons, who act for them. */
export function findRealms(scene: Scene): void {
  const kinds = new Map<string, "state" | "organisation">();
  const deeds = new Map<string, number>();
  const places: Place[] = [];
  for (const run of findRuns(scene)) {
    if (!mayBeRealm(scene, run)) continue;
    places.push({ first: run.name, last: run.last });
    const key = keyOf(scene, run.name, run.last);
    const done = doesAsSide(scene, run.last, run.name) ? (deeds.get(key) ?? 0) + 1 : 0;
    if (done > 0) deeds.set(key, done);
    const kind = kindOf(scene, run) ?? (done >= leastDeeds ? "organisation" : null);
    if (kind !== null && kinds.get(key) !== "state") kinds.set(key, kind);
  }
  const shorts = new Map<string, string>();
  for (const { first, last } of places) {
    const kind = kinds.get(keyOf(scene, first, last));
    if (kind === undefined) continue;
    const name = slice(scene, first, last);
    const id = slug(name);
    if (id === "" || scene.index.actors.has(id)) continue;
    ownEntity(scene, id, { name, kind, party: id, gender: "it" });
    mention(scene, first, last, id, "name");
    shorts.set(lowerAt(scene, last - 1), id);
  }
  if (shorts.size > 0) findShorts(scene, shorts);
}

/** "the Hearth" for "the National Hearth". */
function findShorts(scene: Scene, shorts: ReadonlyMap<string, string>): void {
  for (let i = 1; i < scene.words.length; i++) {
    const id = scene.words[i]?.capital && lowerAt(scene, i - 1) === "the" && !scene.words[i + 1]?.capital ? shorts.get(lowerAt(scene, i)) : undefined;
    if (id !== undefined && scene.owner[i] === undefined) mention(scene, i, i + 1, id, "name");
  }
}

const keyOf = (scene: Scene, first: number, last: number): string => slice(scene, first, last).toLowerCase();

function mayBeRealm(scene: Scene, { name: first, last, titled }: Run): boolean {
  if (titled || last - first < 2 || last - first > longest || lowerAt(scene, first - 1) !== "the") return false;
  for (let i = first; i < last; i++) {
    const isHead = i === last - 1 && realms.has(lowerAt(scene, i));
    const isOwn = !has(scene, i, (notNames & ~Flag.english) | Flag.armed | Flag.body) || (i === first && has(scene, i, Flag.modifier | Flag.groupModifier));
    if (!isHead && !isOwn) return false;
  }
  return true;
}

/** What the words beside one mention show; null where they show nothing. */
function kindOf(scene: Scene, { name: first, last }: Run): "state" | "organisation" | null {
  const isRealm = realms.has(lowerAt(scene, last - 1));
  if (ownsState(scene, last) || (isRealm && (isGoverned(scene, first) || doesAsSide(scene, last, first)))) return "state";
  return !isRealm && (isServed(scene, first) || (isPossessive(scene, last) && ownsPeople(scene, last))) ? "organisation" : null;
}

/** "the government of the Norland Islands". */
const isGoverned = (scene: Scene, first: number): boolean => lowerAt(scene, first - 2) === "of" && has(scene, first - 3, Flag.stateThing);

/** "fighters of the National Hearth", "nine deputies from the National Hearth". */
function isServed(scene: Scene, first: number): boolean {
  const link = lowerAt(scene, first - 2);
  return (link === "of" || link === "from") && isServing(scene, first - 3);
}
