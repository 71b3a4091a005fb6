// To whom of the text a pronoun points, by the most certain rule first. What no rule settles stays open.
import type { Entity, Mention } from "../types.ts";
import { phraseAt } from "./phrases.ts";
import { startsPredicate } from "./reading.ts";
import { isArmed } from "./salience.ts";
import { lowerAt, type Scene, tokenAt } from "./scene.ts";
import { isPeople } from "./strangers.ts";
import type { Pronoun } from "./words.ts";

export interface Found {
  actor: string;
  /** Exclusive. */
  last: number;
  /** "the army", which is named in passing as often as it acts. */
  forces?: boolean;
}

export interface Candidate {
  mention: Mention;
  entity: Entity;
  subject: boolean;
}

/** "it is clear that", "it remains to be seen". */
const expletive = new Set("is was seems seemed appears appeared remains remained takes took would will 's has had may might could makes became".split(" "));
const sentencesBack = 2;
/** How far back a pronoun's name stands at the most, behind quotations. */
const quotedBack = 8;

/** By token: the index of the quotation that it stands in, from 1; 0 outside. */
export function quoteMarks(scene: Scene): Int32Array {
  const marks = new Int32Array(scene.words.length);
  scene.doc.quotes.forEach((quote, q) => {
    if (!quote.scare) marks.fill(q + 1, quote.first, quote.last);
  });
  return marks;
}

export function readPronoun(scene: Scene, i: number, pronoun: Pronoun, bySentence: readonly Candidate[][], inQuote: Int32Array): Found | null {
  if (pronoun === "it" && lowerAt(scene, i) === "it" && expletive.has(lowerAt(scene, i + 1)) && isExpletive(scene, i)) return null;
  const here = tokenAt(scene, i)?.sentence ?? 0;
  const quote = inQuote[i] as number;
  let block = scene.doc.sentences[here]?.block ?? 0;
  const doer = doerOf(scene, i, bySentence[here] ?? []);
  // "Norland accepted it": a plan more often than somebody else.
  if (doer && pronoun === "it") return null;
  for (let back = 0, s = here; back <= sentencesBack; back++, s--) {
    for (; quote === 0 && here - s < quotedBack && isQuoted(scene, s, inQuote); s--) if (scene.doc.sentences[s]?.block === block - 1) block--;
    const list = bySentence[s];
    if (list === undefined || (scene.doc.sentences[s]?.block ?? -1) < block - 1) break;
    const fitting = list.filter(
      ({ mention: m, entity }) =>
        m.last <= i && entity !== doer && agrees(scene, entity, m, pronoun) && (quote === 0 ? inQuote[m.first] === 0 : inQuote[m.first] === quote),
    );
    const own = ownsFighters(scene, i) ? fitting.filter(({ entity }) => isArmed(scene, entity)) : [];
    const actor =
      back === 0 && lowerAt(scene, i - 1) === "that" && quote === 0
        ? (lastSubject(fitting) ?? pick(fitting, pronoun))
        : pick(own.length > 0 ? own : fitting, pronoun);
    if (actor !== undefined) return actor === null ? null : { actor, last: i + 1 };
  }
  return null;
}

/** All of sentence `s` is somebody's words, in which nobody outside them is named. */
function isQuoted({ doc: { sentences } }: Scene, s: number, inQuote: Int32Array): boolean {
  const { first = 0, last = 0 } = sentences[s] ?? {};
  const quote = inQuote[first + 1];
  return last - first > 2 && quote !== 0 && quote === inQuote[last - 2];
}

/** Words in which another clause begins, whose pronoun may be the doer of this one. */
const joints = new Set([
  ",",
  ";",
  ":",
  "(",
  "–",
  "—",
  '"',
  "that",
  "who",
  "whom",
  "which",
  "what",
  "and",
  "but",
  "or",
  "because",
  "if",
  "when",
  "while",
  "as",
  "before",
  "after",
]);

/** "Marn met him": whoever does it to somebody else, who is not himself; null where the pronoun is no object of the clause. */
function doerOf(scene: Scene, i: number, here: readonly Candidate[]): Entity | null {
  const word = lowerAt(scene, i);
  const isObject =
    word === "him" ||
    word === "them" ||
    (word === "it" && !startsPredicate(scene, i + 1)) ||
    (word === "her" && !["NOUN", "ADJ", "PROPN", "NUM"].includes(tokenAt(scene, i + 1)?.tag ?? ""));
  const doer = isObject ? here.findLast(({ subject, mention: m }) => subject && m.last <= i) : undefined;
  if (!doer) return null;
  let from = doer.mention.last;
  if (lowerAt(scene, from) === "," && !startsPredicate(scene, ++from)) while (from < i && lowerAt(scene, from++) !== ",");
  for (let k = from; k < i; k++) if (joints.has(lowerAt(scene, k))) return null;
  return doer.entity;
}

/** "its fighters": a movement's, where the text has one. */
function ownsFighters(scene: Scene, i: number): boolean {
  const phrase = ["its", "their"].includes(lowerAt(scene, i)) ? phraseAt(scene, i + 1, (entry) => entry.kind === "group") : null;
  return phrase?.entry.kind === "group" && phrase.entry.noun.means === "fighters";
}

function isExpletive(scene: Scene, it: number): boolean {
  for (let i = it + 2; i < it + 6; i++) {
    const token = tokenAt(scene, i);
    if (!token || token.sentence !== tokenAt(scene, it)?.sentence) return false;
    if (token.lower === "that" || token.lower === "to" || token.lower === "whether" || token.lower === "not") return true;
  }
  return tokenAt(scene, it + 2)?.tag === "ADJ";
}

function agrees(scene: Scene, entity: Entity, { form, first, last }: Mention, pronoun: Pronoun): boolean {
  if (pronoun === "he" || pronoun === "she") return entity.kind === "person" && (entity.gender === null || entity.gender === pronoun);
  if (entity.kind === "person") return false;
  if (pronoun === "they")
    return (
      (form === "name" && entity.kind === "state" && isPeople(scene, last - 1)) ||
      entity.gender === "they" ||
      form === "group" ||
      entity.kind === "organisation" ||
      first < 0
    );
  return entity.kind === "state" || entity.kind === "organisation" || form === "pronoun";
}

/** "told the hosts that it": who tells, and not who is told. */
const lastSubject = (fitting: readonly Candidate[]): string | undefined => fitting.findLast(({ subject }) => subject)?.entity.id;

/** The only one, else the only subject; null where several remain, undefined where none fits. */
function pick(fitting: readonly Candidate[], pronoun: Pronoun): string | null | undefined {
  const actors = new Set(fitting.map(({ entity }) => entity.id));
  if (actors.size === 0) return undefined;
  if (actors.size === 1) return fitting[0]?.entity.id;
  const subjects = new Set(fitting.filter(({ subject }) => subject).map(({ entity }) => entity.id));
  if (subjects.size === 1) return [...subjects][0] as string;
  if (pronoun === "they") {
    const groups = new Set(fitting.filter(({ entity, mention: m }) => entity.kind === "group" || m.form === "group").map(({ entity }) => entity.id));
    if (groups.size === 1) return [...groups][0] as string;
  }
  const first = fitting.find(({ subject }) => subject);
  return (pronoun === "he" || pronoun === "she") && first ? first.entity.id : null;
}
