// Language data: words that make the capitalised run beside them a person, the offices that descriptions name, and what looks like a name and is none.
import * as z from "zod";

const Words = z.array(z.string().min(1));

/** An office that one person of a party holds at a time, so that "the French president" names a person. */
export const Office = z.strictObject({
  id: z.string(),
  nouns: Words.describe("Phrases by which a text names the holder, singular, lower case."),
  titles: Words.describe("How the titles of roles in actors.yaml begin for this office, lower case; the first that a party's roles bear is meant."),
  example: z.string().describe("A sentence whose description resolves through this office."),
  expect: z.string().describe("The actor that it resolves to on 1 March 2026."),
});
export type Office = z.infer<typeof Office>;

export const Titles = z.strictObject({
  honorifics: z.array(z.strictObject({ word: z.string(), gender: z.enum(["he", "she"]).nullable() })).describe("Address before a name, without an office."),
  roles: Words.describe("Nouns for what a person does, singular, lower case: the heads of role phrases."),
  speak_for: Words.describe("Roles whose 'for' names the party: a negotiator for the rebels, against an envoy for a country."),
  state_roles: Words.describe("Roles that one serves a state in: without a party beside them the text's one state is meant."),
  own_roles: Words.describe("Roles of people who act for nobody, whatever country stands beside them: reporter, historian."),
  role_modifiers: Words.describe("Words inside a role phrase, before its head: foreign, deputy, special."),
  role_verbs: Words.describe("What follows `who` where it tells of a role: heads, leads."),
  offices: z.array(Office),
  speech: Words.describe("Verbs, in every form used, whose subject is a speaker."),
  companions: Words.describe("Phrases after which the members of the party named before are listed."),
  particles: Words.describe("Lower-case parts inside personal names."),
  feminine_names: Words.describe("Given names that `she` can stand for."),
  feminine_endings: Words.describe("Ends of surnames that only women bear."),
  masculine_names: Words.describe("Given names that `he` alone can stand for."),
  also_given_names: Words.describe("Names of states and capitals that people bear as well."),
  english_words: Words.describe("Names in the codebook that are English words in lower case."),
  not_names: Words.describe("Capitalised words that never belong to a personal name: weekdays, months, kinds of bodies, works and places."),
  name_introducers: Words.describe("Common nouns before a name that make it an outlet's or a place's: channel, resort."),
  not_actor_heads: Words.describe("Nouns after a name that make it part of another name: Hillside Times, Lakeside Agreements, Harbour Conference."),
});
export type Titles = z.infer<typeof Titles>;
