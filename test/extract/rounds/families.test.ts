// Families of sentences that tell of rounds, and their neighbours that do not, through the whole extractor. Every text is invented.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { unknownMeta } from "../../../src/domain/articles.ts";
import type { DocumentRound } from "../../../src/domain/documents.ts";
import { extract } from "../../../src/extract/extract.ts";
import { prepare } from "../../../src/extract/lexicon.ts";

const lexicon = prepare(loadCodebook());
const published = "2024-05-16";

function roundsOf(text: string): DocumentRound[] {
  return extract({ text, meta: { ...unknownMeta, published } }, lexicon).rounds;
}
const brief = ({ kind, status, place, when }: DocumentRound) => [kind, status, place, when].map((value) => value ?? "-").join(" ");
const seats = ({ participants }: DocumentRound) => participants.map(({ actor, role }) => `${actor} ${role}`).join(", ");

describe("a round is told", () => {
  it.each([
    [
      "by a host who receives a guest after a place and a day",
      "Syria's president, Ahmed al-Sharaa, received in Damascus on Tuesday the commander of the Syrian Democratic Forces, Mazloum Abdi, and agreed with him on a ceasefire.",
      ["talks held Damascus 2024-05-14"],
    ],
    [
      "by two visits in one sentence",
      "Egypt's spy chief Abbas Kamel saw Ismail Haniyeh in Cairo on Sunday and David Barnea in Tel Aviv on Monday. Both were shown a draft of the truce.",
      ["visit held Cairo 2024-05-12", "visit held Tel Aviv 2024-05-13"],
    ],
    [
      "by a call that is news",
      "Keir Starmer has spoken by phone with Friedrich Merz about a ceasefire in Ukraine, Downing Street says.",
      ["call held - 2024-05-16"],
    ],
    [
      "by a call that somebody makes on the way",
      "Emmanuel Macron, in a telephone conversation with Benjamin Netanyahu, called for restraint. The shelling went on and a truce seemed far away.",
      ["call held - 2024-05-16"],
    ],
    [
      "by talks that resume",
      "Rwandan and Congolese negotiators ended a day of talks in Luanda on Tuesday. The talks are to resume online on Friday, an Angolan official said. There is no truce.",
      ["talks held Luanda 2024-05-14", "talks planned - 2024-05-17"],
    ],
    [
      "by the next round, which has a day alone",
      "Delegations of the Congolese government and the M23 parted in Doha on Sunday without a text. The next round is planned for 27 May. The rebels hold Goma.",
      ["talks held Doha 2024-05-12", "talks planned - 2024-05-27"],
    ],
    [
      "by what is agreed for a day to come",
      "Iran's Abbas Araghchi and Steve Witkoff held indirect talks in Muscat on Sunday and agreed to meet again next Saturday. War was in the air.",
      ["talks held Muscat 2024-05-12", "talks planned - 2024-05-18"],
    ],
    [
      "by an invitation for a day to come",
      "Moscow has invited the Armenian and Azerbaijani foreign ministers to talks in Sochi on 24 May. Baku has accepted; the ceasefire holds.",
      ["talks planned Sochi 2024-05-24"],
    ],
    [
      "by a continuing contact",
      "Presidential aide Yuri Ushakov is in permanent contact with US envoy Steve Witkoff, a spokesman said. A truce is far.",
      ["contact ongoing - -"],
    ],
    [
      "by where a truce is signed on a day",
      "Sudan's army and the Rapid Support Forces signed a ceasefire in Jeddah on Saturday night after two weeks of talks brokered by Saudi Arabia.",
      ["talks held Jeddah 2024-05-11"],
    ],
    [
      "by teams behind closed doors",
      "After two days behind closed doors in Geneva, the teams of General Khalifa Haftar and of the Tripoli government parted on Wednesday without a text on the ceasefire.",
      ["talks held Geneva 2024-05-14/2024-05-15"],
    ],
    [
      "by one who speaks of himself",
      '"We met the Rwandan delegation in Luanda on Tuesday," Thérèse Kayikwamba Wagner, the Congolese foreign minister, said. The ceasefire holds.',
      ["talks held Luanda 2024-05-14"],
    ],
    [
      "at a place that no gazetteer has, beside its day",
      "Anton Balasingham and Sri Lanka's G.L. Peiris shared a stage in Hallenwick on 16 September 2002. A ceasefire had held since February.",
      ["talks held Hallenwick 2002-09-16"],
    ],
    [
      "at the place where he was said to be",
      "The US Army secretary, Dan Driscoll, is in Kyiv with a plan of 28 points, officials said. He saw Volodymyr Zelenskyy on Wednesday evening.",
      ["visit held Kyiv 2024-05-15"],
    ],
    [
      "by words that together tell of it, beside a city and a month",
      "In Nairobi in March the army and the Rapid Support Forces put their initials under a list of crossings. The war in Sudan goes on.",
      ["talks held Nairobi 2024-03"],
    ],
    ["by such words of two parties", "The Houthis and the Saudis had shaken hands in Sanaa in April. The truce holds.", ["talks held Sanaa 2024-04"]],
  ])("%s", (_what, text, expected) => {
    expect(roundsOf(text).map(brief)).toEqual(expected);
  });
});

describe("no round is told", () => {
  it.each([
    ["by an exchange of prisoners", "Ukraine and Russia exchanged 75 prisoners each in Belarus on Monday. The war goes on."],
    ["by aid through a country", "Aid convoys entered Gaza through Egypt on Monday. Israel and Egypt had opened the crossing after the truce."],
    ["by an open offer", "He can meet the rebels in Nairobi tomorrow if they lay down their arms, the president said. The ceasefire is over."],
    [
      "by a return that hangs on a condition",
      "Sudan's army will return to talks with the Rapid Support Forces only when they have left Khartoum. The war goes on.",
    ],
    [
      "without a date set for it",
      "No date has been set for a new round between Colombia and the ELN, the chief negotiator said on Friday in Caracas. The truce holds.",
    ],
    ["by a speech to a forum", "Egypt's foreign minister told a forum in Antalya on Friday that a truce was near. The rebels and the army in Sudan fight on."],
    ["by a visit in passing", "Antony Blinken, on a visit to Morocco, said that Russia was not serious about peace. The war goes on."],
    ["by an invitation for no day", "Moscow has invited the Armenian and Azerbaijani foreign ministers to talks. The ceasefire holds."],
    ["by a minister who phones at home", "The minister phoned his mother. The war was on the radio and the truce was over."],
    ["by a train", "The train from Kyiv arrived in Warsaw on Monday with 300 passengers. The war goes on."],
    ["by what nobody did", "Nobody shook hands in Sanaa in April. The truce holds."],
    ["by what a relative clause puts elsewhere", "The Saudis sent letters to the Houthi leader, whose envoy had died in Muscat in April. The truce holds."],
    ["by singers on one stage", "The band shared a stage in Glasgow on Saturday with a choir from Estonia."],
    ["by a fair", "The trade fair in Hanover opened on Monday. Delegations from India and Brazil attended."],
    ["by a battle", "Government troops engaged rebel fighters near Goma on Monday; the two sides met in battle again on Tuesday. No ceasefire is in sight."],
    ["by oil", "OPEC members agreed in Vienna on Thursday to cut output, and Saudi Arabia's minister spoke by phone with his Russian counterpart."],
  ])("%s", (_what, text) => {
    expect(roundsOf(text).map(brief)).toEqual([]);
  });
});

describe("who takes part, and as what", () => {
  it.each([
    [
      "the one through whom papers go",
      "Iranian and American diplomats exchanged papers in Muscat on Friday through Oman's foreign minister, Badr Albusaidi. War was in the air.",
      "trilateral",
      "badr-albusaidi mediator",
    ],
    [
      "mediators named by whom they come from",
      "Mediators from Qatar and Egypt are at work. Israel and Hamas are holding indirect talks in Doha. A truce is near.",
      "multilateral",
      "qatar mediator, egypt mediator",
    ],
    [
      "the one before whom the sides sign",
      "Nikol Pashinyan and Ilham Aliyev signed a declaration at the White House on 8 May in the presence of Donald Trump. The conflict is over.",
      "trilateral",
      "donald-trump mediator",
    ],
    [
      "both before a verb after a conjunction",
      "A settlement is far, an aide said after Steve Witkoff and Jared Kushner had spent four hours with Vladimir Putin in Moscow on Tuesday. War goes on.",
      "bilateral",
      "jared-kushner delegate",
    ],
    [
      "a whole list of observers",
      "Colombia and the ELN opened talks in Havana on Monday. Norway, Brazil, Chile and Mexico accompany them as observers. A truce holds.",
      "bilateral",
      "brazil observer, chile observer, mexico observer",
    ],
    [
      "whoever comes together with another",
      "Otty Patiño, head of Colombia's team, together with General Luis Ospina, met the ELN commander Pablo Beltrán in Havana on Friday. The ceasefire holds.",
      "bilateral",
      "otty-patino lead, luis-ospina delegate",
    ],
    [
      "the state that a delegation of another body goes to, and not its leader's",
      "The recent visit of an OSCE delegation to Baku, led by the Finnish foreign minister Elina Valtonen, brought nothing. Azerbaijan said that the ceasefire with Armenia held.",
      "bilateral",
      "azerbaijan host",
    ],
  ])("%s", (_what, text, format, expected) => {
    const [round] = roundsOf(text);
    expect(round?.format).toBe(format);
    for (const seat of expected.split(", ")) expect(round && seats(round)).toContain(seat);
  });
});

describe("a format", () => {
  const formatOf = (text: string) => roundsOf(text).map(({ format }) => format);

  it("counts the head of a team with the team, whatever else he is", () => {
    const visit = "in Moscow, an African Union delegation led by South African President Cyril Ramaphosa held talks with Russia on 14 May on a ceasefire.";
    expect(formatOf(`The war goes on. On Tuesday ${visit}`)).toEqual(["bilateral"]);
  });
  it("is not known where somebody sits at the table of whom nobody says for whom", () => {
    expect(formatOf("Negotiators met Armenian Prime Minister Nikol Pashinyan in Tbilisi on 14 May for talks on a truce.")).toEqual(["unclear"]);
  });
});
