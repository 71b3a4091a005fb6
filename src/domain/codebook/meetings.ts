// Language data: words that make a negotiation round, and those that only look so.
import * as z from "zod";
import { RoundKind } from "../vocabulary.ts";

const Words = z.array(z.string()).min(1);
/** Sentences in which the entry must and must not be found. */
const Examples = { yes: z.array(z.string()).default([]), no: z.array(z.string()).default([]) };

const MeetingNoun = z.strictObject({
  words: Words,
  kind: RoundKind,
  firm: z.boolean().default(true).describe("False for words that as often mean the whole process: they need a time or place of their own."),
  scene: z.boolean().default(false).describe("True for words that are no meeting by themselves: with a city and a day they set a scene."),
  definition: z.string(),
  ...Examples,
});
const MeetingVerb = z.strictObject({
  words: Words.describe("Verbs as lemmas, with their particle or object after a blank; at most four words may stand between."),
  kind: RoundKind,
  takes: z
    .enum(["party", "place", "either", "self"])
    .describe("What must follow: whom one meets, where one goes, one of them, or nothing because the subjects meet each other."),
  never_to: z.boolean().default(false).describe("An infinitive after it makes it a demand."),
  people_only: z.boolean().default(false).describe('Of a thing it tells of no meeting: "welcomed the signing".'),
  near: Words.optional().describe("One of these must stand in the same clause."),
  definition: z.string(),
  ...Examples,
});

export const Meetings = z.strictObject({
  nouns: z.array(MeetingNoun),
  verbs: z.array(MeetingVerb),
  table_acts: Words.describe("Lemmas of what a delegation does at a table: with a foreign city and a day they place a round."),
  not: z.array(z.strictObject({ words: z.string(), definition: z.string(), ...Examples })).describe("Phrases that hold a trigger and are no meeting."),
  denials: Words.describe("Words before a trigger that deny it."),
  unreal: Words.describe("Words before a trigger that make it a wish, an offer, a question or a condition."),
  planned: Words,
  void: Words.describe("Words after a meeting by which it was none; one that was planned was cancelled."),
  cancelled: Words,
  failing: Words.describe("Words after a meeting by which a plan for it came to nothing."),
  moved: Words.describe("Words after a meeting that put it on the date that follows them."),
  bringing: Words.describe("Lemmas of table acts that need another side even at home: who receives has a visitor."),
  papers: Words.describe("What is brought or received without a visit."),
  conveying: Words.describe("Lemmas of what a mediator does with the papers of others."),
  addressing: Words.describe("Lemmas of what a speaker does to a gathering that is no round of his."),
  paired_acts: Words.describe("Lemmas of table acts that one side alone also does where nobody negotiates: two parties must be named."),
  here: Words.describe("Words for a place in the city of the dateline."),
  keeping: Words.describe("Words that say that a contact exists and is not merely spoken about."),
  starting: Words.describe("Lemmas of verbs whose date is a round's first day."),
  beginning: Words.describe("Those of `starting` that say by themselves that a round goes on from their date ('the talks began on Monday')."),
  lasting: Words.describe("Lemmas of verbs that tell how long a round took ('sat for three days', 'spent three days')."),
  joining: Words.describe("Lemmas of verbs whose objects a meeting brings together."),
  inviting: Words.describe("Lemmas of verbs whose objects are asked, or brought, to a meeting named after 'to'."),
  arranging: Words.describe("Those of `unreal` that make a plan where a day to come is named: what is agreed, or invited to, for that day."),
  making: Words.describe("Lemmas of verbs by which the sides make an agreement, at a place."),
  unset: Words.describe("Words that say that a meeting has no date or place yet."),
  resuming: Words.describe("Lemmas of verbs that, of talks yet to come, tell of a new round."),
  fulfilled: Words.describe("Objects that make `meet` mean to fulfil, or to run into."),
  handed_over: Words.describe("Objects that make a table act no talks: what is exchanged or handed over, and who is merely spoken to."),
  scenery: Words.describe("Words that show a meeting and do not name it: two of them in the first sentences of a report, with a city, a day and two sides."),
  captives: Words.describe("Nouns for people who are handed over: whoever a sentence names among them sits at no table."),
  collectives: z.array(z.string()).describe("Ids of actors that stand for many states at a table."),
  brokers: z.array(z.string()).describe("Ids of organisations that, beside two sides, go between them unless the text says otherwise."),
  speaking: Words.describe("Lemmas of verbs of speech that, with a person and without a place, tell of a call."),
  margins: Words.describe("Nouns before 'of' and a conference that make it the setting of another meeting."),
  wide: Words.describe("Nouns for meetings of more parties than a text names."),
  leaders: Words.describe("Groups whose meeting is a summit."),
  after: Words.describe("Words that put a call on the day spoken of last."),
  ongoing: Words,
  holding_now: Words.describe("Words of what goes on at the time of writing."),
  there: Words.describe("Words for the place named last."),
  closing: Words.describe("Lemmas of verbs whose date is a round's last day."),
  not_venues: Words.describe("Nouns before a place that are what the talks are about, not where they are."),
  regions: Words.describe("Nouns after an unknown name that make it a region."),
  sites: Words.describe("Nouns after an unknown name that make it a building or a site."),
  towns: Words.describe("Nouns before an unknown name that make it a town."),
  going: Words.describe("Lemmas of verbs of travel."),
  holding: Words.describe("Lemmas of verbs whose subjects take part in what they hold."),
  field: Words.describe("Words of peace and war: two of them make a text's meetings rounds; with fewer its parties must be known."),
  other_matters: Words.describe("Words of sport, business, culture and the like: a text with as many of them as of `field` has no rounds."),
  lead: Words.describe("Words beside a person that make it the head of a delegation."),
  delegation: Words.describe("Words that by themselves say who sat at the table."),
  seated: Words.describe("Words that do so beside the talk of it or beside one of `teams`."),
  teams: Words,
  own_bodies: Words.describe("Bodies of one state or organisation, whose own sessions are no rounds."),
  apart: Words.describe("Lemmas of what two parties do without meeting: fight, disagree, announce."),
  delegates: Words.describe("Nouns for people who act for the party whose adjective stands before them, or whose name follows after 'of'."),
  mediator: Words,
  host: Words,
  observer: Words,
  joint: Words.describe("Words that stand for both principals."),
  formats: z.strictObject({ bilateral: Words, trilateral: Words, multilateral: Words }),
  many: Words.describe("Participants that are more than one party."),
  factions: Words.describe("Nouns for a side in a war that may bear no name of its own and is one party all the same."),
  offices: z
    .array(
      z.strictObject({ words: Words, titles: z.array(z.string()).default([]).describe("All stand in the title of who holds the office; empty for heads.") }),
    )
    .describe("Offices in the plural: with two parties they mean the persons who hold them."),
  negotiators: Words.describe("Nouns beside a name that put the person at the talks which the text tells of."),
  apart_titles: Words.describe("Parts of titles of those who speak of talks without sitting at them."),
  table_titles: Words.describe("Parts of titles of those who are sent to talks, so that whoever bears one and speaks of fresh talks of his side was there."),
  head_titles: Words.describe("Titles of heads of state or government: two of them from two parties make a summit."),
  ordinals: z.record(z.string(), z.int().positive()),
  back: Words.describe("Words before a noun that point to an earlier round than the one spoken of."),
  forward: Words,
  another: Words.describe("Words before an indefinite noun that make it a round other than the one spoken of, past or to come."),
});
export type Meetings = z.infer<typeof Meetings>;
