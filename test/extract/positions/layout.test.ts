// Positions that hang on the shape of a text: lists of papers and of sides, names before a colon, questions and answers, answers to what was proposed.
import { describe, expect, it } from "vitest";
import { positionsOf, rowsOf } from "./extract-of.ts";

const war = "Fighting between the army of Sudan and the Rapid Support Forces has gone on for two years.";
const text = (...lines: string[]): string => [war, ...lines].join("\n\n");

describe("a list", () => {
  it("of what a paper holds is proposed by whose paper it is", () => {
    const rows = positionsOf(
      text("What does the plan say?", "The US plan has three parts:", "- A three-month truce\n- 400 aid trucks a day\n- An exchange of prisoners"),
    );
    expect(rows.map(({ actor, issue, act }) => `${actor} ${issue} ${act}`)).toEqual([
      "united-states limited-ceasefire propose",
      "united-states humanitarian-access propose",
      "united-states prisoner-exchange propose",
    ]);
  });
  it("of a paper with no known owner makes no row", () => {
    expect(rowsOf(text("A draft has leaked. It has two parts:", "- A three-month truce\n- An exchange of prisoners"))).toEqual([]);
  });
  it("has the condition that its stem puts on it", () => {
    const items = "- exchange all prisoners\n- admit foreign observers";
    const conditions = (stem: string) => positionsOf(text(stem, items)).map(({ issue, condition }) => `${issue}: ${condition}`);
    expect(conditions("If the siege ends, Algeria is ready to:")).toEqual(["prisoner-exchange: If the siege ends", "monitoring: If the siege ends"]);
    expect(conditions("Algeria is ready to:")).toEqual(["prisoner-exchange: null", "monitoring: null"]);
  });
  it("with a name before each item gives it to who is named", () => {
    expect(rowsOf(text("What the sides want", "* Hamas: the withdrawal of Israeli troops\n* Israel: the release of all hostages")).sort()).toEqual([
      "hamas troop-withdrawal for",
      "israel prisoner-exchange for",
    ]);
  });
  it("takes 'it' for whom its heading names", () => {
    expect(rowsOf(text("Chad wants a role of its own.", "What Algeria says", "– It supports a referendum\n– It rejects any foreign troops"))).toContain(
      "algeria referendum for",
    );
  });
  it("of unrelated items hands no holder on from one to the next", () => {
    expect(rowsOf(text("- Eritrea has rejected a truce\n- The African Union will monitor the border"))).toEqual(["eritrea ceasefire against"]);
  });
});

describe("a name and a colon", () => {
  it("at the head of an item or heading speak what follows", () => {
    expect(rowsOf(text("Key events", "• Zelenskyy: Europe must have a seat at the table", "Thanks for reading."))).toContain("ukraine wider-participation for");
  });
  it("tell a state's news and no wish where nothing is wanted", () => {
    expect(rowsOf(text("Key events", "• Ukraine: 300 prisoners of war back home", "Thanks for reading."))).toEqual([]);
  });
});

describe("questions and answers", () => {
  it("in an explainer are the author's own words", () => {
    const rows = positionsOf(
      text(
        "Q: What does Ethiopia want?",
        "A: Ethiopia wants the TPLF to hand over its heavy weapons.",
        "Q: And the TPLF?",
        "A: The TPLF demands the release of all prisoners.",
      ),
    );
    expect(rows.map(({ attribution }) => attribution.kind)).toEqual(["author", "author"]);
  });
});

describe("an answer", () => {
  it("takes the paper that was put forward a sentence before", () => {
    expect(rowsOf(text("Egypt had put forward a peace plan. Hamas accepted it."))).toContain("hamas draft-framework for");
  });
  it("that only declines to comment is none", () => {
    expect(rowsOf(text("Chad offered a truce. Libya declined to comment on the offer."))).toEqual(["chad ceasefire for"]);
  });
  it("to an invitation is no answer to a plan", () => {
    expect(rowsOf(text("Egypt had put forward a peace plan. Hamas accepted the invitation."))).not.toContain("hamas draft-framework for");
  });
});

describe("a denial", () => {
  it("of a deal 'without' something asks for it, before or after", () => {
    expect(rowsOf(text('"No deal without security guarantees," said Volodymyr Zelensky.'))).toContain("ukraine security-guarantees for");
    expect(rowsOf(text('"Without a referendum there will be no peace," said Volodymyr Zelensky.'))).toContain("ukraine referendum for");
  });
});

describe("the act", () => {
  const acts = (sentence: string): string[] => positionsOf(text(sentence)).map(({ issue, act }) => `${issue} ${act}`);
  it("of readiness is an offer, and a concession where a goal is dropped", () => {
    expect(acts("Ukraine is ready to become a neutral state.")).toEqual(["neutrality propose"]);
    expect(acts("Ukraine is ready to drop its bid to join NATO.")).toEqual(["nato-membership concede"]);
  });
  it("of what is fixed for a day is nobody's demand", () => {
    expect(acts("The talks are to resume on Friday, Turkey said.")).toEqual([]);
  });
  it("is not doubted by the month of May", () => {
    expect(positionsOf(text("Ethiopia agreed to a truce from 10 May.")).map(({ hedged }) => hedged)).toEqual([false]);
  });
});
