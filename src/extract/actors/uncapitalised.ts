// What may be an unknown person's name in text written without capitals: a given name, or two words behind a title, with a second word beside it. Decides nothing.
import type { Run } from "./runs.ts";
import { caseAt, has, isPossessive, lowerAt, type Scene, tokenAt } from "./scene.ts";
import { Flag, namesNobody } from "./words.ts";

const nameTags: ReadonlySet<string> = new Set(["PROPN", "NOUN", "X", "ADJ"]);
const listed = namesNobody | Flag.speech | Flag.placeBefore | Flag.venue | Flag.stance;

/** Candidates in the sentences that have no capital, in order. Each is two to four words; behind a title ("minister elena marou said") the title stands before `name`. */
export function* findUncapitalised(scene: Scene): Generator<Run> {
  for (let i = 0; i < scene.words.length; i++) {
    if (caseAt(scene, i) !== "lower" || scene.owner[i]) continue;
    const titled = has(scene, i - 1, Flag.role | Flag.honorific) && tokenAt(scene, i - 1)?.sentence === tokenAt(scene, i)?.sentence;
    const given = has(scene, i, Flag.given);
    if (!given && !(titled && canBeName(scene, i))) continue;
    const last = endOfName(scene, i);
    if (last - i < 2 || isPossessive(scene, i + 1)) continue;
    if (!given && !endsAtVerb(scene, last)) continue;
    yield { first: titled ? i - 1 : i, last, name: i, titled };
    i = last - 1;
  }
}

function canBeName(scene: Scene, i: number): boolean {
  const token = tokenAt(scene, i);
  const word = scene.words[i];
  return Boolean(
    token &&
      word?.alphabetic &&
      token.text.length > 1 &&
      scene.owner[i] === undefined &&
      word.phrase === null &&
      !has(scene, i, listed) &&
      (nameTags.has(token.tag) || has(scene, i, Flag.given)),
  );
}

/** Behind the given name: particles and at most two more words. */
function endOfName(scene: Scene, first: number): number {
  const sentence = tokenAt(scene, first)?.sentence;
  let last = first + 1;
  let words = 1;
  while (words < 3 && tokenAt(scene, last)?.sentence === sentence) {
    if (lowerAt(scene, last) === "-" && canBeName(scene, last + 1)) last += 2;
    else if (has(scene, last, Flag.particle) && (canBeName(scene, last + 1) || lowerAt(scene, last + 1) === "-")) last++;
    else if (canBeName(scene, last)) {
      last++;
      words++;
    } else break;
  }
  return words < 2 ? first : last;
}

/** A verb of speech or a relative clause follows, or a comma. */
const endsAtVerb = (scene: Scene, last: number): boolean =>
  (has(scene, last, Flag.speech) && tokenAt(scene, last)?.tag === "VERB") || lowerAt(scene, last) === "," || lowerAt(scene, last) === "who";
