// The act of a row and how the article knows it: one sentence a rule, with what must not follow beside what must.
import { describe, expect, it } from "vitest";
import { positionsOf } from "./extract-of.ts";

const war = "Russian soldiers shelled the front as the war in Ukraine went on. ";
const field = (text: string, issue: string, actor?: string) => positionsOf(war + text).find((row) => row.issue === issue && (!actor || row.actor === actor));
const actOf = (text: string, issue: string, actor?: string) => field(text, issue, actor)?.act;
const kindOf = (text: string, issue: string, actor?: string) => field(text, issue, actor)?.attribution.kind;

describe("what both sides would have to share in is favoured, what is wanted of one side alone is demanded", () => {
  it.each([
    ["Ukraine wants a ceasefire.", "ceasefire", "support"],
    ["Ukraine wants the Russian troops to withdraw from the region.", "troop-withdrawal", "demand"],
    ["Turkey called for a ceasefire.", "ceasefire", "support"],
    ["The United States called for the withdrawal of Russian troops.", "troop-withdrawal", "support"],
    ["Ukraine demanded a ceasefire.", "ceasefire", "demand"],
    ["Turkey called on both sides to agree to a ceasefire.", "ceasefire", "support"],
  ])("%s", (text, issue, act) => expect(actOf(text, issue)).toBe(act));
});

describe("what is announced keeps the act of its own sentence", () => {
  it.each([
    ["Ukraine declared that Russian troops must withdraw.", "troop-withdrawal", "demand"],
    ["Russia announced a ceasefire.", "ceasefire", "propose"],
    ["Russia undertook to withdraw its troops.", "troop-withdrawal", "accept"],
    ["Russia offered to withdraw its troops.", "troop-withdrawal", "propose"],
  ])("%s", (text, issue, act) => expect(actOf(text, issue)).toBe(act));
});

describe("what is said with weight is a refusal where it rules something out", () => {
  it("maintains that its land cannot be bargained over", () =>
    expect(actOf("Moscow maintains that its sovereignty over Crimea cannot be subject to negotiation.", "territorial-concessions")).not.toBe("demand"));
  it("and a demand where it asks for something", () =>
    expect(actOf("Ukraine made clear that Russian troops must withdraw.", "troop-withdrawal")).toBe("demand"));
});

describe("a quotation, a statement or the author", () => {
  it.each([
    ['President Volodymyr Zelensky said Ukraine would agree to a "full" ceasefire.', "quote"],
    ["President Volodymyr Zelensky said Ukraine would agree to a full ceasefire.", "statement"],
    ['In a "surprise" visit on Monday President Volodymyr Zelensky told reporters in Kyiv that Ukraine would agree to a ceasefire.', "statement"],
    ["President Volodymyr Zelensky refuses to sign a ceasefire.", "author"],
    ["President Volodymyr Zelensky has signalled a readiness to agree to a ceasefire.", "statement"],
    ["President Volodymyr Zelensky is ready to agree to a ceasefire.", "author"],
  ])("%s %s", (text, kind) => expect(kindOf(text, "ceasefire")).toBe(kind));
});

describe("what only the words of a sentence together tell", () => {
  it.each([
    ["is a person's word", "Recep Tayyip Erdogan had every captive walk free by Christmas in mind.", "statement"],
    ["in marks it is a quotation", 'Recep Tayyip Erdogan had every captive walk free "by Christmas" in mind.', "quote"],
    ["is told of a state by the author", "Turkey had every captive walk free by Christmas in mind.", "author"],
  ])("%s", (_, text, kind) => {
    const row = field(text, "prisoner-exchange");
    expect(row?.rule).toMatch(/learned$/);
    expect(row?.attribution.kind).toBe(kind);
  });
});

describe("evidence", () => {
  const shownBy = (text: string): string | undefined => {
    const [row] = positionsOf(war + text).filter(({ issue }) => issue === "troop-withdrawal");
    return row?.evidence[0] && (war + text).slice(row.evidence[0].start, row.evidence[0].end);
  };
  it("keeps both marks of a quotation that it holds, or neither", () => {
    expect(shownBy('Turkey demanded that the Russian troops withdraw from "all of it".')).toBe(
      'Turkey demanded that the Russian troops withdraw from "all of it"',
    );
    expect(shownBy('"Russian troops must withdraw," Turkey said.')).toBe("Russian troops must withdraw");
  });
});

describe("unnamed sources", () => {
  it.each([
    ["Two Western diplomats spoke in Kyiv. Ukraine would accept a ceasefire, one of the diplomats said.", "officials"],
    ["Ukraine would accept a ceasefire, said a Western diplomat who has seen the draft.", "officials"],
    ["Ukraine would accept a ceasefire, said Andriy Yermak, who has seen the draft.", "statement"],
    ["Ukrainian officials signalled that they would accept a ceasefire.", "officials"],
  ])("%s", (text, kind) => expect(kindOf(text, "ceasefire")).toBe(kind));

  it("what a side's officials go on to tell is theirs", () =>
    expect(kindOf("Ukrainian officials said Kyiv was ready for talks. It also wants a ceasefire.", "ceasefire")).toBe("officials"));
  it("what the other side wants is not", () =>
    expect(kindOf("Ukrainian officials said Kyiv was ready for talks. Russia wants a ceasefire.", "ceasefire", "russia")).toBe("author"));
  it("a leaked paper's contents are the press's", () =>
    expect(
      kindOf("Judging by the text that leaked to the press, the American plan has ten points. It would freeze the front line.", "contact-line-freeze"),
    ).toBe("media"));
  it("a published paper's are not", () =>
    expect(kindOf("The American plan has ten points. It would freeze the front line.", "contact-line-freeze")).not.toBe("media"));
});
