// Writes seeds/codebook/learned.yaml anew from the coded texts of test/wording and test/practice: `npm run learn`, after these or the rules have changed. Takes a quarter of an hour on two cores, most of it the network's (learn/senses.ts).
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundledFolder } from "../src/codebook/load.ts";
import type { Learned } from "../src/domain/codebook/learned.ts";
import { learnActs } from "./learn/acts.ts";
import { learnApart } from "./learn/apart.ts";
import { articles, hashOfTexts, sentences } from "./learn/examples.ts";
import { learnMatter } from "./learn/matter.ts";
import { learnMeetings } from "./learn/meetings.ts";
import { learnPlaces } from "./learn/places.ts";
import { learnRows } from "./learn/rows.ts";
import { learnScenes } from "./learn/scenes.ts";

const papers = await articles();
const passages = sentences();
const [words, ...halves] = await Promise.all([learnApart("all"), learnApart("even"), learnApart("odd")]);
const matter = learnMatter(papers, passages);
const meeting = learnMeetings(papers);
const weighers = learnRows(papers, passages, halves, { matter, meeting });
const rest: Omit<Learned, "scene" | "placing"> = {
  note: "Written by `npm run learn`. JSON, which is YAML too.",
  texts: await hashOfTexts(),
  ...words,
  meeting,
  matter,
  acts: learnActs(papers),
  ...weighers,
};
const scene = learnScenes(papers, halves, rest);
const learned: Learned = { ...rest, scene, placing: learnPlaces(papers, { ...rest, scene }) };
const sections = Object.entries(learned).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
writeFileSync(join(bundledFolder, "learned.yaml"), `{\n${sections.join(",\n")}\n}\n`);
console.log(
  `learned of ${learned.issues.signs.length} signs of issues, ${Object.keys(learned.stance.weights).length} of stance, ${Object.keys(matter.weights).length} of what a text is about and ${weighers.row.signs.length + Object.keys(weighers.told.weights).length} of rows`,
);
