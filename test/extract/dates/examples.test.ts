// The examples of dates.yaml hold: an expert who adds a word sees here what it does.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { compileLayout } from "../../../src/extract/blocks.ts";
import { findDates } from "../../../src/extract/dates/find.ts";
import { compileDates } from "../../../src/extract/dates/words.ts";
import { read } from "../../../src/extract/read.ts";

const codebook = loadCodebook();
const index = compileDates(codebook.dates);
const layout = compileLayout(codebook.layout);

describe("dates.yaml", () => {
  it.each(codebook.dates.examples)("$text from $anchor", ({ text, anchor, dates }) => {
    expect(findDates(read(text, layout), anchor, index).map(({ when }) => when)).toEqual(dates);
  });
});
