// Who stands beside the parties and who faces whom: mediators and hosts, and pairs that words join ("Norland and Sudland"). Reads words next to names, no clause.
import { partyOf } from "../party.ts";
import type { Mention } from "../types.ts";
import { has, lowerAt, marksDependence, type Scene, tokenAt } from "./scene.ts";
import { Flag } from "./words.ts";

/** Two sides that stand joined in the text, the second's mention ending before token `at`. */
export interface Pair {
  at: number;
  sides: readonly [string, string];
  /** "between Norland and Sudland": what the text tells of is between them. */
  between: boolean;
}

export interface Principals {
  /** Mediators and hosts. */
  beside: Set<string>;
  pairs: Pair[];
}

/** What may stand between the joint and the second name: "the movement and the northern prime minister Ivo Marn". */
const maxTitle = 5;
/** How far from its subject a verb of mediating stands. */
const reach = 4;

/** Needs all names; `mentions` in text order. */
export function findPrincipals(scene: Scene, mentions: readonly Mention[] = inOrder(scene)): Principals {
  const beside = new Set<string>();
  const pairs: Pair[] = [];
  mentions.forEach((made, m) => {
    const side = partyOf(scene.entities.get(made.actor));
    if (side === null || made.form === "pronoun" || marksDependence(scene, made.last)) return;
    const next = joinedTo(scene, mentions, m);
    const other = next && partyOf(scene.entities.get(next.actor));
    const helps = mediates(scene, made);
    if (helps) beside.add(side);
    if (!next || !other || other === side) return;
    if (helps || mediates(scene, next)) [side, other].forEach((id) => void beside.add(id));
    else if (!hangs(scene, made)) pairs.push({ at: next.last, sides: [side, other], between: lowerAt(scene, beforeArticle(scene, made)) === "between" });
  });
  return { beside, pairs };
}

const inOrder = ({ mentions }: Scene): Mention[] => [...mentions].sort((a, b) => a.start - b.start || b.end - a.end);

/** "would host no bases": nothing that is done in this text. */
const unreal = new Set(["would", "will", "could", "can", "may", "might", "must", "should", "not"]);

/** "Westland mediated", "brokered by Westland", "Westland's mediators", "Westland-brokered". */
function mediates(scene: Scene, { first, last, form }: Mention): boolean {
  const words = scene.index.mediating;
  for (let i = last; i < last + reach; i++) {
    const token = tokenAt(scene, i);
    if (!token || token.sentence !== tokenAt(scene, first)?.sentence || scene.owner[i] !== undefined) break;
    // "Westland and Ostland, which mediated"
    if (token.lower === "," && /^(?:which|who)$/.test(lowerAt(scene, i + 1))) continue;
    if (words.has(token.lower) || chairs(scene, i)) return !(token.lower.endsWith("ed") && lowerAt(scene, i + 1) === "by");
    if ((token.tag === "VERB" && lowerAt(scene, i + 1) !== "as") || token.tag === "PUNCT" || unreal.has(token.lower)) break;
    if (form === "name" && token.tag === "NOUN") break;
  }
  const link = beforeArticle(scene, { first });
  const led = lowerAt(scene, link - 1);
  return lowerAt(scene, link) === "by" ? words.has(led) || scene.index.chairing.has(led) : lowerAt(scene, link) === "of" && scene.index.auspices.has(led);
}

/** "chaired the third session", against "chairs the council", which is a body of its own. */
function chairs(scene: Scene, verb: number): boolean {
  if (!scene.index.chairing.has(lowerAt(scene, verb))) return false;
  for (let i = verb + 1; i <= verb + reach && tokenAt(scene, i)?.tag !== "PUNCT"; i++) {
    if (has(scene, i, Flag.venue)) return true;
    if (has(scene, i, Flag.body)) return false;
  }
  return true;
}

const facing = new Set(["between", "of", "among", "for"]);

/** "in a letter to Norland and Sudland": who is dealt with, and not who deal with each other. */
function hangs(scene: Scene, { first }: Mention): boolean {
  const token = tokenAt(scene, beforeArticle(scene, { first }));
  return token?.tag === "ADP" && token.sentence === tokenAt(scene, first)?.sentence && !facing.has(token.lower);
}

const beforeArticle = (scene: Scene, { first }: { first: number }): number => (lowerAt(scene, first - 1) === "the" ? first - 2 : first - 1);

/** The name that "and" joins to the mention, where they are two and no longer list. */
function joinedTo(scene: Scene, mentions: readonly Mention[], m: number): Mention | null {
  const made = mentions[m] as Mention;
  const sentence = tokenAt(scene, made.first)?.sentence;
  let i = made.last;
  if (lowerAt(scene, i) === "'s") i++;
  for (let k = 0; k < 2 && tokenAt(scene, i)?.tag === "NOUN"; k++) i++;
  if (lowerAt(scene, i) !== "and" && lowerAt(scene, i) !== "nor") return null;
  for (let n = m + 1; n < mentions.length; n++) {
    const next = mentions[n] as Mention;
    if (next.first > i + 1 + maxTitle || tokenAt(scene, next.first)?.sentence !== sentence) return null;
    if (next.first <= i || next.form === "pronoun") continue;
    if (marksDependence(scene, next.last)) continue;
    for (let k = i + 1; k < next.first; k++) {
      const inName = marksDependence(scene, k) || marksDependence(scene, k - 1);
      if (!inName && ["VERB", "AUX", "PUNCT", "ADP"].includes(tokenAt(scene, k)?.tag ?? "")) return null;
    }
    return isThirdOf(scene, made) ? null : next;
  }
  return null;
}

/** "Westland, Norland and Sudland". */
function isThirdOf(scene: Scene, { first }: Mention): boolean {
  const before = beforeArticle(scene, { first });
  return lowerAt(scene, before) === "," && scene.owner[before - 1] !== undefined;
}
