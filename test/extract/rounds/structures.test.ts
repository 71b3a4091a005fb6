// Rounds by the structure of their telling: calls, journeys, scenes, plans, delegations, each in the words of another war. Through the whole extractor; every text is invented.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { unknownMeta } from "../../../src/domain/articles.ts";
import type { DocumentRound } from "../../../src/domain/documents.ts";
import { extract } from "../../../src/extract/extract.ts";
import { prepare } from "../../../src/extract/lexicon.ts";

const lexicon = prepare(loadCodebook());
const roundsOf = (published: string | null, text: string) => extract({ text, meta: { ...unknownMeta, published } }, lexicon).rounds;
/** "kind status format place when: who, who" */
const line = ({ kind, status, format, place, when, participants }: DocumentRound) =>
  `${[kind, status, format, place, when].map((value) => value ?? "-").join(" ")}: ${participants.map(({ actor }) => actor).join(", ")}`;

describe("a round is found with its people, place and day", () => {
  it.each([
    [
      "2023-04-27",
      "Xi Jinping rang Volodymyr Zelenskyy on Wednesday and promised to send an envoy to Kyiv and other capitals to seek a settlement of the war.",
      ["call held bilateral - 2023-04-26: xi-jinping, volodymyr-zelenskyy"],
    ],
    [
      "2025-06-24",
      "In a call with the emir of Qatar, Tamim bin Hamad Al Thani, on Monday evening, Donald Trump asked him to bring Iran to accept a truce. The emir's prime minister then telephoned Tehran.",
      ["call held bilateral - 2025-06-23: tamim-bin-hamad, donald-trump"],
    ],
    [
      "2020-11-09",
      "Ilham Aliyev and Nikol Pashinyan took part in a video conference with Vladimir Putin late on Monday and signed the statement that stops the war in Karabakh, the Kremlin said.",
      ["call held trilateral - 2020-11-09: ilham-aliyev, nikol-pashinyan, vladimir-putin"],
    ],
    [
      "2022-11-10",
      "Antony Blinken spoke with Abiy Ahmed on Wednesday about carrying out the truce with the Tigray rebels, the State Department said in its readout of the call.",
      ["call held bilateral - 2022-11-09: antony-blinken, abiy-ahmed"],
    ],
    [
      "2024-11-26",
      "The two men will hold a phone call on Thursday, an aide to Joe Biden said of the president and Benjamin Netanyahu. The ceasefire in Lebanon takes effect on Wednesday.",
      ["call planned bilateral - 2024-11-28: joe-biden, benjamin-netanyahu"],
    ],
    [
      "2024-09-09",
      "Amos Hochstein arrives in Beirut on Wednesday to see the speaker, Nabih Berri, and the caretaker prime minister, Najib Mikati, about a border truce with Israel.",
      ["visit planned bilateral Beirut 2024-09-11: amos-hochstein, nabih-berri, najib-mikati"],
    ],
    [
      "2025-05-18",
      "J.D. Vance and Volodymyr Zelenskyy talked for half an hour in Rome on Sunday, after the pope's inaugural Mass. Marco Rubio joined them.",
      ["talks held bilateral Rome 2025-05-18: jd-vance, volodymyr-zelenskyy, marco-rubio"],
    ],
    [
      "2012-07-14",
      "On Friday evening, in a side room of the African Union summit in Addis Ababa, Omar al-Bashir and Salva Kiir shook hands and talked alone for an hour: the first encounter of Sudan's two presidents since their armies clashed over oil.",
      ["summit held bilateral Addis Ababa 2012-07-13: omar-al-bashir, salva-kiir"],
    ],
    [
      "2025-07-20",
      "Envoys of Congo and of the M23 rebels put their names to a declaration in Doha on Saturday. Qatar's minister of state Mohammed Al-Khulaifi mediated; Massad Boulos looked on for the United States.",
      ["talks held trilateral Doha 2025-07-19: dr-congo, m23, mohammed-al-khulaifi, massad-boulos"],
    ],
    [
      "2019-11-14",
      "Technical teams of Egypt, Ethiopia and Sudan gathered in Addis Ababa on Tuesday and Wednesday to argue about the filling of the dam; observers from the World Bank attended. None of the armies is on alert, diplomats say.",
      ["talks held trilateral Addis Ababa 2019-11-12/2019-11-13: egypt, ethiopia, sudan, world-bank"],
    ],
    [
      "2018-04-28",
      "Kim Jong Un stepped over the line at Panmunjom on Friday and spent the day with Moon Jae-in at the Peace House. They promised a peace treaty before the year ends.",
      ["summit held bilateral Panmunjom 2018-04-27: kim-jong-un, moon-jae-in"],
    ],
    [
      "2014-06-07",
      "On the fringes of the D-Day commemorations in Normandy on Friday, François Hollande and Angela Merkel brought Vladimir Putin and Petro Poroshenko together for a quarter of an hour. A ceasefire was spoken of.",
      ["summit held multilateral Normandy 2014-06-06: francois-hollande, angela-merkel, vladimir-putin, petro-poroshenko"],
    ],
    [
      "2025-10-13",
      "More than twenty leaders came to Sharm el-Sheikh on Monday for the signing of the Gaza truce. Donald Trump and Abdel Fattah el-Sisi presided over the ceremony; neither Israel nor Hamas was there.",
      ["summit held multilateral Sharm el-Sheikh 2025-10-13: donald-trump, abdel-fattah-el-sisi"],
    ],
    [
      "1995-11-22",
      "The presidents of Bosnia, Croatia and Serbia initialled the peace accord at an air base in Dayton yesterday, after three weeks behind the wire with Richard Holbrooke, the American mediator.",
      ["summit held multilateral Dayton 1995-11-21: bosnia-and-herzegovina, croatia, serbia, richard-holbrooke"],
    ],
    [
      "2025-04-14",
      "A second round between Abbas Araghchi and Steve Witkoff is expected in Rome on Saturday, again with Oman as go-between. Iran calls the negotiation indirect.",
      ["talks planned trilateral Rome 2025-04-19: abbas-araghchi, steve-witkoff, oman"],
    ],
    [
      "2025-08-11",
      "Trump and Putin will see each other in Alaska on Friday. A three-way meeting with Zelenskyy might follow, the White House said, but nothing is fixed. The truce is the only subject.",
      ["summit planned bilateral Alaska 2025-08-15: donald-trump, vladimir-putin"],
    ],
    [
      "2020-10-20",
      "Mike Pompeo has invited the foreign ministers of Armenia and Azerbaijan to Washington for Friday, and both have accepted, officials said. The truce in Karabakh broke within minutes.",
      ["talks planned trilateral Washington 2020-10-23: mike-pompeo, armenia, azerbaijan"],
    ],
    [
      "2018-05-25",
      "Donald Trump on Thursday called off the summit with Kim Jong Un that had been set for 12 June in Singapore, citing the anger of North Korea's diplomats. The nuclear negotiations hang in the air.",
      ["summit cancelled bilateral Singapore 2018-06-12: donald-trump, kim-jong-un"],
    ],
    [
      "2025-03-17",
      "M23 announced on Monday that it will no longer attend the direct talks with Congo's government due to open in Luanda on Tuesday, blaming European sanctions. Angola was to mediate.",
      ["talks cancelled trilateral Luanda 2025-03-18: m23, dr-congo, angola"],
    ],
    [
      "2024-12-15",
      "Kinshasa: the meeting between Felix Tshisekedi and Paul Kagame foreseen for Sunday in Luanda has been postponed indefinitely, the Congolese presidency said. Rwanda insists on talks with the rebels.",
      ["summit cancelled bilateral Luanda 2024-12-15: felix-tshisekedi, paul-kagame"],
    ],
    [
      "2022-11-02",
      "The federal government and the Tigray People's Liberation Front signed a cessation of hostilities in Pretoria on Wednesday. Redwan Hussien put his name to it for Addis Ababa and Getachew Reda for Mekelle. Olusegun Obasanjo led the African Union panel that mediated.",
      ["talks held trilateral Pretoria 2022-11-02: redwan-hussien, getachew-reda, olusegun-obasanjo"],
    ],
    [
      "2025-05-16",
      "Russian and Ukrainian delegations met in Istanbul on Friday for the first time in three years. The Russian team was headed by Vladimir Medinsky, the Ukrainian one by the defence minister, Rustem Umerov. Turkey's Hakan Fidan sat at the head of the table.",
      ["talks held trilateral Istanbul 2025-05-16: vladimir-medinsky, rustem-umerov, hakan-fidan"],
    ],
    [
      "2008-05-22",
      "Israel and Syria have been talking through Turkish go-betweens in Istanbul since Monday, the three governments announced. Teams in two hotels get each other's papers about the Golan and peace by way of the Turks.",
      ["talks ongoing trilateral Istanbul 2008-05-19/2008-05-22: israel, syria, turkiye"],
    ],
    [
      "2025-02-19",
      "American and Russian officials spent Tuesday in a palace in Riyadh working out how to end the war in Ukraine, with nobody from Kyiv. Marco Rubio led for Washington, Sergey Lavrov for Moscow.",
      ["talks held bilateral Riyadh 2025-02-18: marco-rubio, sergey-lavrov"],
    ],
    [
      "XXXX-03-05",
      "The next meeting of the Thai panel and the Barisan Revolusi Nasional will take place in Kuala Lumpur on March 21, the Malaysian facilitator said. Violence in the south goes on despite the negotiations.",
      ["talks planned trilateral Kuala Lumpur XXXX-03-21: thailand, barisan-revolusi-nasional, malaysia"],
    ],
    [
      "2026-01-20",
      "Kyrylo Budanov says he expects the Americans and the Russians in the Emirates at the end of the week. In Miami at the weekend he and Rustem Umerov had gone through the security guarantees with Steve Witkoff.",
      ["talks held bilateral Miami 2026-01-17/2026-01-18: kyrylo-budanov, rustem-umerov, steve-witkoff"],
    ],
    [
      "2025-09-03",
      "Tomorrow the Ukrainian president will talk to Donald Trump by phone, Emmanuel Macron announced after the coalition's leaders had met in Paris. They want to know what America gives to a peacekeeping force.",
      ["call planned bilateral - 2025-09-04: volodymyr-zelenskyy, donald-trump"],
    ],
    [
      "2015-03-02",
      "The UN mediator Jamal Benomar travelled to Aden last Thursday to see the fugitive president, Abd Rabbuh Mansur Hadi. The Houthis, who hold the capital, refuse to negotiate with him.",
      ["visit held bilateral Aden 2015-02-26: jamal-benomar, abd-rabbuh-mansur-hadi"],
    ],
    [
      "2023-07-16",
      "Charles Michel brought Ilham Aliyev and Nikol Pashinyan to one table in Brussels on Saturday, for the sixth time. Prisoners and the Lachin corridor were discussed; a peace treaty is nearer, he claimed.",
      ["summit held trilateral Brussels 2023-07-15: charles-michel, ilham-aliyev, nikol-pashinyan"],
    ],
    [
      "2020-02-29",
      "In a hotel in Doha today Zalmay Khalilzad and Abdul Ghani Baradar put their signatures under an agreement that takes America out of its longest war. Mike Pompeo watched.",
      ["talks held bilateral Doha 2020-02-29: zalmay-khalilzad, abdul-ghani-baradar, mike-pompeo"],
    ],
    [
      "2023-10-25",
      "TEHRAN: foreign ministers from Armenia, Azerbaijan, Iran, Russia and Turkey gathered in Tehran on Monday for a second round of the so-called 3+3 platform on peace in the Caucasus.",
      ["talks held multilateral Tehran 2023-10-23: armenia, azerbaijan, iran, russia, turkiye"],
    ],
    [
      "2025-10-20",
      "Turkish officials say that delegations from Kabul and Islamabad will sit down in Istanbul on 25 October to agree on monitoring of the ceasefire which they reached in Doha two days ago.",
      ["talks held bilateral Doha 2025-10-18: afghanistan, pakistan", "talks planned bilateral Istanbul 2025-10-25: afghanistan, pakistan"],
    ],
    [
      "2025-06-16",
      "Xi Jinping spoke by video link with Emmanuel Macron and Friedrich Merz on Friday, and urged a truce between Iran and Israel. The three agreed to stay in touch, the Élysée said.",
      ["call held trilateral - 2025-06-13: xi-jinping, emmanuel-macron, friedrich-merz"],
    ],
    [
      "2025-11-21",
      "Dan Driscoll, the American army secretary, handed Volodymyr Zelenskyy the draft peace plan in Kyiv on Thursday. He had come by night train with two generals.",
      ["visit held bilateral Kyiv 2025-11-20: dan-driscoll, volodymyr-zelenskyy"],
    ],
    [
      "2024-05-30",
      "In Muscat last week Brett McGurk met an Iranian delegation led by Ali Bagheri Kani, with Omani officials passing messages. Both governments want to keep the war in Gaza from spreading.",
      ["talks held trilateral Muscat 2024-05-20/2024-05-26: brett-mcgurk, ali-bagheri-kani, oman"],
    ],
    [
      "2016-09-10",
      "Thirteen hours of wrangling in Geneva between Sergey Lavrov and John Kerry ended on Friday night with a plan for a ceasefire in Syria.",
      ["talks held bilateral Geneva 2016-09-09: sergey-lavrov, john-kerry"],
    ],
    [
      "2024-03-20",
      "Negotiators from Armenia and Azerbaijan spent Wednesday and Thursday of last week in Berlin at the invitation of Germany's foreign minister, Annalena Baerbock, to work on the peace treaty.",
      ["talks held bilateral Berlin 2024-03-13/2024-03-14: armenia, azerbaijan, annalena-baerbock"],
    ],
    [
      "2022-10-07",
      "In Prague, on the fringes of the first European Political Community summit, Ilham Aliyev, Nikol Pashinyan, Emmanuel Macron and Charles Michel talked until past midnight on Thursday about borders and a mission of observers.",
      ["summit held multilateral Prague 2022-10-06: ilham-aliyev, nikol-pashinyan, emmanuel-macron, charles-michel"],
    ],
  ] as [string | null, string, string[]][])("%s: %s", (published, text, expected) => {
    expect(roundsOf(published, text).map(line).sort()).toEqual(expected);
  });
});

describe("no round is found", () => {
  it.each([
    ["2025-03-03", "Israel's security cabinet met in Jerusalem on Sunday to approve the extension of the ceasefire."],
    ["2025-03-03", "Hamas fighters and Israeli soldiers clashed in Rafah on Sunday, breaking the truce for the third time."],
    ["2024-06-20", "Ukraine met Slovakia in Düsseldorf on Friday and won by two goals to one. The players dedicated the match to the soldiers at the front."],
    ["2023-10-08", "The Security Council met behind closed doors in New York on Sunday and issued no statement on the war."],
    ["2025-06-25", "In Brussels, NATO commanders drew up a plan for peacekeepers. Ukraine's army has not been asked."],
    [
      "2025-08-20",
      "Vladimir Putin is not ready to meet Volodymyr Zelenskyy in Istanbul or anywhere else, Yuri Ushakov said on Wednesday. There is no ceasefire.",
    ],
    ["2025-08-20", "If the talks in Doha resume, Hamas will ask for a withdrawal from the whole of Gaza, the diplomats believe."],
    ["2025-08-20", "The Minsk process is dead and the Astana format sleeps, writes the analyst; neither army believes in a ceasefire."],
    ["2025-08-20", "A trade fair opened in Geneva on Tuesday. Arms makers from Turkey and Russia met buyers and showed drones to generals of several armies."],
    ["2025-08-20", "Russia's Duma opened its autumn session in Moscow on Tuesday and voted for more money for the war and the army."],
    ["2025-08-20", "Abdul Fattah al-Burhan told a rally in Port Sudan on Friday that the army would not negotiate with the rebels."],
    ["2025-08-20", "At a news conference in Beirut on Monday, Naim Qassem said Hezbollah would keep its weapons as long as Israel occupied territory."],
    ["2025-08-20", "Paul Kagame visited a hospital in Goma on Monday and thanked the soldiers. The war has displaced millions."],
    ["2025-08-20", "The ambassador called the proposal of Qatar unserious, and Israel's prime minister called Hamas a gang of killers who want no truce."],
    ["2025-08-20", "Colombia's army and dissidents of the FARC met in battle near Calamar on Thursday; four soldiers died."],
    ["2025-08-20", "Kaja Kallas proposed that Europe should talk to Moscow. No one in Brussels has picked up the idea of negotiations so far."],
    ["2025-08-20", "The Ethiopian church synod met in Addis Ababa on Monday and prayed for peace with Eritrea and for the soldiers."],
    [
      "2025-08-20",
      "Experts in Oslo warn that Sudan's peace is far off. Sudan and Chad share a long border, and fighters cross it every Monday for the market.",
    ],
    ["2025-08-20", "The generals' plan met with derision in Kyiv and with silence in Moscow, and the ceasefire line stays where it was in 2022."],
    ["2025-08-20", "Turkey's parliament debated the disarmament of the PKK in Ankara on Tuesday. Kurdish deputies walked out of the sitting."],
    ["2025-08-20", "Pakistan closed its border posts in Torkham on Sunday after shelling by the Afghan army. Trucks wait in Peshawar."],
    ["2025-08-20", "Should the leaders of Armenia and Azerbaijan ever meet in Nakhchivan, a peace treaty could be signed there, the columnist dreams."],
    ["2025-08-20", "Donald Trump wants to meet Kim Jong Un this year, he told reporters in Washington on Monday. North Korea's army test-fired missiles."],
    ["2025-08-20", "Serbian opposition parties met in Novi Sad on Tuesday to agree on a joint list. Kosovo and the negotiations with it were left out."],
    ["2025-08-20", "Army chief Min Aung Hlaing attended a parade in Naypyidaw on Armed Forces Day and spoke of war and of elections in December."],
    [
      "2025-08-20",
      "The truce of 1994 has held better than the armistice of Korea. Generals on both sides of the line in Karabakh knew each other from one Soviet academy in Moscow.",
    ],
    ["2025-08-20", "The European Union adopted a new round of sanctions against Russia in Luxembourg on Monday because of the war."],
    ["2025-08-20", "Aid convoys from Egypt waited at Rafah on Thursday. Israel inspects them, and Qatar pays for the fuel under the ceasefire."],
    ["2025-08-20", "Felix Tshisekedi reshuffled his government in Kinshasa on Friday and put a general in charge of the negotiations with the rebels."],
    [
      "2002-11-11",
      "Government and rebels of Nepal have been in touch through a human-rights activist, the home minister admits. The insurgents' Prachanda denies any meeting.",
    ],
    ["2025-04-04", "NATO's foreign ministers met in Brussels on Thursday to talk about spending and about the ceasefire that Ukraine accepted."],
    ["2025-04-04", "The head of Colombia's army visited troops in Catatumbo on Wednesday; guerrillas of the ELN had shelled their base."],
    ["2025-04-04", "Aung San Suu Kyi's lawyers met her in prison in Naypyidaw on Monday. The junta has promised elections but no peace."],
    [
      "2025-04-04",
      "The rebels came down from the hills on Friday, attacked the garrison in Uvira and left for the border. The government will negotiate with nobody.",
    ],
    [
      "2025-04-04",
      "Serbia's president spoke on television on Sunday evening: Kosovo, he told viewers, would never be recognised and the army would stay on alert.",
    ],
    ["2025-04-04", "Kim Jong Un received the congress of his party with a speech in Pyongyang on Tuesday and called the South's armistice offer a farce."],
    ["2025-04-04", "Cyprus opens a new crossing near Nicosia in May; the buffer zone and its peacekeepers remain, and no negotiations are foreseen."],
    ["2025-04-04", "Houthi drones struck a tanker off Hodeidah on Tuesday; America's navy answered with air strikes on Sanaa."],
    ["2025-04-04", "The peace envoy gave a lecture in Oslo on Monday on how Colombia's guerrillas laid down their arms."],
    ["2025-04-04", "Nobody in Juba expects Salva Kiir and Riek Machar to meet again soon: the army has put the vice-president under house arrest."],
    ["2025-04-04", "Georgia's football federation visited Sukhumi's old stadium with a delegation of UEFA on Friday. Abkhazia's fighters once camped there."],
    ["2025-04-04", "Kosovo's government met in Pristina on Wednesday and rejected Serbia's terms for the association of municipalities."],
    ["2025-04-04", "He would go to Moscow if it brought peace, Pope Leo told pilgrims in Rome on Sunday, but nobody has invited him."],
    ["2025-04-04", "The Afghan Taliban marked the anniversary of the Doha agreement with a parade of captured armour in Kabul on Friday."],
    ["2025-04-04", "Both armies exchanged the bodies of 900 soldiers at the border on Friday, the Red Cross said."],
    ["2025-04-04", "Turkish and Greek warships shadowed one another off Cyprus on Monday, and the two navies blamed each other."],
    ["2024-02-12", "Washington has urged the generals to be back in Manama before 10 March. Sudan's war goes on, and so does the shelling."],
  ])("%s: %s", (published, text) => {
    expect(roundsOf(published, text).map(line)).toEqual([]);
  });
});
