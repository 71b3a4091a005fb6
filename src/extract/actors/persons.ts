// Persons whom the codebook does not know: a capitalised run becomes one where a title, a role, a verb of speech or the company it keeps says so.
import { slug } from "../../domain/ids.ts";
import { keysOf } from "./forms.ts";
import { phraseAt } from "./phrases.ts";
import { partyOf, type Role, roleBefore, roleBehind } from "./roles.ts";
import { findRuns, type Run } from "./runs.ts";
import { caseAt, genderOf, has, isPossessive, lowerAt, mention, ownEntity, type Scene, slice, tokenAt } from "./scene.ts";
import { findUncapitalised } from "./uncapitalised.ts";
import { Flag } from "./words.ts";

/** The person named last in an enumeration, whose company the next name keeps; `party` where the enumeration is of one party ("envoys A and B"), else null. */
interface Company {
  last: number;
  party: string | null;
}

const places = new Set(["in", "at", "near", "into", "outside", "inside", "across", "around", "throughout"]);
const maxName = 6;
/** Tokens before a name in which the word stands that lists or leads: titles between them, or a description behind "led by". */
const reach = { titles: 4, description: 7 };

/** Adds mentions and provisional entities for unknown persons. `surnames` collects their last names, for later mentions by surname alone. */
export function findPersons(scene: Scene, surnames: Map<string, string>): void {
  let company: Company | null = null;
  for (const run of findRuns(scene)) {
    const made = considerRun(scene, run, knownCompany(scene, run.name) ?? company, surnames);
    if (made) company = made;
  }
  for (const run of findUncapitalised(scene)) considerRun(scene, run, null, surnames);
}

function considerRun(scene: Scene, run: Run, company: Company | null, surnames: Map<string, string>): Company | null {
  // A title in capitals can end the text.
  if (!tokenAt(scene, run.name)) return null;
  const last = endOfName(scene, run);
  const lower = caseAt(scene, run.name) === "lower";
  const count = lower ? last - run.name : countWords(scene, run.name, last);
  if (count === 0 || count > maxName || tokenAt(scene, run.name)?.tag === "DET" || !allNameLike(scene, run.name, last)) return null;
  const before = roleBefore(scene, run.name);
  if (before !== null && isOwnReporter(scene, before)) return null;
  const titled = run.titled || (before !== null && lowerAt(scene, run.name - 1) !== ",");
  if (count === 1 && !titled && !joins(scene, run.name, company)) return null;
  if (count === 1 && ((tokenAt(scene, run.name)?.text.length ?? 0) < 3 || has(scene, run.name, Flag.honorific))) return null;
  const behind = roleBehind(scene, last);
  const list = companionParty(scene, run.name);
  const joined = joins(scene, run.name, company);
  const owner = ownerBefore(scene, run.name) ?? ofParty(scene, last);
  const cue =
    titled ||
    (owner !== null && count > 1) ||
    (count > 1 && (servesBody(scene, last) || listedFor(scene, last))) ||
    behind !== null ||
    (before !== null && count > 1) ||
    list !== undefined ||
    (count > 1 && surnames.has(surnameKey(slice(scene, run.name, last)))) ||
    (count > 1 && (joined || speaks(scene, run.name, last) || (!lower && (has(scene, run.name, Flag.given) || hasParticle(scene, run.name, last)))));
  if (!cue) return null;
  if (
    !titled &&
    !has(scene, run.name, Flag.given) &&
    behind === null &&
    list === undefined &&
    (places.has(lowerAt(scene, run.name - 1)) || tokenAt(scene, run.name - 1)?.tag === "DET")
  )
    return null;
  if (!titled && (has(scene, last, Flag.placeAfter | Flag.otherHead) || has(scene, run.name - 1, Flag.introducer))) return null;

  const written = slice(scene, run.name, last).replace(/\.$/, "");
  const name = lower ? written.replace(/(?<!\p{L})\p{Ll}(?=\p{L}{2})/gu, (letter) => letter.toUpperCase()) : written;
  const known =
    count === 1
      ? (surnames.get(surnameKey(name)) ?? (titled ? surnames.get(givenKey(name)) : undefined))
      : endsNameOf(scene, surnames.get(surnameKey(name)), name);
  const id = known ?? slug(name);
  if (id === "") return null;
  const party =
    before !== null && isOwnRole(scene, before)
      ? null
      : (owner ?? partyOf(scene, before?.of ?? null) ?? partyOf(scene, behind?.of ?? null) ?? list ?? (joined && !titled ? company?.party : undefined) ?? null);
  const entity = ownEntity(scene, id, { name, kind: "person", party, gender: address(scene, run) ?? genderOf(name, scene.index) });
  addRoles(entity.roles, before, behind);
  if (count > 1 && !surnames.has(surnameKey(name))) surnames.set(surnameKey(name), id);
  if (count > 1 && before !== null && !surnames.has(givenKey(name))) surnames.set(givenKey(name), id);
  mention(scene, run.name, last, id, "name");
  return { last, party: (titled && /s$/.test(lowerAt(scene, run.name - 1))) || list !== undefined || joined ? entity.party : null };
}

/** "Berg Lund" behind "Ada Berg Lund", "Berg-Lund" behind "Ada Berg-Lund": the person of the text whose name ends so. */
function endsNameOf(scene: Scene, actor: string | undefined, name: string): string | undefined {
  const full = actor === undefined ? undefined : scene.entities.get(actor)?.name;
  return full?.endsWith(` ${name}`) ? actor : undefined;
}

/** "the northern reporter X Y": for whom nobody acts. */
const isOwnRole = (scene: Scene, { last }: Role): boolean => has(scene, last - 1, Flag.ownRole);

/** "Our correspondent in the capital, X Y": who writes is no actor. */
const isOwnReporter = (scene: Scene, { first }: Role): boolean => {
  for (let i = first - 1; i <= first; i++) if (lowerAt(scene, i) === "our") return /^(?:correspondent|reporter)/.test(lowerAt(scene, i + 1));
  return false;
};

/** Without a title that follows ("X Foreign Minister"). */
function endOfName(scene: Scene, run: Run): number {
  let last = run.name;
  while (last < run.last && !(last > run.name && has(scene, last, Flag.role | Flag.honorific) && !has(scene, last, Flag.given))) last++;
  return last;
}

function countWords(scene: Scene, first: number, last: number): number {
  let count = 0;
  for (let i = first; i < last; i++) if (scene.words[i]?.capital && !has(scene, i, Flag.particle)) count++;
  return count;
}

function allNameLike(scene: Scene, first: number, last: number): boolean {
  for (let i = first; i < last; i++) {
    const word = scene.words[i];
    if (/&|^(?:he|she|it|they|we|i)$/i.test(tokenAt(scene, i)?.text ?? "")) return false;
    // A short word inside a name ("Ada Mar Lund") is no month.
    if (i > first && i < last - 1 && (word?.keys[0]?.length ?? 0) <= 3) continue;
    if (has(scene, i, Flag.role) && !has(scene, i, Flag.given) && (i === first || i < last - 1)) return false;
    if (has(scene, i, Flag.notName | Flag.otherHead | Flag.armed | Flag.body | Flag.modifier | Flag.placeAfter) && !has(scene, i, Flag.given)) return false;
    if (word?.upper && (word.keys[0]?.length ?? 0) > 3 && last - first < 2) return false;
    if (
      word?.upper &&
      (word.keys[0]?.length ?? 0) > 1 &&
      last - first > 1 &&
      i === first &&
      /^\p{Lu}+$/u.test(tokenAt(scene, i)?.text ?? "") &&
      (tokenAt(scene, i)?.text.length ?? 0) > 2
    )
      return false;
  }
  return true;
}

/** Where people go by their first name a title leads to it: "General Birhanu". No word has this key. */
const givenKey = (name: string): string => `^${keysOf(name)[0] ?? ""}`;
export const surnameKey = (name: string): string => keysOf(name).at(-1) ?? "";

/** "X said", "said X", "according to X", "led by X". */
function speaks(scene: Scene, first: number, last: number): boolean {
  const behind = tokenAt(scene, last)?.tag === "ADV" ? last + 1 : last;
  if (has(scene, behind, Flag.speech) && tokenAt(scene, behind)?.tag !== "NOUN") return true;
  if (lowerAt(scene, last) === "," && lowerAt(scene, last + 1) === "who") return true;
  if (signs(scene, first, last) || describedSubject(scene, last)) return true;
  const before = lowerAt(scene, first - 1);
  if (has(scene, first - 1, Flag.speech) && tokenAt(scene, first - 1)?.tag === "VERB") return true;
  return (before === "to" && lowerAt(scene, first - 2) === "according") || (before === "by" && has(scene, first - 2, Flag.speech | Flag.roleVerb));
}

/** The name alone in brackets behind a quotation: “…” (X Y). */
const signs = (scene: Scene, first: number, last: number): boolean =>
  lowerAt(scene, first - 1) === "(" && /^[)/,]$/.test(lowerAt(scene, last)) && lowerAt(scene, first - 2) === '"';

/** Longest description, in tokens, between a name and its verb of speech. */
const maxDescription = 30;

/** "X, the unflappable lady from the lake, says": a description between commas, then a verb of speech. */
function describedSubject(scene: Scene, last: number): boolean {
  if (lowerAt(scene, last) !== "," || !/^(?:an?|the|one|our)$/.test(lowerAt(scene, last + 1))) return false;
  const sentence = tokenAt(scene, last)?.sentence;
  for (let i = last + 2; i < last + maxDescription && tokenAt(scene, i)?.sentence === sentence; i++)
    if (lowerAt(scene, i) === "," && has(scene, i + 1, Flag.speech) && tokenAt(scene, i + 1)?.tag === "VERB") return true;
  return false;
}

const hasParticle = (scene: Scene, first: number, last: number): boolean => {
  for (let i = first; i < last - 1; i++) if (has(scene, i, Flag.particle) && i > first) return true;
  return has(scene, first, Flag.particle) && last - first > 2;
};

/** Joined to the person named last by a comma or `and`. */
function joins(scene: Scene, first: number, company: Company | null): boolean {
  if (company === null) return false;
  let i = first - 1;
  if (lowerAt(scene, i) === "and" || lowerAt(scene, i) === "&") i--;
  if (lowerAt(scene, i) === ",") i--;
  return i < first - 1 && i + 1 === company.last;
}

/** The known person before the comma or `and`, whose list the name goes on with; null where none stands there. */
function knownCompany(scene: Scene, first: number): Company | null {
  let i = first - 1;
  if (lowerAt(scene, i) === "and" || lowerAt(scene, i) === "&") i--;
  if (lowerAt(scene, i) === ",") i--;
  const owner = i < first - 1 && tokenAt(scene, i)?.sentence === tokenAt(scene, first)?.sentence ? scene.owner[i] : undefined;
  const listed = owner && scene.entities.get(owner.actor)?.kind === "person" ? companionParty(scene, owner.first) : undefined;
  return owner && listed !== undefined ? { last: owner.last, party: listed } : null;
}

/** The party whose members are listed ("X's people, among them …", "the X delegation included …"); null for a list without one, undefined where there is no list. */
function companionParty(scene: Scene, first: number): string | null | undefined {
  const sentence = tokenAt(scene, first)?.sentence;
  for (let i = first - 1; i >= first - reach.description && tokenAt(scene, i)?.sentence === sentence; i--) {
    const phrase = i < first - reach.titles ? null : phraseAt(scene, i, (entry) => entry.kind === "companion");
    const led = lowerAt(scene, i) === "by" && has(scene, i - 1, Flag.roleVerb) && (i >= first - reach.titles || isDescription(scene, i + 1, first));
    if (!led && (!phrase || phrase.last > first)) continue;
    if (!led && phrase && !onlyTitles(scene, phrase.last, first)) continue;
    for (let k = i - 1; k >= i - 16 && tokenAt(scene, k)?.sentence === sentence; k--) {
      const owner = scene.owner[k];
      if (owner) return partyOf(scene, owner);
    }
    return null;
  }
  return undefined;
}

/** "a former pearl diver,": what stands between "led by" and the name. */
const isDescription = (scene: Scene, from: number, first: number): boolean => {
  if (tokenAt(scene, from)?.tag !== "DET" || lowerAt(scene, first - 1) !== ",") return false;
  for (let i = from + 1; i < first - 1; i++) if (tokenAt(scene, i)?.tag !== "NOUN" && tokenAt(scene, i)?.tag !== "ADJ") return false;
  return true;
};

const onlyTitles = (scene: Scene, from: number, to: number): boolean => {
  for (let i = from; i < to; i++)
    if (!has(scene, i, Flag.role | Flag.modifier | Flag.honorific) && tokenAt(scene, i)?.tag !== "DET" && scene.owner[i] === undefined) return false;
  return true;
};

/** "South Norland's X Y". */
function ownerBefore(scene: Scene, first: number): string | null {
  const owner = isPossessive(scene, first - 1) ? scene.owner[first - 2] : undefined;
  return owner && scene.entities.get(owner.actor)?.kind !== "person" ? partyOf(scene, owner) : null;
}

/** "Olaf al-Dahl of the movement", "X from the Y movement", "X from neighbouring Norland". */
function ofParty(scene: Scene, last: number): string | null {
  const link = lowerAt(scene, last) === "," ? last + 1 : last;
  if (lowerAt(scene, link) !== "of" && lowerAt(scene, link) !== "from") return null;
  const at = lowerAt(scene, link + 1) === "the" || tokenAt(scene, link + 1)?.tag === "ADJ" ? link + 2 : link + 1;
  return partyOf(scene, scene.owner[link + 1] ?? scene.owner[at] ?? null);
}

/** "Olaf Dahl for Norland, Ivo Marn for Sudland": who is told beside a side in a list of such. */
function listedFor(scene: Scene, last: number): boolean {
  const sentence = tokenAt(scene, last)?.sentence;
  if (sideBehindFor(scene, last) === null) return false;
  const { first, last: end } = scene.doc.sentences[sentence ?? -1] ?? { first: 0, last: 0 };
  for (let i = first; i < end; i++) if (i !== last && scene.words[i - 1]?.capital && sideBehindFor(scene, i) !== null) return true;
  return false;
}

/** The side behind a "for" at token `i` that ends its list item; null where there is none. */
function sideBehindFor(scene: Scene, i: number): string | null {
  if (lowerAt(scene, i) !== "for") return null;
  const owner = scene.owner[lowerAt(scene, i + 1) === "the" ? i + 2 : i + 1];
  return owner && /^(?:[,.;]|and)$/.test(lowerAt(scene, owner.last)) && scene.entities.get(owner.actor)?.kind !== "person" ? partyOf(scene, owner) : null;
}

/** "Olaf Dahl of the Lakeside Resistance": a body that nobody knows yet, by the word for it. */
function servesBody(scene: Scene, last: number): boolean {
  if ((lowerAt(scene, last) !== "of" && lowerAt(scene, last) !== "from") || lowerAt(scene, last + 1) !== "the") return false;
  for (let i = last + 2; scene.words[i]?.capital; i++) if (has(scene, i, Flag.armed | Flag.body)) return true;
  return false;
}

function address(scene: Scene, run: Run): "he" | "she" | null {
  for (let i = run.name - 1; i >= Math.max(run.first - 1, 0); i--) {
    const gender = scene.index.address.get(lowerAt(scene, i).replace(/\.$/, ""));
    if (gender) return gender;
    if (/woman$/.test(lowerAt(scene, i))) return "she";
    if (/[^o]man$/.test(lowerAt(scene, i))) return "he";
  }
  return null;
}

/** Adds the role phrases that the entity does not have yet, title before apposition. */
export function addRoles(roles: string[], ...found: (Role | null)[]): void {
  for (const role of found) if (role !== null && role.text !== "" && !roles.some((old) => old.toLowerCase() === role.text.toLowerCase())) roles.push(role.text);
}

/** Role phrases and addresses beside the names of all persons of the text, known or not. */
export function findRoles(scene: Scene): void {
  for (const made of scene.mentions) {
    if (made.form !== "name") continue;
    const entity = scene.entities.get(made.actor);
    if (entity?.kind !== "person" || isPossessive(scene, made.last)) continue;
    const before = roleBefore(scene, made.first);
    const behind = roleBehind(scene, made.last);
    addRoles(entity.roles, before, behind);
    entity.gender ??= address(scene, { first: made.first, last: made.last, name: made.first, titled: false });
    if (entity.provisional && !(before && isOwnRole(scene, before)))
      entity.party ??= partyOf(scene, before?.of ?? null) ?? partyOf(scene, behind?.of ?? null) ?? ofParty(scene, made.last);
  }
}
