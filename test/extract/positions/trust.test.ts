// How far the rows of the first reading are trusted.
import { describe, expect, it } from "vitest";
import { unknownMeta } from "../../../src/domain/articles.ts";
import { explain } from "../../../src/extract/explain.ts";
import { extract } from "../../../src/extract/extract.ts";
import { prepare } from "../../../src/extract/lexicon.ts";
import { codebook } from "./extract-of.ts";

/** Below this a row of a few sentences stands only where its rule is sure. */
const leastTrust = 0.2;

const untaught = { ...codebook.learned, told: { bias: 0, weights: {} } };
const lexicon = prepare(codebook);
const byRule = prepare({ ...codebook, learned: untaught });
const { issues } = codebook.learned;
/** As if no coded article had told of a ceasefire, as none did of an issue that an expert adds. */
const byNewIssue = prepare({
  ...codebook,
  learned: { ...codebook.learned, issues: { ...issues, classes: issues.classes.map((issue) => (issue === "ceasefire" ? "of-old" : issue)) } },
});

/** A condition that names the truce of another war: its rule is not sure. */
const weak = "The Houthis pledged to let merchant ships pass the strait for as long as the truce in Gaza holds.";
/** What a guarantee is against: its rule is sure, and coders seldom made a row of it. */
const sure = "Hamas wants assurances that Israel will not resume the war.";

const rowIn = (text: string, issue: string, by = lexicon) => extract({ text, meta: unknownMeta }, by).positions.find((row) => row.issue === issue);

describe("a row that coders would hardly have made", () => {
  it("is not made where its rule is not sure, and the explanation says why", () => {
    expect(rowIn(weak, "ceasefire")).toBeUndefined();
    const cues = explain({ text: weak, meta: unknownMeta }, lexicon).explanation.sentences.flatMap((sentence) => sentence.cues);
    const truce = cues.filter(({ issue }) => issue === "ceasefire");
    expect(truce.flatMap(({ positions }) => positions)).toEqual([]);
    expect(truce.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toContain("unlikely");
  });

  it("stays with its low confidence where its rule is sure", () => {
    expect(rowIn(sure, "ceasefire")?.confidence).toBeLessThan(leastTrust);
  });

  it("stays where nothing was learned of its issue", () => {
    expect(rowIn(weak, "ceasefire", byNewIssue)?.confidence).toBeLessThan(leastTrust);
  });

  it("stays as its rule made it where nothing was learned of rows", () => {
    for (const [text, issue] of [
      [weak, "ceasefire"],
      [sure, "ceasefire"],
    ] as const)
      expect(rowIn(text, issue, byRule)?.confidence).toBeGreaterThan(leastTrust);
  });
});

describe("the explanation", () => {
  it("shows each row with the confidence that the document gives it", () => {
    const document = explain({ text: weak, meta: unknownMeta }, lexicon);
    const explained = document.explanation.sentences.flatMap(({ cues }) => cues.flatMap(({ positions }) => positions));
    expect(explained.map(({ issue, confidence }) => [issue, confidence])).toEqual(document.positions.map(({ issue, confidence }) => [issue, confidence]));
  });
});
