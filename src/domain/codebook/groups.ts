// Language data: nouns that turn a party's name or adjective into a group, an institution or the party itself, and the words that tell a place from a party.
import * as z from "zod";
import { Id } from "./id.ts";

const Words = z.array(z.string().min(1));

export const GroupNoun = z.strictObject({
  id: Id.describe("The noun in the ids of such groups: `united-states-officials`."),
  means: z
    .enum(["group", "party", "forces", "fighters"])
    .describe(
      "`group`: people who act for the party; `party`: the party itself; `forces`: its armed forces, an organisation; `fighters`: an armed group's own people, so the group itself.",
    ),
  forms: Words.describe("Lower case, singular and plural where both count."),
  definition: z.string(),
  example: z.string(),
  expect: Id.describe("The actor in the example."),
  not: z.string().describe("A sentence with such a noun in which no such group acts."),
});
export type GroupNoun = z.infer<typeof GroupNoun>;

/** An adjective for many states: European, Arab. */
export const Region = z.strictObject({
  adjective: z.string(),
  slug: Id,
  party: Id.nullable(),
  collective: Id.nullable().describe("The actor that its leaders and states are taken as; null where they are a group of their own."),
});
export type Region = z.infer<typeof Region>;

const Institution = z.strictObject({
  id: Id,
  forms: Words.describe("Lower case. With a party before or behind them they are an organisation of that party."),
});

export const Groups = z.strictObject({
  nouns: z.array(GroupNoun),
  group_modifiers: Words.describe("Nouns and adjectives that may stand between the party and the group noun."),
  regions: z.array(Region),
  institutions: z.array(Institution),
  peoples: z.array(z.strictObject({ form: z.string(), actor: Id })).describe("Names of a people that are not its adjective with an s."),
  people_endings: Words.describe("Adjectives that end so make the people's name with an s."),
  standing: z.array(z.strictObject({ form: z.string(), id: Id })).describe("Groups without a party that a text names by a fixed phrase."),
  unnamed: Words.describe("Plural nouns that with a word before them make a group of no party: Muslim clerics, opposition parties."),
  unnamed_alone: Words.describe("Such nouns that need no word before them: the unions, bishops."),
  armed_words: Words.describe("Words in the name of an organisation that fights."),
  body_words: Words.describe("Words in the name of an organisation that is a body of states, an office or a society."),
  membership: Words.describe("Those of them for bodies of which people are members: such a body stands for itself and not for the state in its name."),
  anaphors: z.strictObject({
    armed: Words.describe("Nouns that, after `the`, stand for the armed organisation of the text."),
    body: Words.describe("Nouns that, after `the`, stand for the body named last."),
    state: Words.describe("Nouns that, after `the`, stand for the state of the text."),
    forces: Words.describe("Nouns that, after `the`, stand for the armed forces named last."),
  }),
  lands: z
    .array(z.strictObject({ state: Id, names: Words }))
    .describe("Towns, regions and peoples, each one word: a text that names no state but one of these tells of that state's government and army."),
  state_things: Words.describe("Nouns behind the possessive of a name that no list holds, which make it a state's: government, troops."),
  side_verbs: Words.describe("Verbs, in every form used, whose subject is a side of a conflict where no list holds its name: wants, rejected, called for."),
  demonym_endings: Words.describe("How an adjective or people's name ends that begins as a state's name does."),
  mediating: Words.describe("Verbs and nouns that make the party beside them a mediator or host, not one of `both sides`: mediated, brokered, go-between."),
  chairing: Words.describe("Verbs that make it one unless a body of its own is what it leads: chaired the session, and not chairs the council."),
  auspices: Words.describe("Nouns before `of` that make whoever follows a helper and no side: under the auspices of, with the support of."),
  dependent: Words.describe(
    "Words behind a name and a hyphen that tell with whom somebody else stands, or whose a place is: Norland-backed rebels, Norland-held towns.",
  ),
  crowds: Words.describe("Before a people's name, words with which it is the people and not their state: most Norlanders believe."),
  estranged: Words.describe(
    "Behind an adjective of a state, words for people who do not act for it: a Norlandian rebel commander, a former Norlandian general.",
  ),
  stance_nouns: Words.describe("Nouns after an adjective that make its party act: demand, proposal."),
  place_after: Words.describe("Nouns after a name that make it a place: region, airport."),
  place_before: Words.describe("Nouns before `of`, `in` or a bare name that make it a place: capital, streets."),
  motion: Words.describe("Verbs and nouns, in every form used, whose `to`, `from` or object is a place."),
  venue_nouns: Words.describe("Nouns after a city that are named after where they were held: talks, summit, agreement."),
});
export type Groups = z.infer<typeof Groups>;
