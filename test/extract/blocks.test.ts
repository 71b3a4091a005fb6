// The layout of a page: which lines are its text, its title, its lists, its conversation.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Layout } from "../../src/domain/codebook/layout.ts";
import { compileLayout, findBlocks } from "../../src/extract/blocks.ts";

const layout = compileLayout(Layout.parse(parse(readFileSync(new URL("../../seeds/codebook/layout.yaml", import.meta.url), "utf8"))));
const kinds = (text: string) => findBlocks(text, layout).map((block) => block.kind);
const long = "The delegations met for six hours in the old customs house and parted without a word to the press that waited outside in the rain.";

describe("blocks of a text", () => {
  it("takes a short first line without a full stop above prose for the title", () => {
    expect(kinds(`Talks open in the harbour town\n${long}`)).toEqual(["title", "paragraph"]);
  });

  it("takes a first line that is a sentence for prose", () => {
    expect(kinds(`Talks opened on Monday.\n${long}`)).toEqual(["paragraph", "paragraph"]);
  });

  it("keeps the longer of two lines where a page repeats its title cut short", () => {
    expect(kinds(`Two sides open the\nTwo sides open the sixth cycle\n${long}`)).toEqual(["boilerplate", "title", "paragraph"]);
  });

  it("drops navigation, sharing lines and agency initials", () => {
    expect(kinds(`Home » World » Talks\n[ Share ] [ Print ]\n${long}\nRead also: ten beaches for the winter\nabc/def`)).toEqual([
      "boilerplate",
      "boilerplate",
      "paragraph",
      "boilerplate",
      "boilerplate",
    ]);
  });

  it("takes no kicker for the title, and names between title and date for a byline", () => {
    expect(kinds(`Opinion\nThe road is open and the treaty is not\nIda Lund and Omar Voss\nPublished 15 Aug 2025\n${long}`)).toEqual([
      "boilerplate",
      "title",
      "byline",
      "dateline",
      "paragraph",
    ]);
    expect(kinds(`News | The border war\nTalks open in the harbour town\n${long}`)).toEqual(["boilerplate", "title", "paragraph"]);
    expect(kinds(`Talks open in the harbour town\nIda Lund and Omar Voss\n${long}`)).not.toContain("byline");
  });

  it("keeps a sentence that only holds a boilerplate phrase", () => {
    const sentence =
      "The envoy said that the other side had put out an advertisement for peace while its guns went on firing along the whole of the river line, and he would not read more into it than that.";
    expect(kinds(sentence)).toEqual(["paragraph"]);
  });

  it("reads a byline, but not a sentence that begins with the same word", () => {
    expect(kinds(`By: Ada Lind, reporter\n${long}`)[0]).toBe("byline");
    expect(kinds(`By Monday both had left.\n${long}`)[0]).toBe("paragraph");
  });

  it("reads a bare name below the text as the author's", () => {
    expect(kinds(`${long}\n${long}\n${long}\n${long}\nAda Lind`).at(-1)).toBe("byline");
  });

  it("ties marked items to the stem above them", () => {
    const blocks = findBlocks(`${long}\nThe north asks for:\n- a truce of ninety days\n- the release of all prisoners\n${long}`, layout);
    expect(blocks.map((b) => b.kind)).toEqual(["paragraph", "stem", "item", "item", "paragraph"]);
    expect(blocks[3]?.stem).toBe(1);
    expect(blocks.map((b) => b.body - b.start)).toEqual([0, 0, 2, 2, 0]);
  });

  it("ties unmarked lines closed by semicolons to their stem", () => {
    expect(kinds(`${long}\nThe north requires:\na truce of ninety days;\nthe release of prisoners.\n${long}`)).toEqual([
      "paragraph",
      "stem",
      "item",
      "item",
      "paragraph",
    ]);
  });

  it("leaves a list without a stem without one", () => {
    const blocks = findBlocks(`${long}\n- cheaper bread\n- open roads\n${long}`, layout);
    expect(blocks.filter((b) => b.kind === "item").map((b) => b.stem)).toEqual([null, null]);
  });

  it("reads numbered paragraphs of a statement as prose", () => {
    expect(kinds(`1. ${long}\n2. ${long}`)).toEqual(["paragraph", "paragraph"]);
  });

  it("puts a heading above what it governs", () => {
    const blocks = findBlocks(`${long}\nWhat the south wants\n${long}`, layout);
    expect(blocks[1]?.kind).toBe("heading");
    expect(blocks[2]?.heading).toBe(1);
  });

  it("reads a conversation whose speakers return as turns", () => {
    expect(kinds("Q: Will you sign?\nMara Voss: Not before the guns are silent.\nQ: And then?\nMara Voss: Then we sign.")).toEqual([
      "turn",
      "turn",
      "turn",
      "turn",
    ]);
  });

  it("does not take a single colon for a conversation", () => {
    expect(kinds(`One thing is clear: nobody signed.\n${long}`)).toEqual(["paragraph", "paragraph"]);
  });

  it("reads a sentence above a speaker's line as a pull-quote", () => {
    const blocks = findBlocks(`${long}\nWe believe they will accept all of it in the end.\nA U.S. official close to the talks\n${long}`, layout);
    expect(blocks.map((b) => b.kind)).toEqual(["paragraph", "pullquote", "speaker", "paragraph"]);
    expect(blocks[1]?.speaker).toBe(2);
  });
});
