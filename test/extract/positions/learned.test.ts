// What coded sentences taught of words, and the second reading that weighs by it.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { leastMatter } from "../../../src/extract/positions/guard.ts";
import { leastChance } from "../../../src/extract/positions/hearing.ts";
import { leaningsOf, wordsFor } from "../../../src/extract/positions/learned.ts";
import { actBy } from "../../../src/extract/positions/learned-acts.ts";
import { matterOf } from "../../../src/extract/positions/learned-matter.ts";
import { stanceOn, stanceWords } from "../../../src/extract/positions/learned-stance.ts";
import { tabulate } from "../../../src/extract/positions/learned-tables.ts";
import { stanceSigns } from "../../../src/extract/positions/stems.ts";
import { chancesOf, compileClasses } from "../../../src/extract/positions/word-classes.ts";
import { noClasses } from "../../../tools/learn/classes.ts";
import { hashOfTexts } from "../../../tools/learn/examples.ts";
import { codebook, docOf, heardIn, index, positionsOf } from "./extract-of.ts";

const { learned } = index;
const leaning = (text: string) => {
  const { tokens } = docOf(text);
  const chances = chancesOf(
    learned.issues,
    tokens,
    tokens.map((_, i) => i),
  );
  return leaningsOf(learned, chances, chances.length);
};

describe("learned.yaml", () => {
  it("was learned of the texts that are there, and knows the codebook's issues", async () => {
    expect(codebook.learned.texts).toBe(await hashOfTexts());
    expect(codebook.learned.issues.classes.filter((issue) => issue !== "none").sort()).toEqual(codebook.issues.issues.map(({ id }) => id).sort());
  });
});

describe("words", () => {
  it.each([
    ["the last garrison marched home across the ravine", "troop-withdrawal"],
    ["every captive walks free by Christmas", "prisoner-exchange"],
    ["let the flour convoys through to the besieged quarter", "humanitarian-access"],
    ["the embargo on its banks is dropped", "sanctions-relief"],
  ])("%s: %s", (text, issue) => expect(leaning(text).issues[0]?.issue).toBe(issue));

  it("lead nowhere where nothing was learned of them", () => {
    const { issues, none } = leaning("xyzzy plugh qwertz");
    expect(issues.reduce((sum, { chance }) => sum + chance, none)).toBeCloseTo(1);
    expect(issues[0]?.chance).toBeLessThan(0.2);
  });

  it("are shown, those that say most first", () => {
    const { tokens } = docOf("the convoys bring flour to the besieged");
    const shown = wordsFor(
      learned,
      tokens,
      tokens.map((_, i) => i),
      "humanitarian-access",
    ).map((i) => tokens[i]?.lower);
    expect(shown).toContain("convoys");
    expect(shown).not.toContain("the");
  });

  it("tell for from against", () => {
    const stance = (text: string): number => {
      const { tokens } = docOf(text);
      return stanceOn(learned.stance, stanceWords(learned.stance, tokens, 0, tokens.length), "mediation");
    };
    expect(stance("we welcome Norway as a mediator")).toBeGreaterThan(stance("we do not need any mediator, and refuse"));
  });
});

describe("the act", () => {
  it.each([
    ["Norway offered to host the two delegations in its capital", "mediation", "for", "propose"],
    ["the rebels signed up to the truce at dawn", "ceasefire", "for", "accept"],
    ["the minister welcomed the return of the captives", "prisoner-exchange", "for", "support"],
    ["the army has to be out of the valley by spring, no matter what", "troop-withdrawal", "for", "demand"],
    ["the general would not rule out a pause in the fighting", "ceasefire", "for", "consider"],
    ["not one soldier will ever leave the valley", "troop-withdrawal", "against", "refuse"],
    ["he grumbled about the observers and had his doubts", "monitoring", "against", "oppose"],
    ["the envoys spoke of real headway", "progress", "for", "assess"],
  ] as const)("%s: %s %s, %s", (text, issue, stance, act) => {
    const { tokens } = docOf(text);
    expect(actBy(learned.acts, tokens, 0, tokens.length, issue, stance)).toBe(act);
  });

  it("is a demand or a refusal where nothing was learned", () => {
    const untaught = compileClasses(tabulate({ ...codebook.learned, acts: noClasses }).acts, () => true);
    const { tokens } = docOf("Norway offered to host them");
    expect(actBy(untaught, tokens, 0, tokens.length, "mediation", "for")).toBe("demand");
    expect(actBy(untaught, tokens, 0, tokens.length, "mediation", "against")).toBe("refuse");
  });
});

describe("the stance as numbers", () => {
  const { bias, weights } = codebook.learned.stance;
  it.each([
    "we will not accept a cease-fire, and we do not accept the guards that they will not accept",
    "the well-known mediators won't come, the naïve ones didn't",
    "1 - 2 -- xyzzy_plugh @ceasefire",
    "",
  ])("adds up the signs that are learned from: %s", (text) => {
    const { tokens } = docOf(text);
    const words = stanceWords(learned.stance, tokens, 0, tokens.length);
    for (const issue of [...codebook.learned.issues.classes, "unheard-of"]) {
      const known = stanceSigns(tokens, 0, tokens.length, issue).flatMap((sign) => weights[sign] ?? []);
      expect(stanceOn(learned.stance, words, issue)).toBe(bias + known.reduce((a, b) => a + b, 0) / Math.sqrt(Math.max(1, known.length)));
    }
  });
});

describe("the words of a whole text", () => {
  const matterIn = (file: string) => matterOf(learned.matter, docOf(readFileSync(file, "utf8")).tokens);
  const textsIn = (folder: string) => {
    const path = new URL(`../../${folder}/`, import.meta.url).pathname;
    return readdirSync(path)
      .filter((name) => /^[a-z]\d+\.txt$/.test(name))
      .map((name) => [name, path + name] as const);
  };

  it.each(textsIn("gold"))("tell that %s is about a war", (_, file) => expect(matterIn(file)).toBeGreaterThan(leastMatter));
  it.each(textsIn("others"))("tell that %s is about something else", (_, file) => expect(matterIn(file)).toBeLessThan(leastMatter));
});

describe("a row whose sentence hardly tells of its issue", () => {
  it("is trusted less than one whose sentence does", () => {
    const confidence = (text: string) => positionsOf(`The war goes on.\n\n${text}`).find(({ issue }) => issue === "navigation")?.confidence ?? 0;
    const plain = confidence("Turkey demanded safe passage for merchant ships through the Black Sea.");
    const beside = confidence("Turkey demanded that teachers, tenors, dentists, goalkeepers and gardeners be given safe passage for merchant ships.");
    expect(plain).toBeGreaterThan(beside);
  });
});

describe("the second reading", () => {
  it("states its likelihood as confidence, never below what is asked for", () => {
    const texts = readFileSync(new URL("../../wording/sentences.tsv", import.meta.url), "utf8")
      .split("\n")
      .slice(0, 40);
    const rows = texts
      .flatMap((line) => positionsOf(`The war goes on, and so do the peace talks.\n\n${line.split("\t")[1]}`))
      .filter(({ rule }) => rule.endsWith(".learned"));
    expect(rows.length).toBeGreaterThan(0);
    for (const { rule, confidence } of rows) {
      expect(rule).toMatch(/^words\//);
      expect(confidence).toBeGreaterThanOrEqual(leastChance);
    }
  });

  it.each([
    ["Hungary said after the prisoner exchange that its army stays in the valley.", "aside:circumstance"],
    ["Hungary asked whether the army would leave the valley.", "open"],
    ["The prisoners come home if the army of Hungary leaves the valley.", "condition"],
  ])("weighs what the first set aside or left open, and knows that it did: %s", (text, sign) => {
    expect(heardIn(text).some(({ signs }) => signs.includes(sign))).toBe(true);
  });

  it.each([
    "Sooner or later Hungary will accept the loss of the valley.",
    "Hungary should withdraw its army from the valley.",
    "It is unclear whether Hungary will withdraw its army from the valley.",
    "Hungary has never asked for a withdrawal of the army, its minister said.",
  ])("takes up no advice, forecast or doubt of the author's, and nothing that is denied: %s", (text) => {
    expect(heardIn(text)).toEqual([]);
  });

  it("looks back for a holder where a sentence names none", () => {
    const heard = heardIn("Hungary sent its envoy to the talks.\n\nAll prisoners of the war come home first, without delay.");
    expect(heard.filter(({ party }) => party === "hungary").map(({ signs }) => signs.find((sign) => /^via:[a-z]+$/.test(sign)))).toContain("via:earlier");
  });
});
