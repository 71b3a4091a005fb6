// Language data: how the parts of a page that are not its text look, and what tells a report from an opinion.
import * as z from "zod";
import { Genre } from "../vocabulary.ts";

/** A phrase in lower case and where in a line it must stand: the whole line, its start, its end or anywhere. */
export const LinePhrase = z.strictObject({ phrase: z.string(), at: z.enum(["line", "start", "end", "any"]) });
export type LinePhrase = z.infer<typeof LinePhrase>;

export const Layout = z.strictObject({
  boilerplate: z.array(LinePhrase).describe("A line so marked is the page's, not the article's. `any` and `end` count in short lines alone."),
  byline: z.array(z.string()).describe("Words before the author's name at the start of a line."),
  author_roles: z.array(z.string()).describe("Offices and degrees before or behind an author's name: senior analyst, correspondent."),
  not_author: z.array(z.string()).describe("Words in a byline that are no person's: admin, newsroom."),
  heading_words: z.array(z.string()).describe("Words of short headings that look like names: headline points."),
  navigation: z.array(z.string()).describe("Words of a page's menu. A line near the top that is made of them is the page's."),
  outlet_words: z.array(z.string()).describe('Words that end the name of a newspaper, institute or office, or stand before its "of" or "for".'),
  agencies: z.array(z.string()).describe("Words that mark a bracketed name in a dateline, or a name in a byline, as an outlet."),
  speaker_roles: z.array(z.string()).describe("Nouns by which a short line below a sentence names its speaker."),
  date_label: z.array(z.string()).describe("Words before the date of publication at the start of a line."),
  abbreviations: z.array(z.string()).describe("Shortened titles before a name whose full stop ends no sentence: Rev."),
  genre_labels: z
    .array(
      z.strictObject({
        phrase: z.string(),
        genre: Genre,
        opens: z.boolean().optional().describe("Whether it must be a part of a line by itself, as labels are; else it may stand anywhere in the head."),
      }),
    )
    .describe("What a page itself calls the text in its first lines. The first that is found decides."),
  genre: z.strictObject({
    opinion: z.array(z.string()).describe("Phrases of an author who speaks for himself or tells others what to do."),
    analysis: z.array(z.string()).describe("Phrases that weigh and interpret without telling anybody what to do."),
    report: z.array(z.string()).describe("Phrases of news: who said what, when."),
  }),
});
export type Layout = z.infer<typeof Layout>;
