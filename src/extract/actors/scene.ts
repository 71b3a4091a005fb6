// The working state of one text while its cast is found: words, mentions so far, and who they are. Lives for one call of findCast.
import type { Region } from "../../domain/codebook/groups.ts";
import { isHyphen } from "../hyphens.ts";
import type { Block, Doc, Entity, Mention, MentionForm, Sentence, Token } from "../types.ts";
import type { CastIndex } from "./compile.ts";
import { keysOf } from "./forms.ts";
import { type Word, wordsOf } from "./words.ts";

/** How a sentence uses capitals. */
export type Case = "cased" | "lower" | "upper" | "title";

export interface Scene {
  doc: Doc;
  index: CastIndex;
  /** ISO day; null where the article's day is unknown. */
  when: string | null;
  words: Word[];
  /** By sentence. */
  cases: Case[];
  /** The whole text does without capitals. */
  lowerText: boolean;
  mentions: Mention[];
  /** By token: the mention by name or adjective that covers it. */
  owner: (Mention | undefined)[];
  entities: Map<string, Entity>;
  /** By token: whether a group covers it. */
  grouped: Uint8Array;
  /** Adjectives of regions without an actor of their own ("Arab"), by their last token. */
  regions: Map<number, { first: number; region: Region }>;
  /** Words that the text also writes without a capital, in lower case. */
  common: Set<string>;
}

export function openScene(doc: Doc, index: CastIndex, when: string | null): Scene {
  const words = wordsOf(doc.tokens, index);
  const common = new Set<string>();
  let capitals = 0;
  let letters = 0;
  words.forEach((word, i) => {
    if (!word.alphabetic) return;
    letters++;
    if (word.capital) capitals++;
    else common.add((doc.tokens[i] as Token).lower);
  });
  return {
    doc,
    index,
    when,
    words,
    cases: doc.sentences.map((sentence) => caseOf(sentence, words, !isProse(doc, sentence))),
    lowerText: letters > 0 && capitals < letters / 25,
    mentions: [],
    owner: new Array(doc.tokens.length),
    entities: new Map(),
    grouped: new Uint8Array(doc.tokens.length),
    regions: new Map(),
    common,
  };
}

/** A list item is prose even where it is but names; a sentence with its full stop is no headline however many names it holds. */
function isProse(doc: Doc, { block, last }: Sentence): boolean {
  const kind = (doc.blocks[block] as Block).kind;
  if (kind === "title" || kind === "heading") return false;
  return kind === "item" || /[.?!…;"”]/.test((doc.tokens[last - 1] as Token).text);
}

function caseOf(sentence: Sentence, words: readonly Word[], headline: boolean): Case {
  let count = 0;
  let capital = 0;
  let upper = 0;
  let long = 0;
  let longCapital = 0;
  for (let i = sentence.first; i < sentence.last; i++) {
    const word = words[i] as Word;
    if (!word.alphabetic) continue;
    count++;
    if (word.capital) capital++;
    if (word.upper) upper++;
    if ((word.keys[0]?.length ?? 0) > 3) {
      long++;
      if (word.capital) longCapital++;
    }
  }
  if (count >= 3 && upper >= count * 0.6) return "upper";
  if (count >= 4 && capital === 0) return "lower";
  if (headline && long >= 4 && longCapital >= long * 0.75) return "title";
  return "cased";
}

export const tokenAt = (scene: Scene, i: number): Token | undefined => scene.doc.tokens[i];
export const has = (scene: Scene, i: number, flag: number): boolean => ((scene.words[i]?.flags ?? 0) & flag) !== 0;
export const sentenceOf = (scene: Scene, i: number): Sentence => scene.doc.sentences[(scene.doc.tokens[i] as Token).sentence] as Sentence;
export const blockOf = (scene: Scene, i: number): Block => scene.doc.blocks[sentenceOf(scene, i).block] as Block;
export const caseAt = (scene: Scene, i: number): Case => scene.cases[(scene.doc.tokens[i] as Token).sentence] as Case;
export const lowerAt = (scene: Scene, i: number): string => scene.doc.tokens[i]?.lower ?? "";
/** No blank between token `i` and the next. */
export const glued = (scene: Scene, i: number): boolean => scene.doc.tokens[i]?.end === scene.doc.tokens[i + 1]?.start;
export const isPossessive = (scene: Scene, i: number): boolean => {
  const token = scene.doc.tokens[i];
  return token !== undefined && /^['’](?:s|S)?$/.test(token.text) && glued(scene, i - 1);
};
/** The text of tokens `first` to `last`, exclusive. */
export const slice = (scene: Scene, first: number, last: number): string =>
  scene.doc.text.slice((scene.doc.tokens[first] as Token).start, (scene.doc.tokens[last - 1] as Token).end);

/** Adds a mention. Names and adjectives own their tokens, so that no second name is read from them. */
export function mention(scene: Scene, first: number, last: number, actor: string, form: MentionForm, acts = true): Mention {
  const made: Mention = {
    start: (scene.doc.tokens[first] as Token).start,
    end: (scene.doc.tokens[last - 1] as Token).end,
    first,
    last,
    actor,
    form,
    acts,
  };
  scene.mentions.push(made);
  if (form === "name" || form === "adjective") for (let i = first; i < last; i++) scene.owner[i] = made;
  if (form === "group") scene.grouped.fill(1, first, last);
  return made;
}

/** The entity of a known actor, made on first use. */
export function knownEntity(scene: Scene, id: string): Entity {
  const made = scene.entities.get(id);
  if (made) return made;
  const actor = scene.index.actors.get(id);
  if (!actor) throw new Error(`the codebook has no actor ${id}`);
  const entity: Entity = {
    id,
    name: actor.name,
    kind: actor.kind,
    party: partyAt(actor.party, actor.roles, scene.when),
    provisional: false,
    roles: [],
    gender: actor.kind === "person" ? genderOf(actor.name, scene.index) : actor.kind === "group" ? "they" : "it",
  };
  scene.entities.set(id, entity);
  return entity;
}

/** The entity of an actor that the codebook does not know, made on first use; a later account fills what an earlier one left open. */
export function ownEntity(scene: Scene, id: string, made: Omit<Entity, "id" | "roles" | "provisional">): Entity {
  if (scene.index.actors.has(id)) return knownEntity(scene, id);
  const old = scene.entities.get(id);
  if (old) {
    old.party ??= made.party;
    old.gender ??= made.gender;
    return old;
  }
  const entity: Entity = { id, name: made.name, kind: made.kind, party: made.party, provisional: true, roles: [], gender: made.gender };
  scene.entities.set(id, entity);
  return entity;
}

/** For whom an actor acts on a day: the party of the role that it holds then, else its own. */
function partyAt(
  party: string | null,
  roles: readonly { party?: string | undefined; from?: string | undefined; to?: string | undefined; at?: string | undefined }[],
  when: string | null,
): string | null {
  if (when === null) return party;
  const role = roles.find((r) => r.party !== undefined && holds(r, when));
  return role?.party ?? party;
}

/** Whether a role runs on a day. Dates compare as EDTF prefixes; a role without dates always may. An attested day holds for two years around it. */
export function holds(role: { from?: string | undefined; to?: string | undefined; at?: string | undefined }, when: string): boolean {
  const bare = (date: string): string => date.replace(/[~?%]/g, "");
  if (role.at !== undefined) return Math.abs(Number(bare(role.at).slice(0, 4)) - Number(when.slice(0, 4))) <= 2;
  if (role.from !== undefined && when < bare(role.from)) return false;
  if (role.to === undefined) return true;
  const to = bare(role.to);
  return when.slice(0, to.length) <= to;
}

/** `he` or `she` where the given name or the surname tells; null else. */
export function genderOf(name: string, index: CastIndex): "he" | "she" | null {
  const parts = name.split(" ");
  if (parts.length > 1) {
    const given = index.genders.get(keysOf(parts[0] as string).join(" "));
    if (given) return given;
  }
  const surname = (parts.at(-1) as string).toLowerCase();
  return surname.length > 5 && index.feminineEndings.some((end) => surname.endsWith(end)) ? "she" : null;
}

/** "Norland-backed rebels", "the Norland-held town": whether the name that ends before token `last` tells of somebody else. */
export function marksDependence(scene: Scene, last: number): boolean {
  return isHyphen(scene.doc.tokens, last) && scene.index.dependent.has(lowerAt(scene, last + 1));
}
