// Time is linear in the length of the text, whatever the text: shown by counting work, not by a clock.
import { expect, test, vi } from "vitest";
import { loadCodebook } from "../../src/codebook/load.ts";
import { unknownMeta } from "../../src/domain/articles.ts";
import { normaliseText } from "../../src/domain/text.ts";
import { extract } from "../../src/extract/extract.ts";
import { prepare } from "../../src/extract/lexicon.ts";
import type { Attribution, Cast, Doc } from "../../src/extract/types.ts";
import { counted, workOf } from "./work.ts";

vi.mock(import("../../src/extract/read.ts"), async (original) => {
  const { read, ...rest } = await original();
  const watch = (doc: Doc): Doc => ({
    text: doc.text,
    blocks: counted(doc.blocks),
    sentences: counted(doc.sentences),
    tokens: counted(doc.tokens),
    quotes: counted(doc.quotes),
  });
  return { ...rest, read: (...given) => watch(read(...given)) };
});
vi.mock(import("../../src/extract/actors/cast.ts"), async (original) => {
  const { findCast, ...rest } = await original();
  const watch = (cast: Cast): Cast => ({ ...cast, mentions: counted(cast.mentions) });
  return { ...rest, findCast: (...given) => watch(findCast(...given)) };
});
vi.mock(import("../../src/extract/attributions/find.ts"), async (original) => {
  const { findAttributions, ...rest } = await original();
  const watch = (attributions: Attribution[]): Attribution[] => counted(attributions);
  return { ...rest, findAttributions: (...given) => watch(findAttributions(...given)) };
});

const lexicon = prepare(loadCodebook());
const work = (text: string): number => workOf(() => extract({ text: normaliseText(text), meta: unknownMeta }, lexicon));

/** Doubling the text may cost this much more: a sort's logarithm and what is done once leave some room, a square does not. */
const most = 2.3;
const opening = "War went on between Armenia and Azerbaijan, and a ceasefire was far.\n\n";

const repeated: [string, string][] = [
  ["prose", "Armenia rejects a ceasefire, the foreign minister said on Tuesday. Azerbaijan wants both sides to meet in Geneva for talks on prisoners.\n\n"],
  ["sentences in one paragraph", "Armenia accepts a truce if Azerbaijan withdraws its troops, he told reporters. They met in Doha on 5 May. "],
  ["quotation marks", '" '],
  ["quotations", "“We reject the truce,” he said. "],
  ["open quotations", "“We reject the truce\n\n"],
  ["commas", "a truce, "],
  ["bare commas", ","],
  ["capitals", "ARMENIA REJECTS THE TRUCE "],
  ["names", "Vahan Kerobyan Artak Davtyan "],
  ["names with titles", "Foreign Minister Ararat Mirzoyan and President Ilham Aliyev, "],
  ["new names", "Minister Xa%xov of Armenia met envoy Ya%yan.\n"],
  ["opening brackets", "(the truce "],
  ["nested brackets", "((a)) "],
  ["closing brackets", ") "],
  ["one endless word", "ceasefire"],
  ["one endless word with hyphens", "cease-fire-"],
  ["combining marks", "e\u0301\u0302\u0303"],
  ["list items", "- Armenia must leave the towns\n"],
  ["items under a stem", "- withdraw troops;\n"],
  ["semicolons", "Armenia demands a truce; "],
  ["conditions", "if Armenia agrees to a truce "],
  ["negations", "not not never "],
  ["chains of saying", "he said that she said that "],
  ["verbs", "demands to refuse to accept to reject "],
  ["relative clauses", "which Armenia that Azerbaijan who rejects "],
  ["turns", "Armenia: We want a truce.\nAzerbaijan: We do not.\n"],
  ["headings", "Demands\nArmenia rejects a truce.\n"],
  ["short lines", "A truce\n"],
  ["dashes", "the truce – Armenia – "],
  ["numbers and dates", "on 5 May 2024, 6 June, Tuesday "],
  ["meetings", "Armenia and Azerbaijan met in Geneva on 5 May. "],
  ["pronouns", "They met them. It said he did. "],
  ["both", "Both sides met in Doha. The two delegations agreed. The former said so. "],
  ["all three", "All three sides want a ceasefire, Georgia said. Armenia and Azerbaijan agreed. "],
  ["the same row", "Armenia rejects a ceasefire.\n\n"],
  ["papers", "Armenia's plan would keep the ceasefire. It calls for talks. The proposal was rejected by Azerbaijan. "],
  ["officials", "officials said, sources said, according to officials, "],
  ["possessives", "Armenia's Azerbaijan's demand's "],
  ["blank lines", "\n\n \n"],
];

test.each(repeated)("a text of %s", (_, unit) => {
  const times = Math.ceil(6000 / unit.length);
  const of = (count: number): string =>
    opening +
    Array.from({ length: count }, (_, i) =>
      unit.replaceAll(
        "%",
        String(i).replace(/./g, (digit) => "abcdefghij"[Number(digit)] ?? ""),
      ),
    ).join("");
  const [once, twice] = [work(of(times)), work(of(times * 2))];
  expect(twice / once, `${once} for ${times}, ${twice} for twice as many`).toBeLessThanOrEqual(most);
});
