// Descriptions that stand for a known actor, and those that stand for nobody.
import { describe, expect, it } from "vitest";
import { castOf, codebook } from "./cast-of.ts";

describe("the codebook's offices", () => {
  it.each(codebook.titles.offices.map((office) => [office.id, office.example, office.expect] as const))("%s: %s", (_id, example, actor) =>
    expect(castOf(example, "2026-03-01").acting).toContain(actor),
  );
});

describe("descriptions", () => {
  it("name who held the office on the day", () => {
    expect(castOf("The American president called.", "2023-05-01").acting).toContain("joe-biden");
    expect(castOf("The American president called.", "2025-05-01").acting).toContain("donald-trump");
  });
  it("name nobody without a day", () => expect(castOf("The American president called.").cast.mentions.filter((m) => m.form === "description")).toEqual([]));
  it("name without a day whom the text names", () => {
    expect(castOf("Emmanuel Macron called. The French president then left.").words("emmanuel-macron")).toEqual(["Emmanuel Macron", "The French president"]);
  });
  it("name the bearer of the role last named", () => {
    expect(castOf("Egyptian envoy Samir Talaat met Kurdish leader Azad Baran. The envoy was pleased.").words("samir-talaat")).toContain("The envoy");
  });
  it("name nobody whose office is another", () => {
    const { words } = castOf(
      "Defence Minister Samir Talaat spoke. The foreign minister left. The minister stayed. Vice President Lena Voss came. The president went.",
    );
    expect(words("samir-talaat")).toEqual(["Samir Talaat", "The minister"]);
    expect(words("lena-voss")).toEqual(["Lena Voss"]);
  });
  it("are no titles of the name that follows", () => {
    expect(castOf("The Ukrainian foreign minister, Andrii Sybiha, agreed.", "2025-06-01").words("andrii-sybiha")).toEqual(["Andrii Sybiha"]);
  });
  it("name nobody behind 'a' or 'former'", () => {
    expect(castOf("A French president may call. The former French president calls.", "2025-06-01").acting).not.toContain("emmanuel-macron");
  });
});
