// Names of known actors in running text, and words that only look like them.
import { describe, expect, it } from "vitest";
import { key, keysOf, likeness } from "../../../src/extract/actors/forms.ts";
import { castOf } from "./cast-of.ts";

describe("spellings", () => {
  it.each([
    ["Zelensky", "Zelenskyy"],
    ["Zelenskiy", "Zelenskyi"],
    ["Dmitriev", "Dmitriyev"],
    ["Yermak", "Ermak"],
    ["Arakhamia", "Arahamia"],
    ["Haniyeh", "Haniya"],
    ["Erdoğan", "Erdogan"],
    ["Lawrow", "Lavrov"],
  ])("%s and %s have one key", (a, b) => expect(key(a)).toBe(key(b)));
  it.each([
    ["Kiev", "Kyiv"],
    ["Mali", "Male"],
    ["Iran", "Iraq"],
    ["Niger", "Nigeria"],
    ["Slovakia", "Slovenia"],
  ])("%s and %s keep keys of their own", (a, b) => expect(key(a)).not.toBe(key(b)));
  it("reads points, hyphens and possessives", () => {
    expect(keysOf("U.S.")).toEqual(["us"]);
    expect(keysOf("Al-Shabaab")).toEqual(keysOf("al Shabaab"));
    expect(keysOf("People’s Army")).toEqual(keysOf("People's Army"));
    expect(keysOf("—")).toEqual([]);
  });
  it("measures how alike given names are", () => {
    expect(likeness("sergei", "sergey")).toBeGreaterThan(0.8);
    expect(likeness("lara", "donald")).toBe(0);
  });
});

describe("names the codebook knows", () => {
  it("joins full name, surname and possessive in one actor", () => {
    const { words } = castOf("Rustem Umerov flew to Geneva. Umerov's team followed. Nobody asked Umerov.");
    expect(words("rustem-umerov")).toEqual(["Rustem Umerov", "Umerov", "Umerov"]);
  });
  it("finds names behind a glued comma and in small letters", () => {
    expect(castOf("The text reached Kyiv,and president zelenskyy told ukraine to wait.").acting).toEqual(["ukraine", "volodymyr-zelenskyy"]);
  });
  it("finds names in a text without capitals", () => {
    const { acting } = castOf("mr. trump told moscow on tuesday that the us would wait. marco rubio said so. rubio then left.");
    expect(acting).toEqual(["donald-trump", "marco-rubio", "russia", "united-states"]);
  });
  it("finds names in a text of capitals alone", () => {
    expect(castOf("ARMENIAN FOREIGN MINISTER ARARAT MIRZOYAN REJECTED THE OFFER FROM BAKU.").acting).toContain("ararat-mirzoyan");
  });
  it.each([
    ["Secretary of State Madeleine K. Albright left.", "madeleine-albright"],
    ["A call with Sergey V. Lavrov ended.", "sergey-lavrov"],
    ["John F. Kerry went home, where others named John F. go on.", "john-kerry"],
    ["Henry A. Kissinger flew to Paris.", "henry-kissinger"],
  ])("knows a person by a name with an initial that the codebook lacks: %s", (text, actor) => expect(castOf(text).acting).toContain(actor));
  it("joins no two names over a single letter", () => {
    expect(castOf("Vladimir P. Lukin spoke.").acting).not.toContain("vladimir-putin");
    expect(castOf("Russia V. Ukraine was on every screen.").entity("russia")).toBeDefined();
  });
  it("takes the pronoun us for no state", () => expect(castOf("Moscow told us that it would wait. They gave us nothing.").acting).toEqual(["russia"]));
  it("takes capital US for the state", () => expect(castOf("The US told them to wait.").acting).toEqual(["united-states"]));
  it("takes small english words for no names", () => expect(castOf("Nobody trumps a king who may polish his turkey in march.").acting).toEqual([]));
  it("knows an initial before a surname", () => expect(castOf("The ban concerns talks with V. Putin alone.").words("vladimir-putin")).toEqual(["V. Putin"]));
  it("takes another given name for another person", () =>
    expect(castOf("The hall belongs to Lara Trump, said Barron Putin.").acting).not.toContain("donald-trump"));
  it("takes a shared surname only behind the full name or a title of its bearer", () => {
    expect(castOf("Kim refused to come.").acting).toEqual([]);
    expect(castOf("Kim Jong Un sent a letter. Kim refused to come.").words("kim-jong-un")).toEqual(["Kim Jong Un", "Kim"]);
    expect(castOf("President Petro tied the truce to more.").acting).toEqual(["gustavo-petro"]);
  });
  it("takes newspapers, agreements and places with a state's name in them for no actors", () => {
    expect(castOf("The Moscow Times, the Algiers Agreement and New Mexico were named in the Kyiv Independent.").acting).toEqual([]);
  });
  it("needs the whole text to name a body before its bare noun counts", () => {
    expect(castOf("The Commission met on Friday. Nobody from the bloc came.").acting).toEqual([]);
    expect(castOf("The European Commission met on Friday. The Commission wants more.").words("european-commission")).toEqual([
      "The European Commission",
      "The Commission",
    ]);
  });
  it("never names the author of the article", () => {
    expect(castOf("Peace can wait\n\nBy Marco Rubio\n\nKyiv accepted the offer and Moscow has not answered it for a week or more.").acting).not.toContain(
      "marco-rubio",
    );
  });
});

describe("names that are nearly somebody's", () => {
  it.each([
    ["The Trump Route will open in May.", "mark-rutte"],
    ["Ms. Vance met voters in Ohio.", "jd-vance"],
    ["The adviser of Iran's supreme leader spoke of a wall.", "ali-khamenei"],
  ])("are not: %s", (text, id) => expect(castOf(text, "2025-08-15").acting).not.toContain(id));
  it.each([
    "Nepal's Congress met in May. The United States welcomed it.",
    "The Nepali Congress refused. The United States welcomed it.",
    "In Lima the Congress refused, and Peru with it.",
  ])("are not another state's body of that short name: %s", (text) => expect(castOf(text).acting).not.toContain("us-congress"));
  it("are that of the state which the text names", () => {
    expect(castOf("The United States will pay, if Congress agrees.").acting).toContain("us-congress");
  });
  it("are with their forefathers", () => {
    const { words, cast } = castOf("Sheikh Mohammed bin Abdulrahman bin Jassim Al Thani announced it.");
    expect(words("mohammed-bin-abdulrahman")).toEqual(["Mohammed bin Abdulrahman bin Jassim Al Thani"]);
    expect([...cast.entities.values()].filter(({ kind }) => kind === "person")).toHaveLength(1);
  });
  it("are a house of the state that the text names, and of no other", () => {
    expect(castOf("In Libya the House of Representatives refused.").acting).toContain("libyan-house-of-representatives");
    expect(castOf("In Washington the House of Representatives refused.").acting).not.toContain("libyan-house-of-representatives");
  });
});
