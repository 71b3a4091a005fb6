// Language data: how a text says that something is said. The rules that read it are in src/extract/attributions.
import * as z from "zod";

/** What may follow a cue. A preposition in `with` stands between the cue and its content and belongs to the cue. */
export const Complement = z
  .enum(["that", "whether", "to", "object", "object to", "object as", "object at", "object of", "hearer", "quote", "front"])
  .describe(
    "that: a clause with or without that; whether: a question clause; to: an infinitive; object: a noun phrase or gerund; object to: a noun phrase and an infinitive; object as: a noun phrase with as, of, for or another adjunct; object at: a noun phrase, at and a number; object of: a noun phrase, of and another; hearer: a noun phrase that is told and is no content; quote: quoted words; front: the content may stand before the cue.",
  );
export type Complement = z.infer<typeof Complement>;

export const CueSense = z.enum(["speech", "belief", "intention", "demand", "attitude", "decree", "document"]);
export type CueSense = z.infer<typeof CueSense>;

const examples = {
  positive: z.array(z.string()).min(1).describe("Sentences in which a word of the class is a cue."),
  negative: z.array(z.string()).default([]).describe("Sentences in which a word of the class is none."),
};

/** Verbs that take the same complements. A verb with a particle or preposition of its own is two or three words: `call for`. */
const VerbClass = z.strictObject({
  id: z.string(),
  sense: CueSense,
  definition: z.string(),
  takes: z.array(Complement).min(1),
  verbs: z.array(z.string()).min(1).describe("In the infinitive."),
  ...examples,
});

/** Nouns and adjectives. `with` lists what may introduce their content: that, to, whether or prepositions. */
const WordClass = z.strictObject({
  id: z.string(),
  sense: CueSense,
  definition: z.string(),
  with: z.array(z.string()).min(1),
  words: z.array(z.string()).min(1),
  ...examples,
});

export const AttributionLanguage = z.strictObject({
  verbs: z.array(VerbClass),
  nouns: z.array(WordClass),
  adjectives: z.array(WordClass),
  before_source: z.array(z.string()).describe("Phrases that stand before a source: according to."),
  view_nouns: z.array(z.string()).describe("Nouns of `in X's view`, `in the view of X`."),
  doubting_adverbs: z.array(z.string()).describe("They report without a source, and doubt."),
  doubting_passives: z.array(z.string()).describe("Verbs whose passive with an infinitive is hearsay: is said to be."),
  light_verbs: z.array(z.string()).describe("Verbs that give the noun after them its subject: express hope, make a claim, issue a warning."),
  not_cues: z.array(z.string()).describe("Phrases in which a cue word is none: needless to say."),
  irregular: z.record(z.string(), z.array(z.string())).describe("Forms that are not the infinitive with -s, -ed or -ing."),
  unnamed: z.array(z.string()).describe("Nouns for people who speak without a name, in the singular."),
  bodies: z.array(z.string()).describe("Those of them who speak for a side as one body unless an article makes them somebody: the negotiators said."),
  mouthpieces: z.array(z.string()).describe("Nouns for who speaks for the owner named before them: Marn's office, the movement's spokesman."),
  unnamed_phrases: z.array(z.string()).describe("Descriptions of such people."),
  outlets: z.array(z.string()).describe("Names of newspapers, agencies, channels and sites."),
  hearsay: z.array(z.string()).describe("Plural nouns that cite other media without naming them."),
  aspect_verbs: z.array(z.string()).describe("Verbs that only say that another verb begins, goes on or ends: began to urge."),
  clinging_adjectives: z.array(z.string()).describe("Adjectives that stand after their noun with a phrase: people familiar with, officials close to."),
  outlet_nouns: z.array(z.string()).describe("Nouns that make the name beside them an outlet."),
  occasions: z
    .array(z.string())
    .describe("Nouns for where somebody speaks: `in a speech`, `before the committee`. Such a phrase at the end is no part of what was said."),
  turns: z.array(z.string()).describe("Nouns by which the author takes up what was just reported: `, a reversal that`."),
  crowds: z.array(z.string()).describe("Nouns for those who cheer or laugh between two sentences of a speaker."),
  heard: z.array(z.string()).describe("Verbs whose passive reports what was heard: was quoted as saying."),
  document_nouns: z.array(z.string()).describe("Things that say something: report, letter, poll."),
  speakers: z.array(z.string()).describe("Nouns for those who can say or want something, in the singular: people, offices, bodies."),
  time_words: z.array(z.string()).describe("Words of the time phrases that stand between a cue and its subject or content."),
});
export type AttributionLanguage = z.infer<typeof AttributionLanguage>;
