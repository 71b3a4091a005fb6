// What the stages hand to one another. Offsets here are UTF-16 units of the article text; only assemble.ts turns them into code points.
import type { ActorKind, AttributionKind } from "../domain/vocabulary.ts";

/** A stretch of the article text, `end` exclusive. */
export interface Range {
  start: number;
  end: number;
}

/** Universal part-of-speech tags as the tagger gives them (universaldependencies.org/u/pos). */
export type Tag =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

export interface Token extends Range {
  /** As it stands in the text. */
  text: string;
  /** Lower case, curly apostrophes and quotation marks made straight, no diacritics removed. */
  lower: string;
  /** Number of the spelling, the same in every text, by which stages keep what they know of a word; -1 where it has none. */
  word: number;
  lemma: string;
  tag: Tag;
  /** Index into `Doc.sentences`. */
  sentence: number;
}

export type BlockKind = "title" | "byline" | "dateline" | "boilerplate" | "heading" | "paragraph" | "stem" | "item" | "pullquote" | "speaker" | "turn";

/**
 * A line of the text with its part in the layout. A `stem` introduces the items after it; a `turn` is a line of a conversation that begins with its speaker's name and a colon.
 * Boilerplate makes no facts.
 */
export interface Block extends Range {
  kind: BlockKind;
  /** Where the words begin after a list mark, a number or a speaker's name. */
  body: number;
  /** Index of the heading block that governs this block; null where there is none. */
  heading: number | null;
  /** For items: index of the block whose end introduces the list; null where the list has no stem. */
  stem: number | null;
  /** For a pull-quote: the speaker block below it. For a turn's follow-up paragraphs: the turn block. Null else. */
  speaker: number | null;
}

/** `first` and `last` are token indices, `last` exclusive. */
export interface Sentence extends Range {
  first: number;
  last: number;
  block: number;
}

/** A quotation: from the opening mark (inclusive) to the closing mark (exclusive of nothing: both marks are inside). `first`/`last` are the tokens between the marks. */
export interface Quote extends Range {
  first: number;
  last: number;
  /** A few words without a verb of their own, borrowed or doubted by the author: no speech by itself. */
  scare: boolean;
}

/** A text that has been read: the first stage's result, and the ground of all others. */
export interface Doc {
  text: string;
  blocks: Block[];
  sentences: Sentence[];
  tokens: Token[];
  quotes: Quote[];
}

/** How a mention names its actor. */
export type MentionForm = "name" | "group" | "description" | "pronoun" | "adjective";

/** Some words of the text that stand for an actor, with the token range they cover. */
export interface Mention extends Range {
  first: number;
  last: number;
  /** Entity id. */
  actor: string;
  form: MentionForm;
  /** False where the name stands for a place ("talks in the capital") and not for who acts. */
  acts: boolean;
}

export interface Entity {
  id: string;
  name: string;
  kind: ActorKind;
  party: string | null;
  provisional: boolean;
  roles: string[];
  /** Pronouns that can stand for it. */
  gender: "he" | "she" | "it" | "they" | null;
}

/** Who is in the text. `mentions` are in text order and may nest only where a group or description holds a name ("the northern delegation", "the premier’s envoy"). */
export interface Cast {
  entities: Map<string, Entity>;
  mentions: Mention[];
  /** Entities that are talked about and do nothing: published only where a row names them. */
  silent?: ReadonlySet<string>;
  /** Parties that mediate or host in this text. */
  beside?: ReadonlySet<string>;
  /** Two parties that words join, by the token after them, in text order. */
  pairs?: readonly { at: number; sides: readonly [string, string]; between: boolean }[];
}

/** Something that the text says somebody said, thought, wanted or wrote. */
export interface Attribution {
  kind: AttributionKind;
  /** Entity id; null where the text names none. */
  speaker: string | null;
  /** The name of the outlet, agency or document that is cited; null where none is. */
  outlet: string | null;
  source: Range | null;
  cue: Range | null;
  content: Range[];
  /** The text itself doubts the report ("reportedly", "is said to"). */
  hedged: boolean;
  /** The attribution inside whose content this one stands; null at the top. */
  within: number | null;
}
