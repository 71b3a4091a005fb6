// Names, adjectives and peoples that the codebook knows, wherever they stand in the text. Decides who is named, not whether they act.
import type { Token } from "../types.ts";
import type { PhraseEntry } from "./compile.ts";
import { keysOf, likeness, plain } from "./forms.ts";
import type { NameEntry } from "./known-names.ts";
import { phraseAt } from "./phrases.ts";
import { caseAt, genderOf, glued, has, isPossessive, knownEntity, lowerAt, mention, type Scene } from "./scene.ts";
import { descend, type Node } from "./trie.ts";
import { Flag, type Word } from "./words.ts";

interface Match {
  first: number;
  /** Exclusive. */
  last: number;
  entries: NameEntry[];
}

/** Adds a mention for each known name. Linear: each token starts one walk, which ends with the longest name. */
export function findNames(scene: Scene): void {
  const houses = newsHouses(scene);
  const matches = collect(scene).filter(({ first, last }) => last - first > 1 || !houses.has(lowerAt(scene, first)));
  const full = new Set<string>();
  const named = new Set<string>();
  for (const { first, last, entries } of matches)
    for (const entry of entries) {
      if (entry.kind === "name" && last - first > 1 && !entry.common) full.add(entry.actor);
      if (!entry.common && entry.kind !== "short") named.add(entry.actor);
    }
  const bearers = surnamesOf(scene, full);
  for (const match of matches) {
    const chosen = choose(scene, match, full, named);
    if (chosen === null) continue;
    const entry = ofBearer(scene, match, chosen, full, bearers);
    if (entry.region !== null) {
      if (entry.region.collective !== null) mention(scene, match.first, match.last, entry.region.collective, "adjective");
      else scene.regions.set(match.last - 1, { first: match.first, region: entry.region });
    } else {
      const given = match.last - match.first === 1 && scene.index.actors.get(entry.actor)?.kind === "person" ? givenNameBefore(scene, match.first) : null;
      const isPlain = entry.kind === "adjective" || isCrowd(scene, match.first, entry);
      mention(scene, given ?? match.first, withAncestors(scene, match), entry.actor, isPlain ? "adjective" : "name");
    }
  }
  for (const { actor } of scene.mentions) knownEntity(scene, actor);
}

/** By its small letters, the surname of each person whom the text names in full. */
function surnamesOf({ index }: Scene, full: ReadonlySet<string>): ReadonlyMap<string, string> {
  const persons = [...full].flatMap((id) => index.actors.get(id) ?? []).filter(({ kind }) => kind === "person");
  return new Map(persons.map(({ id, name }) => [plain(name.split(" ").at(-1) as string), id]));
}

/** A body's one-word name in a text that names no such body in full, and in full a person who bears it as a surname: the person. */
function ofBearer(scene: Scene, { first, last }: Match, entry: NameEntry, full: ReadonlySet<string>, bearers: ReadonlyMap<string, string>): NameEntry {
  const bearer = last - first === 1 ? bearers.get(plain(scene.doc.tokens[first]?.text ?? "")) : undefined;
  if (bearer === undefined || full.has(entry.actor) || scene.index.actors.get(entry.actor)?.kind !== "organisation") return entry;
  return { actor: bearer, kind: "short", acronym: false, common: false, place: false, region: null };
}

/** "most Norlanders": people, and not their state. */
const isCrowd = (scene: Scene, first: number, { kind }: NameEntry): boolean => kind === "people" && scene.index.crowds.has(lowerAt(scene, first - 1));

/** "Lakeside, May 3, 2025 (NPF) - ": who sends the text, by whatever other name its letters stand elsewhere. */
function newsHouses(scene: Scene): Set<string> {
  const { tokens } = scene.doc;
  const houses = new Set<string>();
  for (let i = 1; i < tokens.length - 2; i++) {
    if (!scene.words[i]?.upper || lowerAt(scene, i - 1) !== "(" || lowerAt(scene, i + 1) !== ")" || !/^[-–—]$/.test(lowerAt(scene, i + 2))) continue;
    if (/^\d+$/.test(lowerAt(scene, i - 2)) || opensSentence(scene, i - 1)) houses.add(lowerAt(scene, i));
  }
  return houses;
}

/** "X bin Y" goes on as "X bin Y bin Z Al Q": the rest of a person's full name belongs to it. */
function withAncestors(scene: Scene, { first, last, entries }: Match): number {
  if (last - first < 2 || !entries.some((entry) => scene.index.actors.get(entry.actor)?.kind === "person")) return last;
  let end = last;
  while (has(scene, end, Flag.particle) && scene.doc.tokens[end]?.sentence === scene.doc.tokens[first]?.sentence) {
    let next = end + 1;
    while (has(scene, next, Flag.particle) || scene.doc.tokens[next]?.text === "-") next++;
    if (!scene.words[next]?.capital || scene.words[next]?.name || !scene.words[next]?.alphabetic) break;
    end = next + 1;
  }
  return end;
}

function collect(scene: Scene): Match[] {
  const matches: Match[] = [];
  for (let i = 0; i < scene.words.length; ) {
    const match = (scene.words[i] as Word).name === null ? null : longest(scene, i);
    // "the ethnic Norlandians" of another land
    if (match && lowerAt(scene, i - 1) !== "ethnic") matches.push(match);
    i = match ? match.last : i + 1;
  }
  return matches;
}

/** The longest name that begins at token `first` and is written as that name may be; a person's also with an initial that the codebook lacks: "Anna K. Lund". */
function longest(scene: Scene, first: number): Match | null {
  const found = longestFrom(scene, first, first + 1);
  const behind = behindInitial(scene, first + 1);
  if (behind === null || (found !== null && found.last >= behind)) return found;
  const person = longestFrom(scene, first, behind);
  const entries = person?.entries.filter(({ actor }) => scene.index.actors.get(actor)?.kind === "person") ?? [];
  return person && person.last > behind && entries.length > 0 ? { first, last: person.last, entries } : found;
}

/** `second` is the token with which the name goes on behind its first word. */
function longestFrom(scene: Scene, first: number, second: number): Match | null {
  const { tokens } = scene.doc;
  const sentence = (tokens[first] as Token).sentence;
  let node: Node<NameEntry> | null = (scene.words[first] as Word).name;
  let best: Match | null = null;
  for (let i = first; node !== null; ) {
    if (node.values.length > 0) {
      const entries = node.values.filter((entry) => fits(scene, entry, first, i + 1));
      if (entries.length > 0) best = { first, last: i + 1, entries };
    }
    if (node.next.size === 0) break;
    let next = i === first ? second : i + 1;
    while (next < tokens.length && isJoint(scene, next)) next++;
    const token = tokens[next];
    if (token === undefined || token.sentence !== sentence || (scene.words[next] as Word).keys.length === 0) break;
    node = descend(node, (scene.words[next] as Word).keys);
    i = next;
  }
  return best;
}

/** The token behind the initial at `i`; null where none stands there. */
function behindInitial(scene: Scene, i: number): number | null {
  if (!/^\p{Lu}\.?$/u.test(scene.doc.tokens[i]?.text ?? "")) return null;
  return lowerAt(scene, i + 1) === "." ? i + 2 : i + 1;
}

/** A hyphen, slash or point inside a name. */
const isJoint = (scene: Scene, i: number): boolean => {
  const text = scene.doc.tokens[i]?.text;
  return (text === "-" || text === "‑" || text === "–" || text === "/" || text === "." || text === "+") && glued(scene, i - 1) && glued(scene, i);
};

/** Whether capitals, or their lack, allow the form here. */
function fits(scene: Scene, entry: NameEntry, first: number, last: number): boolean {
  const word = scene.words[first] as Word;
  const mode = caseAt(scene, first);
  if (entry.common && last - first === 1 && lowerAt(scene, first - 1) !== "the") return false;
  if (entry.common) return true;
  if (entry.acronym) {
    if (word.capital && (word.upper || word.keys[0]?.length === 1 || /\d/.test(scene.doc.tokens[first]?.text ?? "")))
      return mode !== "upper" || !has(scene, first, Flag.english) || lowerAt(scene, first - 1) === "the";
    if (!scene.lowerText) return false;
    return has(scene, first, Flag.english) ? lowerAt(scene, first - 1) === "the" && (word.keys[0]?.length ?? 0) === 2 : true;
  }
  if (word.capital) return true;
  if (last - first > 1) return true;
  if (has(scene, first, Flag.english)) return scene.lowerText;
  return scene.lowerText || mode === "lower" || (word.keys[0]?.length ?? 0) >= 5;
}

/** The one entry that is meant; null where the form names nobody for certain. */
function choose(scene: Scene, match: Match, full: ReadonlySet<string>, named: ReadonlySet<string>): NameEntry | null {
  const { index } = scene;
  const single = match.last - match.first === 1;
  const sole = new Set(match.entries.map((entry) => entry.actor)).size === 1;
  const settled = match.entries.filter((entry) => full.has(entry.actor) || entry.kind !== "short" || (sole && isOfNamedState(scene, entry, named)));
  const candidates = settled.length > 0 ? settled : match.entries.filter((entry) => byTitle(scene, match, entry));
  if (settled.length === 0 && new Set(candidates.map((entry) => entry.actor)).size !== 1) return null;
  const entry = candidates.find((candidate) => full.has(candidate.actor)) ?? candidates.find((candidate) => candidate.kind === "name") ?? candidates[0];
  if (entry === undefined) return null;
  if (entry.common && match.last - match.first === 1) return named.has(entry.actor) ? entry : null;
  if (entry.common) return namedOtherwise(index.actors.get(entry.actor)?.party ?? null, entry.actor, named) ? entry : null;
  const person = index.actors.get(entry.actor)?.kind === "person";
  if (person && !single && endsInSyllable(scene, match.last)) return null;
  if (person && single) return isSurnameOf(scene, match, entry, full.has(entry.actor)) ? entry : null;
  if (entry.kind === "name" && index.actors.get(entry.actor)?.kind === "group" && match.entries.some((other) => other.kind === "people"))
    return match.entries.find((other) => other.kind === "people") ?? entry;
  if (!person && (partOfOtherName(scene, match, entry) || (isShared(scene, match, entry) && isOthers(scene, match.first, entry.actor)))) return null;
  return entry;
}

/** A short form, or, behind an owner, the name of a body that others have too: "Norland's presidential office". */
const isShared = (scene: Scene, { first, last }: Match, { kind }: NameEntry): boolean =>
  kind === "short" || (isPossessive(scene, first - 1) && has(scene, last - 1, Flag.body));

/** "the Norlandian Assembly", "the Union Assembly" where the codebook has another Assembly: an adjective, an owner or a capital before a short form makes it somebody else's. */
function isOthers(scene: Scene, first: number, actor: string): boolean {
  const before = isPossessive(scene, first - 1) ? first - 2 : first - 1;
  if (scene.doc.tokens[before]?.sentence !== scene.doc.tokens[first]?.sentence) return false;
  const { actors } = scene.index;
  const owner = scene.owner[before];
  if (owner) return (actors.get(owner.actor)?.party ?? owner.actor) !== actors.get(actor)?.party;
  return scene.words[before]?.capital === true && !opensSentence(scene, before) && caseAt(scene, first) === "cased";
}

/** "the House of Representatives" in a text that names the state whose house the codebook has under that short form. */
function isOfNamedState({ index }: Scene, { actor }: NameEntry, named: ReadonlySet<string>): boolean {
  const known = index.actors.get(actor);
  return known?.kind === "organisation" && known.country !== null && named.has(index.states.get(known.country) ?? "");
}

/** "Park Min" is not "Park Min-jun". */
function endsInSyllable(scene: Scene, last: number): boolean {
  const next = scene.doc.tokens[last + 1];
  return (
    /^[-‑]$/.test(scene.doc.tokens[last]?.text ?? "") &&
    glued(scene, last - 1) &&
    glued(scene, last) &&
    /^\p{Ll}{2,6}$/u.test(next?.text ?? "") &&
    next?.tag !== "VERB"
  );
}

const namedOtherwise = (party: string | null, actor: string, named: ReadonlySet<string>): boolean => named.has(actor) || (party !== null && named.has(party));

/** A shared surname behind a title that only one of its bearers holds: "President Marn". */
function byTitle(scene: Scene, { first }: Match, entry: NameEntry): boolean {
  const actor = scene.index.actors.get(entry.actor);
  if (actor?.kind !== "person" || !has(scene, first - 1, Flag.role)) return false;
  const title = lowerAt(scene, first - 1);
  return actor.roles.some((role) => role.title.toLowerCase().split(/[ ,]/).slice(0, 3).includes(title));
}

/**
 * Whether a surname (or a single name) alone is this person. Another given name before it is another person; so is another surname behind it.
 * A name that is an English word needs a title or the full name in the text.
 */
function isSurnameOf(scene: Scene, { first, last }: Match, entry: NameEntry, inFull: boolean): boolean {
  const actor = scene.index.actors.get(entry.actor);
  if (!actor) return false;
  const title = has(scene, first - 1, Flag.role | Flag.honorific) || (lowerAt(scene, first - 1) === "." && has(scene, first - 2, Flag.honorific));
  const lower = !(scene.words[first] as Word).capital;
  if (!inFull && !title && has(scene, first, Flag.english) && isCommonWord(scene, first)) return false;
  if (!inFull && scene.when !== null && startsLater(actor.roles, scene.when)) return false;
  if (!inFull && !title && isOddSpelling(scene, first, actor)) return false;
  if (addressedAsOther(scene, first, actor.name)) return false;
  if (lower) return true;
  if (/^(?:Jr|Sr|Junior|Senior)\.?$/.test(scene.doc.tokens[last]?.text ?? "")) return false;
  if (isNamePart(scene, last) && !has(scene, last, Flag.particle) && caseAt(scene, first) !== "title") return false;
  const before = givenNameBefore(scene, first) ?? (inFull ? null : namesakeBefore(scene, first));
  if (before === null) return true;
  const given = plain(scene.doc.tokens[before]?.text ?? "").replace(".", "");
  const own = plain(actor.name.split(" ")[0] as string);
  if (given.length === 1) return own.startsWith(given);
  return given[0] === own[0] && likeness(keysOf(given)[0] ?? "", keysOf(own)[0] ?? "") >= 0.34;
}

/** Five letters or fewer, and spelled as none of the person's names are: too little to know somebody by. */
function isOddSpelling(scene: Scene, i: number, { name, aliases }: { name: string; aliases: readonly string[] }): boolean {
  const written = plain(scene.doc.tokens[i]?.text ?? "");
  return written.length <= 5 && ![name, ...aliases].some((form) => plain(form).split(/[ -]/).includes(written));
}

/** "Ms Berg" where the Berg that is known is a man. */
function addressedAsOther(scene: Scene, i: number, name: string): boolean {
  const address = scene.index.address.get(lowerAt(scene, i - 1).replace(/\.$/, ""));
  const gender = genderOf(name, scene.index);
  return address !== undefined && gender !== null && address !== gender;
}

/** Lower case where the text has capitals, or a verb where it has none; at the head of a sentence a word that the text also writes small. */
function isCommonWord(scene: Scene, i: number): boolean {
  const token = scene.doc.tokens[i] as Token;
  if (scene.lowerText) return (token.tag !== "NOUN" && token.tag !== "PROPN") || !has(scene, i + 1, Flag.speech);
  return !(scene.words[i] as Word).capital || (opensSentence(scene, i) && scene.common.has(token.lower));
}

const startsLater = (roles: readonly { from?: string | undefined; at?: string | undefined }[], when: string): boolean => {
  const starts = roles.flatMap((role) => role.from ?? role.at ?? []);
  return starts.length > 0 && starts.every((start) => Number(start.slice(0, 4)) > Number(when.slice(0, 4)) + 3);
};

const opensSentence = (scene: Scene, i: number): boolean => scene.doc.sentences[scene.doc.tokens[i]?.sentence ?? -1]?.first === i;

/** Names somebody or something alone, and not only as the beginning of a longer name or as a form that others share. */
const isWholeName = ({ name }: Word): boolean => name?.values.some(({ kind }) => kind !== "short") ?? false;

/** A capitalised word that could belong to a personal name: no title, no name known, no word for bodies, places or days. */
function isNamePart(scene: Scene, i: number): boolean {
  const token = scene.doc.tokens[i];
  const word = scene.words[i];
  if (!token || !word?.capital || !word.alphabetic || word.upper || scene.owner[i]) return false;
  if (has(scene, i, Flag.role | Flag.modifier | Flag.honorific | Flag.notName | Flag.otherHead | Flag.groupModifier)) return false;
  return token.tag === "PROPN" && !isWholeName(word) && !scene.common.has(token.lower);
}

/** "Greg Berg, a dentist": a capitalised word at the head of the sentence, where an apposition tells who that is. */
function namesakeBefore(scene: Scene, surname: number): number | null {
  const before = surname - 1;
  return opensSentence(scene, before) && isNamePart(scene, before) && lowerAt(scene, surname + 1) === "," && /^(?:an?|the)$/.test(lowerAt(scene, surname + 2))
    ? before
    : null;
}

/** The token of a given name or initial before a surname; null where none stands there. */
function givenNameBefore(scene: Scene, surname: number): number | null {
  const before = surname - 1;
  return !isNamePart(scene, before) ||
    (opensSentence(scene, before) && !has(scene, before, Flag.given)) ||
    caseAt(scene, surname) === "title" ||
    scene.doc.tokens[before]?.sentence !== scene.doc.tokens[surname]?.sentence
    ? null
    : before;
}

/** Words of a body's name behind that of its country. */
const maxBody = 4;

/** "Norland Rights Forum": words with capitals and no owner up to one for a body, which is no office of the state. */
function beginsBody(scene: Scene, from: number): boolean {
  const { sentence } = scene.doc.tokens[from] as Token;
  if (phraseAt(scene, from, isOfState)) return false;
  for (let i = from; i < from + maxBody; i++) {
    const word = scene.words[i];
    if (!word?.capital || !word.alphabetic || scene.doc.tokens[i]?.sentence !== sentence || has(scene, i, Flag.role)) return false;
    if (has(scene, i, Flag.body | Flag.armed)) return true;
    if (isWholeName(word)) return false;
  }
  return false;
}

const isOfState = ({ kind }: PhraseEntry): boolean => kind === "group" || kind === "institution";

/** "Hillside Times", "Lakeside Agreement", "New Mexico", "Jordan Peterson": a known name that is a part of another one. */
function partOfOtherName(scene: Scene, { first, last }: Match, entry: NameEntry): boolean {
  if (entry.kind !== "name") return false;
  const before = scene.doc.tokens[first - 1]?.text;
  if (before === "New" || (before === "-" && glued(scene, first - 2) && glued(scene, first - 1) && ["pro", "anti"].includes(lowerAt(scene, first - 2))))
    return true;
  if (has(scene, first - 1, Flag.particle) && scene.words[first - 2]?.capital && !scene.owner[first - 2]) return true;
  if (has(scene, first - 1, Flag.otherHead) && scene.words[first - 1]?.capital && caseAt(scene, first) === "cased") return true;
  // "Anna Lion" is no Lion.
  const isGiven = has(scene, first - 1, Flag.given) || has(scene, first - 2, Flag.role | Flag.honorific);
  if (
    last - first === 1 &&
    isGiven &&
    isNamePart(scene, first - 1) &&
    scene.index.actors.get(entry.actor)?.kind === "organisation" &&
    caseAt(scene, first) === "cased"
  )
    return true;
  const next = scene.words[last];
  if (!next?.capital || caseAt(scene, first) === "upper") return false;
  if (has(scene, last, Flag.otherHead)) return true;
  if (caseAt(scene, first) === "cased" && scene.index.actors.get(entry.actor)?.kind === "state" && beginsBody(scene, last)) return true;
  return last - first === 1 && has(scene, first, Flag.givenPlace) && caseAt(scene, first) === "cased" && isNamePart(scene, last);
}
