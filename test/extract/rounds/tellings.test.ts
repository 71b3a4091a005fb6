// Rounds told over several sentences: who mediates, who hosts, who came, and where. Through the whole extractor; every text is invented.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { unknownMeta } from "../../../src/domain/articles.ts";
import type { DocumentRound } from "../../../src/domain/documents.ts";
import { extract } from "../../../src/extract/extract.ts";
import { prepare } from "../../../src/extract/lexicon.ts";

const lexicon = prepare(loadCodebook());
const roundsOf = (published: string, text: string) => extract({ text, meta: { ...unknownMeta, published } }, lexicon).rounds;
const brief = ({ kind, status, format, place, when }: DocumentRound) => [kind, status, format, place, when].map((value) => value ?? "-").join(" ");
const seats = (round: DocumentRound | undefined) => round?.participants.map(({ actor, role }) => `${actor} ${role}`) ?? [];

describe("a round is told in full", () => {
  it.each([
    [
      "with mediators of the sentence before, who count for the format",
      "2023-10-20",
      "Mediators from Qatar and Egypt have carried messages between Israel and Hamas for two weeks. In Doha on Thursday the two sides held a fresh round of indirect talks on a hostage deal.",
      ["talks held multilateral Doha 2023-10-19"],
    ],
    [
      "behind a compound noun",
      "2023-05-15",
      "Representatives of the Sudanese army and the Rapid Support Forces resumed talks in the Saudi port city of Jeddah on Sunday. A ceasefire has not held.",
      ["talks held bilateral Jeddah 2023-05-14"],
    ],
    [
      "by a way there and a 'where'",
      "2024-03-20",
      "Blinken travels on to Tel Aviv on Friday, where he will meet Israeli Prime Minister Benjamin Netanyahu about the war in Gaza.",
      ["visit planned bilateral Tel Aviv 2024-03-22"],
    ],
    [
      "by an ordinal alone",
      "2019-02-28",
      "The second summit between Donald Trump and Kim Jong Un ended early in Hanoi on Thursday, without a word on sanctions or peace. Their first, in Singapore last June, had ended with smiles.",
      ["summit held bilateral Hanoi 2019-02-28", "summit held bilateral Singapore 2018-06"],
    ],
    [
      "with a side that bears no name",
      "2013-06-19",
      "Mali's interim government and Tuareg rebels signed an accord in Ouagadougou on Tuesday that opens the way for an election after the war. Burkina Faso's president, Blaise Compaoré, mediated.",
      ["talks held trilateral Ouagadougou 2013-06-18"],
    ],
    [
      "in a house that the record names by itself",
      "2025-08-19",
      "Donald Trump hosted Volodymyr Zelenskyy and seven European leaders at the White House on Monday to talk about guarantees and a ceasefire.",
      ["talks held multilateral White House 2025-08-18"],
    ],
  ])("%s", (_, published, text, expected) => {
    expect(roundsOf(published, text).map(brief)).toEqual(expected);
  });

  it.each([
    [
      "2025-03-13",
      "Steve Witkoff landed in Moscow on Thursday with the ceasefire plan that Ukrainian and American delegations agreed in Jeddah two days earlier.",
      ["Jeddah 2025-03-11", "Moscow 2025-03-13"],
    ],
    [
      "2025-11-03",
      "Pakistan and Afghanistan's Taliban agreed in Istanbul last Thursday to extend their truce and to meet again on November 6.",
      ["- 2025-11-06", "Istanbul 2025-10-30"],
    ],
  ])("beside another in one sentence, %s", (published, text, expected) => {
    expect(
      roundsOf(published, text)
        .map(({ place, when }) => `${place ?? "-"} ${when}`)
        .sort(),
    ).toEqual(expected);
  });

  it("with those who sign for the sides", () => {
    const [round] = roundsOf(
      "2016-08-25",
      "Negotiators for the Colombian government and the FARC announced a final accord in Havana on Wednesday night. Humberto de la Calle, for the government, and Iván Márquez, for the rebels, signed it.",
    );
    expect(seats(round)).toEqual(["humberto-de-la-calle lead", "ivan-marquez lead"]);
  });

  it("with a roll of the delegations", () => {
    const [round] = roundsOf(
      "2026-02-07",
      "Russia and Ukraine agreed to exchange prisoners when their negotiators met with the Americans in Abu Dhabi on Wednesday and Thursday. Who was there? For Kyiv, Rustem Umerov and Kyrylo Budanov. For Moscow, Igor Kostyukov. For Washington, Steve Witkoff.",
    );
    expect(seats(round).map((seat) => seat.split(" ")[0])).toEqual(
      expect.arrayContaining(["rustem-umerov", "kyrylo-budanov", "igor-kostyukov", "steve-witkoff"]),
    );
    expect(round?.format).toBe("trilateral");
  });

  it("with who carries papers or stands between the sides as mediator", () => {
    const [muscat] = roundsOf("2025-05-12", "Iranian and American teams met in Muscat on Sunday to keep the peace. Oman again carried notes between them.");
    expect(seats(muscat)).toContain("oman mediator");
    const [washington] = roundsOf(
      "2010-09-03",
      "Benjamin Netanyahu and Mahmoud Abbas relaunched direct negotiations in Washington on Thursday, with Hillary Clinton between them.",
    );
    expect(seats(washington)).toContain("hillary-clinton mediator");
  });
});

describe("no round is made", () => {
  it.each([
    [
      "of a meeting that did not take place",
      "2024-02-19",
      "A meeting between Ethiopia's government and Amhara rebels in Addis Ababa on Sunday did not take place, both sides said.",
    ],
    ["of a return home", "2018-09-20", "Moon Jae-in returned to Seoul on Thursday to speak about peace on the peninsula and the withdrawal of troops."],
  ])("%s", (_, published, text) => {
    expect(roundsOf(published, text)).toEqual([]);
  });

  it.each([
    [
      "a papers' carrier of one's own side",
      "2024-05-06",
      "Israel and Hamas held indirect talks in Cairo on Sunday about a ceasefire. Hamas passed its reply to the mediators.",
      "hamas mediator",
    ],
    [
      "somebody who welcomes a paper",
      "2025-11-03",
      "Sudan's army and the Rapid Support Forces held talks in Jeddah on Sunday about a truce. Egypt welcomed the roadmap.",
      "egypt host",
    ],
    [
      "somebody who should only come",
      "2025-07-23",
      "Ukraine and Russia held a third round of talks in Istanbul on Wednesday. Kyiv proposes a meeting of the presidents. Donald Trump should attend.",
      "donald-trump lead",
    ],
  ])("%s takes no seat", (_, published, text, seat) => {
    const [round] = roundsOf(published, text);
    expect(round).toBeDefined();
    expect(seats(round)).not.toContain(seat);
  });
});
