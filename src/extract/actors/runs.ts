// Runs of capitalised words that the codebook does not know: what may be a person's or an organisation's name. Decides nothing about what they are.
import type { BlockKind } from "../types.ts";
import { blockOf, caseAt, glued, has, isPossessive, lowerAt, type Scene } from "./scene.ts";
import { Flag } from "./words.ts";

export interface Run {
  first: number;
  /** Exclusive. */
  last: number;
  /** Where the name begins, behind titles written with capitals. */
  name: number;
  /** A title or an address stands inside the run, before the name. */
  titled: boolean;
}

const prose: ReadonlySet<BlockKind> = new Set(["paragraph", "item", "turn", "pullquote", "speaker", "stem"]);
const maxRun = 12;

/** All runs of the text in order. Titles, headings and sentences in capitals make none: there everything is capitalised. */
export function* findRuns(scene: Scene): Generator<Run> {
  for (let i = 0; i < scene.words.length; ) {
    if (!isCapital(scene, i) || caseAt(scene, i) !== "cased" || !prose.has(blockOf(scene, i).kind)) {
      i++;
      continue;
    }
    const last = endOfRun(scene, i);
    yield trimmed(scene, i, last);
    i = last;
  }
}

const isCapital = (scene: Scene, i: number): boolean => {
  const word = scene.words[i];
  return word?.capital === true && word.alphabetic && scene.owner[i] === undefined;
};

function endOfRun(scene: Scene, first: number): number {
  const { tokens } = scene.doc;
  const sentence = tokens[first]?.sentence;
  let last = first + 1;
  while (last < first + maxRun && tokens[last]?.sentence === sentence) {
    if (isCapital(scene, last)) last++;
    else if (isHyphen(scene, last) && isCapital(scene, last + 1)) last += 2;
    else if (isPossessive(scene, last) && has(scene, last - 1, Flag.notName | Flag.body | Flag.armed) && isCapital(scene, last + 1)) last += 2;
    else if (isOwners(scene, last) && has(scene, last + 1, Flag.armed | Flag.body) && isCapital(scene, last + 1)) last += 2;
    else if (last > first + 1 && isHyphen(scene, last) && isSyllable(scene, last + 1)) last += 2;
    else if (
      has(scene, last, Flag.particle) &&
      tokens[last]?.sentence === sentence &&
      (!prepositions.has(tokens[last]?.lower ?? "") || isHyphen(scene, last + 1))
    ) {
      let next = last + 1;
      while (has(scene, next, Flag.particle) || isHyphen(scene, next)) next++;
      if (next > last + 4 || tokens[next]?.sentence !== sentence || !isCapital(scene, next)) break;
      last = next + 1;
    } else break;
  }
  return last;
}

/** The apostrophe behind several owners: "Farmers' League". */
const isOwners = (scene: Scene, i: number): boolean =>
  /^['’]$/.test(scene.doc.tokens[i]?.text ?? "") && glued(scene, i - 1) && lowerAt(scene, i - 1).endsWith("s");

/** Particles of names ("at-Tall") that are English words on their own. */
const prepositions = new Set(["at", "as", "an"]);

const isHyphen = (scene: Scene, i: number): boolean => /^[-‑’']$/.test(scene.doc.tokens[i]?.text ?? "") && glued(scene, i - 1) && glued(scene, i);

/** Behind a role and `of`: "Secretary of State X Y", "Chief of the General Staff X Y". */
function isInOffice(scene: Scene, first: number): boolean {
  const of = lowerAt(scene, first - 1) === "the" ? first - 2 : first - 1;
  return (lowerAt(scene, of) === "of" || lowerAt(scene, of) === "for") && has(scene, of - 1, Flag.role);
}

/** The small second half of a given name: "Dong-young". */
const isSyllable = (scene: Scene, i: number): boolean => /^\p{Ll}{2,7}$/u.test(scene.doc.tokens[i]?.text ?? "") && scene.doc.tokens[i]?.tag !== "VERB";

function trimmed(scene: Scene, first: number, last: number): Run {
  let name = first;
  let titled = false;
  for (let i = first; i < last - 1; i++) {
    if (!has(scene, i, Flag.role | Flag.honorific) || (i > first && has(scene, i - 1, Flag.given))) continue;
    titled = true;
    name = i + 1;
    if (/^[-.]$/.test(lowerAt(scene, name))) name++;
  }
  if (!titled && isInOffice(scene, first)) {
    while (name < last && has(scene, name, Flag.modifier | Flag.notName | Flag.body | Flag.armed) && !has(scene, name, Flag.given)) name++;
    titled = name > first && name < last;
    if (!titled) name = first;
  }
  if (
    !titled &&
    name < last &&
    opensSentence(scene, name) &&
    !has(scene, name, Flag.given) &&
    (scene.doc.tokens[name]?.tag !== "PROPN" || scene.common.has(lowerAt(scene, name)))
  )
    name++;
  return { first, last, name, titled };
}

/** First in its sentence, or behind an opening quotation mark or a colon. */
export function opensSentence(scene: Scene, i: number): boolean {
  const { tokens } = scene.doc;
  if (scene.doc.sentences[tokens[i]?.sentence ?? -1]?.first === i) return true;
  return /^["“„«:(]$/.test(tokens[i - 1]?.text ?? "");
}
