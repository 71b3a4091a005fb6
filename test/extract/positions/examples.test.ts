// The examples in cues.yaml and frames.yaml hold: every word list shows what it finds and what it must not.
import { describe, expect, it } from "vitest";
import { frameKinds } from "../../../src/domain/codebook/frames.ts";
import { prepare } from "../../../src/extract/lexicon.ts";
import { chooseCues, issuesIn } from "../../../src/extract/positions/cues.ts";
import { marksOf, viewOf } from "../../../src/extract/positions/view.ts";
import { faultyExamples } from "../../../src/extract/positions/vocabulary-examples.ts";
import { codebook, docOf, index } from "./extract-of.ts";

const marks = (text: string) => {
  const doc = docOf(text);
  const view = viewOf(doc, { entities: new Map(), mentions: [] }, index);
  return doc.sentences.map((sentence) => ({ ...marksOf(view, sentence), tokens: doc.tokens }));
};
/** The direction that the words give an issue: null where they do not point to it. */
function direction(text: string, issue: string): string | null {
  const cues = marks(text).flatMap((found) => chooseCues(found.tokens, found.cues));
  const cue = cues.find(({ value }) => value.issue.issue === issue);
  return cue ? (cue.value.sign > 0 ? "for" : "against") : null;
}
const framesIn = (text: string): string[] => marks(text).flatMap((found) => found.frames.map(({ value }) => value.id));

describe.each(codebook.cues.issues)("cues of $issue", ({ issue, examples, cues }) => {
  it.each(examples)("$text: $stance", ({ text, stance }) => expect(direction(text, issue)).toBe(stance));
  it("have ids of their own", () => expect(new Set(cues.map(({ id }) => id)).size).toBe(cues.length));
});

describe("the cues", () => {
  it("know every issue of the codebook", () => {
    const known = new Set(codebook.cues.issues.map(({ issue }) => issue));
    expect(codebook.issues.issues.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
  });
  it("tell what a stretch is about, for the agenda of a round", () => {
    const text = "They spoke of a ceasefire and of the exchange of prisoners, and then of the weather.";
    expect(issuesIn(docOf(text), { start: 0, end: text.length }, index)).toEqual(["ceasefire", "prisoner-exchange"]);
    expect(issuesIn(docOf(text), { start: 60, end: text.length }, index)).toEqual([]);
  });
});

describe("the vocabulary", () => {
  it("knows every issue that has cues, and its examples hold", () => {
    expect(codebook.vocabulary.issues.map(({ issue }) => issue).sort()).toEqual(codebook.cues.issues.map(({ issue }) => issue).sort());
    expect(faultyExamples(codebook.vocabulary, prepare(codebook))).toEqual([]);
  });
});

describe.each(codebook.frames.frames)("frame $id", ({ id, kind, act, yes, no }) => {
  if (yes.length > 0) it.each(yes)("is found in: %s", (text) => expect(framesIn(text)).toContain(id));
  if (no.length > 0) it.each(no)("is not found in: %s", (text) => expect(framesIn(text)).not.toContain(id));
  it("has an act unless it only turns the direction", () => {
    expect(frameKinds).toContain(kind);
    expect(act === null).toBe(kind === "operator");
  });
});
