// Attributions of whole sentences: the invented cases, what is no attribution, kinds, nesting, layout, and time.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { AttributionLanguage } from "../../../src/domain/codebook/attribution.ts";
import { Layout } from "../../../src/domain/codebook/layout.ts";
import { compileAttributions } from "../../../src/extract/attributions/compile.ts";
import { attributionAt, findAttributions } from "../../../src/extract/attributions/find.ts";
import { compileLayout } from "../../../src/extract/blocks.ts";
import { read } from "../../../src/extract/read.ts";
import type { Attribution, Cast, Range } from "../../../src/extract/types.ts";
import { agreement, f1, parseMarked, total } from "./marked.ts";

const seed = (name: string): unknown => parse(readFileSync(new URL(`../../../seeds/codebook/${name}.yaml`, import.meta.url), "utf8"));
const language = AttributionLanguage.parse(seed("attribution"));
const index = compileAttributions(language);
const layout = compileLayout(Layout.parse(seed("layout")));
const nobody: Cast = { entities: new Map(), mentions: [] };

const attributionsOf = (text: string): Attribution[] => findAttributions(read(text, layout), nobody, index);
const cut = (text: string, range: Range | null): string | null => range && text.slice(range.start, range.end);
/** Each attribution as `source | cue | content … content`. */
const told = (text: string): string[] =>
  attributionsOf(text).map(
    ({ source, cue, content }) => `${cut(text, source) ?? "-"} | ${cut(text, cue) ?? "-"} | ${content.map((c) => cut(text, c)).join(" … ")}`,
  );

const cases = (parse(readFileSync(new URL("cases.yaml", import.meta.url), "utf8")) as { cases: string[] }).cases.map(parseMarked);

describe("the invented cases", () => {
  it("are found with an overlap F1 of at least 0.95 and content tokens of at least 0.97", () => {
    const { words, spans } = total(
      cases.map((marked) =>
        agreement(
          marked,
          attributionsOf(marked.text).filter((a) => a.within === null),
        ),
      ),
    );
    expect(f1(spans)).toBeGreaterThanOrEqual(0.95);
    expect(f1(words)).toBeGreaterThanOrEqual(0.97);
  });
});

describe("the examples of the codebook", () => {
  const classes = [...language.verbs.map((c) => ({ id: c.id, positive: c.positive, negative: c.negative })), ...language.nouns, ...language.adjectives];
  it.each(classes.flatMap(({ id, positive }) => positive.map((sentence) => [id, sentence])))("%s is a cue in: %s", (_, sentence) => {
    expect(attributionsOf(sentence)).not.toEqual([]);
  });
  it.each(classes.flatMap(({ id, negative }) => negative.map((sentence) => [id, sentence])))("%s is none in: %s", (_, sentence) => {
    expect(attributionsOf(sentence)).toEqual([]);
  });
});

describe("marks and abbreviations of foreign desks", () => {
  it.each([
    ["The premier said the law was ``a disgrace.'' He left.", ["The premier | said | the law was ``a disgrace.''"]],
    ["``It is over,'' she said.", ["she | said | ``It is over,''"]],
    ["Officials who spoke on condition of anonymity said the plan had failed.", ["Officials who spoke on condition of anonymity | said | the plan had failed"]],
    ["People who know him say he is tired.", ["People who know him | say | he is tired"]],
    ["Lawmakers who opposed it said it went too far.", ["Lawmakers who opposed it | said | it went too far"]],
    ["The union rejected the offer and Norland accepted it.", ["The union | rejected | the offer", "Norland | accepted | it"]],
    ["Sen. Mark Delaney (R-Ariz.) on Tuesday rejected the plan.", ["Sen. Mark Delaney (R-Ariz.) | rejected | the plan"]],
    ["The law, said the Rev. Calvin Boyd, would fail.", ["the Rev. Calvin Boyd | said | The law … would fail"]],
    ["The mayor told her she would lose.", ["The mayor | told | she would lose"]],
    ["The lawyer smiled. “He has been saying so for years.”", ["The lawyer | smiled | “He has been saying so for years.”"]],
  ])("are read in: %s", (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });
  it("leave italics in two single marks alone", () => expect(told("The ship ''Aurora'' sank in the bay.")).toEqual([]));
});

describe("newspapers' habits", () => {
  it.each([
    [
      "''We will win,'' Ms. Ruiz said. ''It's time,'' she added, ''and we know it.''",
      ["Ms. Ruiz | said | ''We will win,''", "she | added | ''It's time,'' … ''and we know it.''"],
    ],
    ['“It is a shame that you never called," the widow said.', ['the widow | said | “It is a shame that you never called,"']],
    ['"We had a talk,” she said. “It led nowhere."', ['she | said | "We had a talk,” … “It led nowhere."']],
    ['“He told me "no" twice,” she said.', ['she | said | “He told me "no" twice,”']],
    ['"It can be mended," he said when asked about the dam. "But, you know, it is old."', ['he | said | "It can be mended," … "But, you know, it is old."']],
    ['"Never. Never again," the captain replied.', ['the captain | replied | "Never. Never again,"']],
    [
      '"It was late," the miner said, referring to the shift. "We went home."',
      ['the miner | said | "It was late," … "We went home."', "the miner | referring to | the shift"],
    ],
    [
      '"It was late," said Rui Tavares, 44, a miner. He plans to sue. "We went home."',
      ['Rui Tavares, 44, a miner | said | "It was late," … "We went home."', "He | plans | to sue"],
    ],
    [
      '"He is grumpy," she said, but after a while, "I think he will do it," said the nurse.',
      ['she | said | "He is grumpy,"', 'the nurse | said | "I think he will do it,"'],
    ],
    ["The envoy complained at a hearing — the third of its kind — that nobody listened.", ["The envoy | complained | that nobody listened"]],
    ["The mayor wants to close the gate — a step he has tried before.", ["The mayor | wants | to close the gate"]],
    ["She calls for three bridges - half of what her rival has built.", ["She | calls for | three bridges"]],
    ["He's said he'll stay until May.", ["He | 's said | he'll stay until May"]],
    ["She has since said that she was ill.", ["She | has since said | that she was ill"]],
    ["Tavares, who on Sunday endorsed the tax, said it was fair.", ["Tavares | endorsed | the tax", "Tavares | said | it was fair"]],
    ["Ana Ruiz, who lost a brother in Porto, Portugal, in May, said that she forgave them.", ["Ana Ruiz | said | that she forgave them"]],
    ["Families of those affected by the blast urged the mayor to resign.", ["Families of those affected by the blast | urged | the mayor to resign"]],
    ["The governor threw his support behind the tax.", ["The governor | threw his support behind | the tax"]],
    ["The paper rests on the contention of the minister that the dam is safe.", ["the minister | contention | that the dam is safe"]],
    ["The match was called off amid fears the stand would fall.", ["- | fears | the stand would fall"]],
    ["But while denouncing the tax, she voted for it.", ["she | denouncing | the tax", "she | voted for | it"]],
    [
      "Tavares said that he considers the case closed, but he urged the court to speak.",
      ["Tavares | said | that he considers the case closed", "he | considers | the case closed", "he | urged | the court to speak"],
    ],
    ["Tavares said the mayor “broke his word.”", ["Tavares | said | the mayor “broke his word.”"]],
    ["He told Radio Porto’s “Good Morning Porto” that he would run.", ["He | told | that he would run"]],
    ["As guards watched, a 15-year-old girl was led away, police said.", ["police | said | As guards watched, a 15-year-old girl was led away"]],
    ["The tax is unfair, Tavares wrote the minister.", ["Tavares | wrote | The tax is unfair"]],
    ["While the dam is not expected to break, the town has been emptied.", ["- | is not expected | the dam … to break"]],
    ["“They know her,” a voice-over in the film says.", ["a voice-over in the film | says | “They know her,”"]],
    [
      "Rep. Ana Ruiz (D-N.Y.) said Porto reassured her that it would pay.",
      ["Rep. Ana Ruiz (D-N.Y.) | said | Porto reassured her that it would pay", "Porto | reassured | that it would pay"],
    ],
    ["Ana Ruiz, 63, a farmer raised in Chile, said prices fell.", ["Ana Ruiz, 63, a farmer raised in Chile | said | prices fell"]],
    ["The poll showed Ana Ruiz leading the mayor by two points.", ["The poll | showed | Ana Ruiz leading the mayor by two points"]],
    ["Tavares, after initially saying he would not run, bought a bus.", ["Tavares | saying | he would not run"]],
    ["By Tavares's own argument, the mayor has no right to stay.", ["Tavares | own argument | the mayor has no right to stay"]],
    ["Voters who were once intrigued by Tavares now regard him with distaste.", ["Voters who were once intrigued by Tavares | regard | him with distaste"]],
    ["Tavares talked up his “fifty towns,” promising to visit them.", ["Tavares | talked up | his “fifty towns,”", "Tavares | promising | to visit them"]],
    [
      "Ana Ruiz said rats got into the store and she accused Tavares of sleeping.",
      ["Ana Ruiz | said | rats got into the store", "she | accused | Tavares of sleeping"],
    ],
    ["As Mayor Rui Tavares (R-Porto) has pointed out, that’s the law.", ["Mayor Rui Tavares (R-Porto) | has pointed out | that’s the law"]],
    ['The tax cost him friends ("I want my dues back," wrote Ana Ruiz, a nurse).', ['Ana Ruiz, a nurse | wrote | "I want my dues back,"']],
    [
      "The committee's recommendation on Friday that the union endorse him should end the quarrel.",
      ["The committee's | recommendation on Friday | that the union endorse him", "the union | endorse | him"],
    ],
    ["A local businessman has praised the tax.", ["A local businessman | has praised | the tax"]],
    ["Others, such as Senator Ana Ruiz, a lawyer from Porto, said no.", ["Others, such as Senator Ana Ruiz, a lawyer from Porto | said | no"]],
    ["Ana Ruiz and Rui Tavares have both argued that prices fell.", ["Ana Ruiz and Rui Tavares | have both argued | that prices fell"]],
    ["She refused to say whether it was the undivided and recognised capital.", ["She | refused | to say whether it was the undivided and recognised capital"]],
    ["The union brushed off the significance of the vote.", ["The union | brushed off | the significance of the vote"]],
    ["Tavares shunned the envoy, he has said so before.", ["Tavares | shunned | the envoy"]],
    [
      "Exxo contended in its letter, written by Ana Ruiz, a lawyer for the firm, that the papers were wrong.",
      ["Exxo | contended | that the papers were wrong"],
    ],
    [
      "Sen. Ana Ruiz (N-Porto), who has endorsed the tax, said it was fair.",
      ["Sen. Ana Ruiz (N-Porto) | has endorsed | the tax", "Sen. Ana Ruiz (N-Porto) | said | it was fair"],
    ],
    ['"We have no money. There is no choice" but to sell, said Rui Tavares.', ['Rui Tavares | said | "We have no money. There is no choice" but to sell']],
    ["When Tavares said it was late, Ruiz left, calling the meeting a farce.", ["Tavares | said | it was late", "Ruiz | calling | the meeting a farce"]],
    ["The ministers found themselves stuck in the hall.", []],
    ["The rail union tweeted a warning.", []],
    ["There were 384 pledged delegates.", []],
    [
      "The mayor welcomed the text while expressing concern over the arms.",
      ["The mayor | welcomed | the text", "The mayor | expressing concern over | the arms"],
    ],
    ["Norland has played down the visit: the envoy went unseen.", ["Norland | has played down | the visit"]],
    ["The heads of both armies will speak on Monday, as the truce appeared to hold.", []],
    ["The hall emptied after Mayor Rui Tavares (R-Porto) promised to resign.", ["Mayor Rui Tavares (R-Porto) | promised | to resign"]],
    [
      "Tavares belittled the claim, calling it his rival's “little joke.”",
      ["Tavares | belittled | the claim", "Tavares | calling | it his rival's “little joke.”"],
    ],
  ])("are read in: %s", (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });

  it("put the speaker and a colon over the text, with a full stop behind it or not", () => {
    expect(told("Ana Ruiz: The dam is safe.\n\nAna Ruiz spoke in Porto on Monday. The hall was full.")).toEqual(["Ana Ruiz |  | The dam is safe"]);
    expect(told("Harvest: The rain came late.\n\nThe fields in the valley were dry on Monday. The barns were empty.")).toEqual([]);
  });

  it("give no words to what an aside describes", () => {
    const sources = attributionsOf("The envoys, speaking after the session - the third this month - said that all was well.").map(
      ({ source }) => source?.start,
    );
    expect(sources).not.toContain("The envoys, speaking after ".length);
  });

  it("set somebody's words off in a paragraph without marks", () => {
    const letter = "In a letter last July, he wrote:\n\nLet no one be mistaken. This plan is a trap and it must be stopped.\n\nThe crowd cheered.";
    expect(told(letter)).toEqual(["he | wrote | Let no one be mistaken. This plan is a trap and it must be stopped"]);
  });

  it("doubt inside a quotation is the speaker's", () => {
    expect(told("“The file was supposedly lost,” according to the clerk.")).toEqual(["the clerk | according to | “The file was supposedly lost,”"]);
  });
});

describe("who is told", () => {
  it.each([
    ["The court would not sign the order, he told reporters on Monday.", ["he | told | The court would not sign the order"]],
    ["The levy, he told a rally, would ruin the country.", ["he | told | The levy … would ruin the country"]],
    ["He has not decided, say those around him.", ["those around him | say | He has not decided"]],
    ["Police say the suspect, a guard of 29, fled on foot.", ["Police | say | the suspect, a guard of 29, fled on foot"]],
    ["Three lawyers who read the file for the paper said the case was weak.", ["Three lawyers who read the file for the paper | said | the case was weak"]],
    [
      "The front will not disarm, one of its advisers told the paper on condition that he is not named.",
      ["one of its advisers | told | The front will not disarm"],
    ],
    ["In the end, she told him the truth.", []],
    ["After the vote, he told reporters.", []],
  ])("is no part of what is told: %s", (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });
});

describe("what reports nothing", () => {
  it.each([
    "The said document lies in the archive.",
    "The so-called quiet room is next door.",
    "The agreement of 2015 runs out next spring.",
    "Needless to say, the roof leaked.",
    "The station reports to the ministry of transport.",
    'The "coalition of the willing" met in the old town hall.',
    "They had lunch and toured a school.",
    "The reported earnings fell by a third.",
    "Judging by the noise, the bridge was open.",
    "Anyone could see the river from the tower.",
    "Rain is in the air and the road is closed.",
    "This shows that the wall is thin.",
    "The union must accept the offer.",
    "The farmers should ask for help.",
    "The river is allowed to rise.",
    "The house has to be sold by May.",
    "Pupil numbers rose by ten percent per year.",
    "The “Fortress Budget,” as it is known, runs to ninety pages.",
  ])("%s", (sentence) => {
    expect(told(sentence)).toEqual([]);
  });
});

describe("who says what", () => {
  it.each([
    ["“We lost,” said Ana Ruiz, head of the union. “We lost badly.”", ["Ana Ruiz, head of the union | said | “We lost,” … “We lost badly.”"]],
    ["The tax, the minister argued, would hurt the poor.", ["the minister | argued | The tax … would hurt the poor"]],
    ["It will not pass, as Senator Crowe made clear on Friday.", ["Senator Crowe | made clear | It will not pass"]],
    ["Ana Ruiz, who leads the union, warned that prices would rise.", ["Ana Ruiz | warned | that prices would rise"]],
    ["Ana Ruiz left the room, saying that the talks were over.", ["Ana Ruiz | saying | that the talks were over"]],
    ["The ministry issued a statement saying that the pipe was safe.", ["The ministry | saying | that the pipe was safe"]],
    ["The plan was condemned by farmers.", ["farmers | was condemned by | The plan"]],
    ["Opponents began to argue that the vote was unfair.", ["Opponents | began to argue | that the vote was unfair"]],
    ["She shrugged: “That is their affair, and I will not judge it.”", ["She | shrugged | “That is their affair, and I will not judge it.”"]],
    ["“Fine by me,” the envoy told reporters on Monday.", ["the envoy | told | “Fine by me,”"]],
    ["One of them said that the bridge was open.", ["One of them | said | that the bridge was open"]],
    ["Some want him to go; others think he will stay.", ["Some | want | him to go", "others | think | he will stay"]],
    ["The union, which supports the merger, blamed the wording.", ["The union | supports | the merger", "The union | blamed | the wording"]],
    [
      "“We have signed papers before and the planes came.” (Ana Ruiz, head of the union)",
      ["Ana Ruiz | ( | “We have signed papers before and the planes came.”"],
    ],
    ["Per two aides, the text will be late.", ["two aides | Per | the text will be late"]],
    ["The minister warned against “government by decree.”", ["The minister | warned against | “government by decree.”"]],
    ["The senator defended the rule before a House panel on Wednesday.", ["The senator | defended | the rule"]],
    ["The budget is balanced, the treasurer claims.", ["the treasurer | claims | The budget is balanced"]],
    ["Asked whether he would run, he laughed.", ["- | Asked | whether he would run"]],
    ["The secretary was accused by members of the union of lying.", ["members of the union | was accused by | The secretary … of lying"]],
    ["If the vote is lost, the cabinet will fall, said Rui Tavares.", ["Rui Tavares | said | If the vote is lost, the cabinet will fall"]],
    ["The mine is believed to hold gold.", ["- | is believed | The mine … to hold gold"]],
  ])("%s", (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });

  it("leaves out what the author thinks, and keeps the same words inside quotation marks", () => {
    expect(told("I think the plan is dead.")).toEqual([]);
    expect(told("“I think the plan is dead,” Ana Ruiz said.")).toEqual(["Ana Ruiz | said | “I think the plan is dead,”"]);
  });

  it("ends the first voice where a second one of its own begins", () => {
    expect(told("Critics say the law is harsh, while supporters argue that it works.")).toEqual([
      "Critics | say | the law is harsh",
      "supporters | argue | that it works",
    ]);
  });

  it("gives the second of two coordinated cues the first one's source", () => {
    expect(told("The premier rejected the offer and warned of a long strike.")).toEqual([
      "The premier | rejected | the offer",
      "The premier | warned of | a long strike",
    ]);
  });
});

describe("kinds", () => {
  const kindOf = (sentence: string): string | undefined => attributionsOf(sentence)[0]?.kind;
  it.each([
    ["“We will not sign it,” the minister said.", "quote"],
    ["The minister said that he would not sign.", "statement"],
    ["Two diplomats familiar with the talks said that nothing was agreed.", "officials"],
    ["People close to the premier expect an election in May.", "officials"],
    ["“Nothing was agreed and nobody smiled,” a diplomat said.", "quote"],
    ["According to The Atlantic, the treaty may be dropped.", "media"],
    ["The newspaper El Faro reported that the judge had resigned.", "media"],
    ["The general reportedly left the country.", "author"],
    ["It was announced that the road would close.", "author"],
  ])("%s is %s", (sentence, kind) => {
    expect(kindOf(sentence)).toBe(kind);
  });

  it("names the outlet as it stands in the text", () => {
    expect(attributionsOf("According to The Atlantic, the treaty may be dropped.")[0]?.outlet).toBe("The Atlantic");
    expect(attributionsOf("The newspaper El Faro reported that the judge had resigned.")[0]?.outlet).toBe("El Faro");
    expect(attributionsOf("The minister said that the judge had resigned.")[0]?.outlet).toBeNull();
  });

  it("marks what the text itself doubts", () => {
    expect(attributionsOf("The minister reportedly told aides that he would resign.")).toMatchObject([{ hedged: true, kind: "statement" }]);
    expect(attributionsOf("The minister told aides that he would resign.")).toMatchObject([{ hedged: false }]);
  });
});

describe("nesting", () => {
  const text = "Two officials said that the army opposes a truce, the paper reported.";
  it("points from the inner attribution to the outer", () => {
    const found = attributionsOf(text);
    expect(found.map((a) => [cut(text, a.source), a.within])).toEqual([
      ["the paper", null],
      ["Two officials", 0],
      ["the army", 1],
    ]);
  });

  it("answers which attribution is the innermost at a place", () => {
    const found = attributionsOf(text);
    expect(attributionAt(found, text.indexOf("truce"))).toBe(2);
    expect(attributionAt(found, text.indexOf("army"))).toBe(1);
    expect(attributionAt(found, text.indexOf("officials"))).toBe(0);
    expect(attributionAt(found, text.indexOf("paper"))).toBeNull();
  });
});

describe("layout", () => {
  it("carries speech over paragraphs that open with a mark again", () => {
    const text =
      "“We are tired,” Ana Ruiz said. “We have waited for ten years.\n\n“We will not wait for an eleventh.”\n\nThe hall was empty by nine in the evening and the lights went out.";
    expect(told(text)).toEqual(["Ana Ruiz | said | “We are tired,” … “We have waited for ten years … “We will not wait for an eleventh.”"]);
  });

  it("gives a list to the stem that introduces it", () => {
    const text =
      "The strike in the two hospitals has now gone on for nine days.\n\nThe striking nurses demand:\n\n- higher pay at night;\n- more beds in the north.\n\nThe hospital has closed two wards since the spring of last year.";
    expect(told(text)).toEqual(["The striking nurses | demand | higher pay at night … more beds in the north"]);
  });

  it("keeps every span inside the text, trimmed, and in one block", () => {
    for (const { text } of cases)
      for (const { source, cue, content } of attributionsOf(text))
        for (const range of [source, cue, ...content]) {
          if (!range) continue;
          expect(range.start).toBeLessThan(range.end);
          expect(cut(text, range)).toBe((cut(text, range) as string).trim());
          expect(cut(text, range)).not.toMatch(/\n|^[,;:.]|[,;:]$/);
        }
  });
});

describe("time", () => {
  it.each(["he said that ", "X, who said that Y, ", "the man who ", "a, b and c, ", "X said Y said that “a "])("doubles when a text of %j doubles", (unit) => {
    const time = (count: number): number => {
      const doc = read(unit.repeat(count), layout);
      const start = performance.now();
      findAttributions(doc, nobody, index);
      return performance.now() - start;
    };
    time(2000);
    expect(time(8000)).toBeLessThan(8 * Math.max(time(4000), 20));
  });
});
