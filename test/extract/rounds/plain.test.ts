// Rounds in the commonest sentences of agencies: calls, journeys, listed days, meetings that go on, and what only looks so. Through the whole extractor; every text is invented.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { unknownMeta } from "../../../src/domain/articles.ts";
import type { DocumentRound } from "../../../src/domain/documents.ts";
import { extract } from "../../../src/extract/extract.ts";
import { prepare } from "../../../src/extract/lexicon.ts";

const lexicon = prepare(loadCodebook());
/** A Wednesday. */
const published = "2026-03-11";
const after = "A ceasefire and the withdrawal of troops remain in dispute between the two armies.";
const roundsOf = (sentence: string) => extract({ text: `${sentence}\n\n${after}\n`, meta: { ...unknownMeta, published } }, lexicon).rounds;
/** "kind status place when: who, who" */
const line = ({ kind, status, place, when, participants }: DocumentRound) =>
  `${[kind, status, place, when].map((value) => value ?? "-").join(" ")}: ${participants.map(({ actor }) => actor).join(", ")}`;

describe("a plain sentence tells of rounds", () => {
  it.each([
    [
      "The Foreign Minister, Asaad al-Shaibani, received a phone call from his Turkish counterpart Hakan Fidan on Sunday.",
      ["call held - 2026-03-08: asaad-al-shaibani, hakan-fidan"],
    ],
    ["A summit of Congo and Rwanda in Luanda on Monday was cancelled at the last minute.", ["summit cancelled Luanda 2026-03-09: dr-congo, rwanda"]],
    ["Friday's meeting in Doha between Congo and M23 did not take place.", ["talks cancelled Doha 2026-03-06: dr-congo, m23"]],
    ["Talks between Congo and M23 get under way in Doha on Thursday.", ["talks planned Doha 2026-03-12: dr-congo, m23"]],
    ["Negotiators from Congo and M23 return to Doha on Thursday.", ["talks planned Doha 2026-03-12: dr-congo, m23"]],
    ["Delegations from Congo and M23 arrived in Doha on Sunday for talks that start on Friday.", ["talks planned Doha 2026-03-13: dr-congo, m23"]],
    ["Delegations from Congo and M23 arrived in Doha on Sunday for talks starting on Friday.", ["talks planned Doha 2026-03-13: dr-congo, m23"]],
    ["Delegations from Congo and M23 arrived in Doha on Sunday ahead of talks on Friday.", ["talks planned Doha 2026-03-13: dr-congo, m23"]],
    ["- August 18: Tshisekedi and Kagame meet in Doha.", ["summit held Doha 2025-08-18: felix-tshisekedi, paul-kagame"]],
    ["- April 4: Congo and Rwanda meet in Washington.", ["talks planned Washington 2026-04-04: dr-congo, rwanda"]],
    ["On Saturday Rajnath Singh rang up his Pakistani counterpart, Khawaja Asif.", ["call held - 2026-03-07: rajnath-singh, khawaja-asif"]],
    [
      "In a telephone conversation with Emmanuel Macron, which took place on Monday, Putin listed his terms.",
      ["call held - 2026-03-09: emmanuel-macron, vladimir-putin"],
    ],
    ["President Putin spoke with President Lukashenko for half an hour on Monday.", ["call held - 2026-03-09: vladimir-putin, alexander-lukashenko"]],
    ["A telephone call between Ilham Aliyev and Nikol Pashinyan is being arranged.", ["call planned - -: ilham-aliyev, nikol-pashinyan"]],
    [
      "Armenian and Azerbaijani envoys held talks in Tbilisi on January 23-24 and February 4-5.",
      ["talks held Tbilisi 2026-01-23/2026-01-24: armenia, azerbaijan", "talks held Tbilisi 2026-02-04/2026-02-05: armenia, azerbaijan"],
    ],
    [
      "Envoys of Rwanda and Congo met in Doha on 3 and 4 January and again on 11 and 12 February.",
      ["talks held Doha 2026-01-03/2026-01-04: rwanda, dr-congo", "talks held Doha 2026-02-11/2026-02-12: rwanda, dr-congo"],
    ],
    [
      "Nabih Berri met Amos Hochstein in Beirut on Monday and again on Tuesday morning.",
      ["visit held Beirut 2026-03-09/2026-03-10: nabih-berri, amos-hochstein"],
    ],
    ["Thursday's talks between Rwanda and Congo in Geneva will be the first since May.", ["talks planned Geneva 2026-03-12: rwanda, dr-congo"]],
    [
      "Kyiv had no objection to another meeting of Ukraine and Russia in Abu Dhabi next week.",
      ["talks planned Abu Dhabi 2026-03-16/2026-03-22: russia, ukraine"],
    ],
    [
      "The next meeting of Armenia and Azerbaijan is to take place in Armenia, in Dilijan, before the summer.",
      ["talks planned Dilijan -: armenia, azerbaijan"],
    ],
    ["Envoys of Armenia and Azerbaijan would meet on the island of Sevan, probably on Sunday.", ["talks planned Sevan 2026-03-15: armenia, azerbaijan"]],
    ["Sergey Lavrov paid a visit to Ankara on Friday, where he held talks with Hakan Fidan.", ["visit held Ankara 2026-03-06: sergey-lavrov, hakan-fidan"]],
    ["A Geneva meeting in August 2024 went ahead without the Sudanese army.", ["talks held Geneva 2024-08: sudanese-armed-forces"]],
    ["A high-level Ethiopian delegation visited Asmara on Sunday.", ["visit held Asmara 2026-03-08: ethiopia"]],
    ["Sergey Lavrov was in Pyongyang on Saturday.", ["visit held Pyongyang 2026-03-07: sergey-lavrov"]],
    ["Leaders from the Gulf met in Riyadh on Sunday.", ["talks held Riyadh 2026-03-08: "]],
    ["Wang Yi hosted his Thai and Cambodian counterparts in Yunnan on Sunday.", ["visit held Yunnan 2026-03-08: wang-yi, thailand, cambodia"]],
    [
      "Negotiators of Rwanda and Congo met in Doha on Tuesday. The talks are scheduled to continue on Thursday.",
      ["talks ongoing Doha 2026-03-10/2026-03-12: rwanda, dr-congo"],
    ],
    [
      "Negotiators of Rwanda and Congo met in Doha on Tuesday. The talks will resume on 20 March.",
      ["talks held Doha 2026-03-10: rwanda, dr-congo", "talks planned - 2026-03-20: rwanda, dr-congo"],
    ],
    [
      "Rwanda handed over its list at last week's meeting in Doha. Its envoys and Congo's met there on 4 March.",
      ["talks held Doha 2026-03-04: rwanda, dr-congo"],
    ],
    [
      "Felix Tshisekedi met Emmanuel Macron in Paris on Thursday and Paul Kagame in Doha on Friday.",
      ["summit held Paris 2026-03-05: felix-tshisekedi, emmanuel-macron", "summit held Doha 2026-03-06: felix-tshisekedi, paul-kagame"],
    ],
    [
      "Qatar hosted two rounds of talks between Congo and the M23 in April and May.",
      ["talks held - 2025-04: qatar, dr-congo, m23", "talks held - 2025-05: qatar, dr-congo, m23"],
    ],
    ["Paul Kagame was due in Luanda on Monday but cancelled his trip.", ["visit cancelled Luanda 2026-03-16: paul-kagame"]],
    ["The first direct talks between Congo and the M23 took place in Doha in late March.", ["talks held Doha 2025-03-21~/2025-03-31~: dr-congo, m23"]],
    ["A second round of Congo and the M23 in Doha, planned for January, was cancelled.", ["talks cancelled Doha 2026-01: dr-congo, m23"]],
    [
      "Envoys of Congo and the M23 ended two days of talks in Doha on Tuesday, ahead of a session of the ministers in Luanda on Friday.",
      ["talks held Doha 2026-03-09/2026-03-10: dr-congo, m23", "talks planned Luanda 2026-03-13: dr-congo, m23"],
    ],
    ["Joe Biden discussed the hostages with Benjamin Netanyahu by phone on Saturday.", ["call held - 2026-03-07: joe-biden, benjamin-netanyahu"]],
    [
      "Negotiators of Rwanda and Congo met in Doha on Tuesday. The talks must end by midnight on Thursday, the mediator said.",
      ["talks ongoing Doha 2026-03-10/2026-03-12: rwanda, dr-congo"],
    ],
    ["Rwanda and Congo have agreed in principle to a second meeting in Nairobi.", ["talks planned Nairobi -: rwanda, dr-congo"]],
    [
      "The leaders of Rwanda and Congo agreed on Monday to take part in a meeting in Nairobi at the end of May.",
      ["summit planned Nairobi 2026-05-21~/2026-05-31~: rwanda, dr-congo"],
    ],
    [
      "Maria Angela Holguin, the personal envoy of U.N. Secretary-General Antonio Guterres, met Hakan Fidan in Ankara on Tuesday.",
      ["visit held Ankara 2026-03-10: maria-angela-holguin, hakan-fidan"],
    ],
    ["The four-day meeting of Rwanda and Congo in Nairobi was overshadowed by a clash at the border on 1 March.", ["talks held Nairobi -: rwanda, dr-congo"]],
    [
      "Armenia and Azerbaijan failed to agree at their first meeting in Tbilisi in two years, but Abiy Ahmed said on Friday that talks would go on.",
      ["talks held Tbilisi -: armenia, azerbaijan"],
    ],
    [
      "Negotiators of Rwanda and Congo met in Doha on Monday. The round is expected to finish on Friday.",
      ["talks ongoing Doha 2026-03-09/2026-03-13: rwanda, dr-congo"],
    ],
    [
      "Emmanuel Macron travelled to Kyiv on Thursday and Warsaw on Friday.",
      ["visit held Kyiv 2026-03-05: emmanuel-macron", "visit held Warsaw 2026-03-06: emmanuel-macron, poland"],
    ],
    ["Nairobi will host the next round of Rwanda and Congo on March 20.", ["talks planned Nairobi 2026-03-20: rwanda, dr-congo, kenya"]],
    ["Rwanda and Congo will attend Friday's meeting in Doha.", ["talks planned Doha 2026-03-13: rwanda, dr-congo"]],
    ["Friday's meeting of Rwanda and Congo in Doha is expected to last two hours.", ["talks planned Doha 2026-03-13: rwanda, dr-congo"]],
    ["Friday's meeting of Rwanda and Congo in Doha lasted two hours.", ["talks held Doha 2026-03-06: rwanda, dr-congo"]],
    ["Qatar has called a session of Rwanda and Congo for Friday.", ["talks planned - 2026-03-13: qatar, rwanda, dr-congo"]],
    ["A meeting of Rwanda and Congo set for March 3 in Luanda was abandoned when neither came.", ["talks cancelled Luanda 2026-03-03: rwanda, dr-congo"]],
    [
      "Rwanda and Congo held talks in Doha on Sunday and Monday. They are due to resume on Friday.",
      ["talks held Doha 2026-03-08/2026-03-09: rwanda, dr-congo", "talks planned - 2026-03-13: rwanda, dr-congo"],
    ],
    [
      "Talks between Rwanda and Congo in Doha broke up last month and are due to resume in June.",
      ["talks held Doha 2026-02: rwanda, dr-congo", "talks planned - 2026-06: rwanda, dr-congo"],
    ],
    ["The presidents of Congo and Rwanda did not meet in Luanda in December as planned.", ["summit cancelled Luanda 2025-12: dr-congo, rwanda"]],
    [
      "Steve Witkoff met Abbas Araghchi in Muscat on Sunday. He flew on to Cairo on Monday and met Badr Abdelatty there.",
      ["talks held Muscat 2026-03-08: steve-witkoff, abbas-araghchi", "visit held Cairo 2026-03-09: steve-witkoff, badr-abdelatty"],
    ],
    [
      "Marco Rubio met Sergey Lavrov on the sidelines of the ASEAN meeting in Kuala Lumpur on Monday.",
      ["talks held Kuala Lumpur 2026-03-09: marco-rubio, sergey-lavrov"],
    ],
    ["Donald Trump and Vladimir Putin spoke on Monday.", ["call held - 2026-03-09: donald-trump, vladimir-putin"]],
    ["The talks of Rwanda and Congo in Doha go into a third day on Thursday.", ["talks planned Doha 2026-03-10/2026-03-12: rwanda, dr-congo"]],
    ["UNITED NATIONS - Envoys of Rwanda and Congo met here on Monday.", ["talks held New York 2026-03-09: rwanda, dr-congo"]],
    ["NEW YORK - Envoys of Rwanda and Congo met here on Monday.", ["talks held New York 2026-03-09: rwanda, dr-congo"]],
    ["The first cessation of hostilities between Rwanda and Congo was signed in Luanda on January 15.", ["talks held Luanda 2026-01-15: rwanda, dr-congo"]],
  ])("%s", (sentence, expected) => {
    expect(roundsOf(sentence).map(line)).toEqual(expected);
  });
});

describe("a plain sentence tells of no round", () => {
  it.each([
    ["Rwanda and the M23 were at odds on Saturday over a town called Goma."],
    ["The exiles, who call themselves the government of Syria, spoke on Saturday."],
    ["The commander whom everyone calls Hemedti attacked the town on Saturday."],
    ["It would be useful to meet Vladimir Putin in Geneva, Emmanuel Macron said."],
    ["Donald Trump said he would like to meet Kim Jong Un in Singapore."],
    ["A U.S. official denied a report that Keith Kellogg and Vladimir Medinsky would meet in Vienna on Friday."],
    ["Reports that Keith Kellogg and Vladimir Medinsky would meet in Vienna on Friday were false, an official said."],
    ["Israel halted its strikes on Sunday. They are due to resume on Friday."],
    ["Russia and Ukraine did not meet in Istanbul on Monday, officials said."],
    ["Hamas denied that its leaders had met Israeli officials in Istanbul last week."],
    ["Russia fired 270 drones at Kharkiv on the night after the summit."],
    ["The UN Security Council met in New York on Monday to discuss Sudan."],
    ['"I am ready to offer direct talks in Doha tomorrow, if both of them say yes," Staffan de Mistura told reporters.'],
    ["The United States threatened to freeze trade negotiations with Thailand in Washington on Monday."],
    ["A Russian military convoy arrived in Aleppo on Monday."],
    ["The Syrian opposition parties met in Idlib on Monday to agree on a list."],
  ])("%s", (sentence) => {
    expect(roundsOf(sentence).map(line)).toEqual([]);
  });
});
