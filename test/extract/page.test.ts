// What a page says of itself: title above its furniture, who signs it, what it calls itself, when it was printed.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../src/codebook/load.ts";
import { compileLayout } from "../../src/extract/blocks.ts";
import { namesAfterCue, namesAlone, namesInBrackets } from "../../src/extract/bylines.ts";
import { findMeta } from "../../src/extract/meta.ts";
import { read } from "../../src/extract/read.ts";

const { layout } = loadCodebook();
const index = compileLayout(layout);
const prose =
  "The delegations met for six hours in the old customs house and parted without a word to the press that waited outside in the rain, though both sides let it be known that the river crossing had been the matter of the day.";
const open = { title: null, source: null, author: null, url: null, published: null, genre: null, language: null, text_basis: "original" as const };
const metaOf = (...lines: string[]) => findMeta(read([...lines, prose, prose].join("\n"), index), open, index);

describe("the names in a byline", () => {
  it.each([
    ["By Ada Lind", "Ada Lind"],
    ["By Ada Lind in Harbourtown and Omar Voss in Westport", "Ada Lind and Omar Voss"],
    ["By Ada Lind, Omar Voss and agencies", "Ada Lind and Omar Voss"],
    ["BY ADA LIND", "Ada Lind"],
    ["By Dr. Ada Lind", "Ada Lind"],
    ["By Senior Analyst Ada Lind", "Ada Lind"],
    ["Rolling coverage, 5 February 2026 | By Ada Lind (now) and Omar Voss (earlier)", "Ada Lind and Omar Voss"],
    ["2025-10-30 09:17:44  Source: Harbour Net  Author: Reporter Ada Lind", "Ada Lind"],
    ["HARBOURTOWN — Interview: Ada Lind — 3 September 2024", "Ada Lind"],
    ["by ada lind, harbourtown", "ada lind"],
  ])("%s", (line, names) => expect(namesAfterCue(line, index)).toBe(names));

  it.each(["By News staff", "By our correspondents", "By Monday both had left", "Delegates by the river", "by the end of the day", "Text of the accord"])(
    "names nobody: %s",
    (line) => expect(namesAfterCue(line, index)).toBeNull(),
  );

  it.each([
    ["Ada Lind, Senior Fellow, River Programme", "Ada Lind"],
    ["Ada Lind and Omar Voss, 4 September 2025", "Ada Lind and Omar Voss"],
    ["Ada Lind, Political Correspondent, in Harbourtown", "Ada Lind"],
  ])("stand alone with office, place or day: %s", (line, names) => expect(namesAlone(line, index)).toBe(names));

  it.each(["Headline Points", "What Both Want", "The Truce", "Talks open in the harbour town", "Ada Lind said so."])(
    "are not read from a heading: %s",
    (line) => expect(namesAlone(line, index)).toBeNull(),
  );

  it("stand in the reporters' line below a text", () => {
    expect(namesInBrackets("(Reporting by Ada Lind in Harbourtown and Omar Voss; Editing by Ida Marn)", index)).toBe("Ada Lind and Omar Voss");
    expect(namesInBrackets("(He has denied it by letter)", index)).toBeNull();
  });
});

describe("the head of a page", () => {
  it("keeps banner, menu, masthead and kicker out of the title", () => {
    const title = "Two sides meet again in the harbour town";
    for (const above of [
      "we value your privacy we and our 812 partners store and access information on a device accept all reject all",
      "home world europe ukraine live tv newsletters sign in",
      "The Harbour Observer",
      "CENTRE FOR RIVER STUDIES | Policy Brief No. 47",
      "LIVE UPDATES",
      "Explainer | News | The border war",
      "Ireland | The river talks",
    ])
      expect(metaOf(above, title).title, above).toBe(title);
  });

  it("takes the masthead for the outlet", () => {
    expect(metaOf("The Harbour Observer", "Two sides meet again in the harbour town").source).toBe("The Harbour Observer");
    expect(metaOf("Two sides meet again in the harbour town").source).toBeNull();
  });

  it("goes by the page's own label for the genre, and by words without one", () => {
    expect(metaOf("OPINION", "The road is open and the treaty is not").genre).toBe("opinion");
    expect(metaOf("Home » Analysis » Europe", "The road is open and the treaty is not").genre).toBe("analysis");
    expect(metaOf("POLICY BRIEF", "The road is open and the treaty is not").genre).toBe("analysis");
    expect(metaOf("Two sides meet again in the harbour town").genre).toBe("report");
    expect(metaOf("Editorial boards disagree", "He says so").genre).toBe("report");
  });

  it("reads a stamp, a month alone, and a place in capitals before the day", () => {
    expect(metaOf("both sides meet again by staff june 2, 2025 6:41 pm 4 min read").published).toBe("2025-06-02");
    expect(metaOf("Two sides meet again", "November 2025").published).toBe("2025-11");
    expect(metaOf("Two sides meet again", "PORT MARN DEL RIO, 21 July 2025 | Redaction").published).toBe("2025-07-21");
  });

  it("reads names alone below the title as who signs, but not a heading in capitals", () => {
    expect(metaOf("Two sides meet again in the harbour town", "Ada Lind and Omar Voss").author).toBe("Ada Lind and Omar Voss");
    expect(metaOf("Two sides meet again in the harbour town", "Key Points", "Both want a truce").author).toBeNull();
  });
});
