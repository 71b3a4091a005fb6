// How far a row of the first reading is to be trusted: weighed by the signs of the second reading and some of its own, as coded articles taught. Rules tell what the words say; the weight tells how often a coder made such a row.
import { another, chanceOf, type Scale, scaleOf } from "../scale.ts";
import type { Token } from "../types.ts";
import { aboutOf } from "./about.ts";
import { leaningsOf } from "./learned.ts";
import { stanceOn, stanceWords } from "./learned-stance.ts";
import type { Analysis, Draft, Speaker } from "./rows.ts";
import { keyOf, type Possible, rowSigns, sentenceSigns } from "./signs.ts";
import { type Counted, draftSigns, firstText, nearSigns } from "./told-signs.ts";
import type { PositionFinding } from "./types.ts";
import type { View } from "./view.ts";

/** Issues of a sentence that are ranked. */
const ranked = 4;
/** In a list of demands the words around one cue tell more than the whole sentence: tokens before and behind it. */
const near = 8;
/**
 * Rows less likely than `below` are made only where their rule is as sure as `surely`; their confidence says how unlikely they are. The last bound is for articles of so many `sentences`, of which the weights were taught: of the rows that it
 * alone leaves out of 206 articles that no rule was written for, 37 were right and 162 wrong. In a few sentences even plain words are unlikely, for nothing around them tells of a war.
 */
const bounds: readonly { below: number; surely: number; sentences: number }[] = [
  { below: 0.2, surely: 0.45, sentences: 0 },
  { below: 0.1, surely: 0.6, sentences: 0 },
  { below: 0.24, surely: 0.9, sentences: 8 },
];

/** A row of one sentence of the first reading. Holds no draft, whose sentence's grammar a long text has no room to keep. */
export interface Told {
  finding: PositionFinding;
  scale: Scale;
  cue: Draft["cue"];
}

/** Rows of one sentence on their scales: `made` with its drafts, those of them that count among `found`, which are all rows of the sentence. */
export function toldIn(
  view: View,
  at: Analysis,
  made: readonly { draft: Draft; finding: PositionFinding }[],
  found: readonly PositionFinding[],
  speaker: Speaker,
): { draft: Draft; row: Told }[] {
  if (found.length === 0) return [];
  const { doc, index, trace } = view;
  const { learned } = index;
  const { classes } = learned.tables.issues;
  const { first, last } = at.grammar;
  const own = tellingOf(view, at.about().chances);
  const words = stanceWords(learned.stance, doc.tokens, first, last);
  const common = scaleOf(learned.told, trace?.told !== undefined);
  // To each row the others are as many.
  sentenceSigns(common, view, at, found.slice(1));
  const standing = new Set(found);
  return made.flatMap(({ draft, finding }) => {
    if (!standing.has(finding)) return [];
    const { issue } = finding;
    const place = classes.indexOf(issue);
    const { answers } = draft.cue.value;
    const asked = answers && doc.sentences[(doc.tokens[answers[0] as number] as Token).sentence];
    const from = answers ? (answers[0] as number) : draft.cue.first;
    const to = answers ? (answers.at(-1) as number) + 1 : draft.cue.last;
    const whole = asked ?? at.grammar;
    const around = aboutOf(view, Math.max(whole.first, from - near), Math.min(whole.last, to + near))().chances;
    // An answer with no word of its own tells of what it answers.
    const { chances, issues, none } = asked ? tellingOf(view, aboutOf(view, asked.first, asked.last)().chances) : own;
    const scale = another(common);
    const row: Possible = {
      issue,
      chance: chances[place] ?? 0,
      rank: issues.findIndex((leaning) => leaning.issue === issue),
      best: issues[0]?.chance ?? 0,
      none,
      sign: finding.stance === "for" ? 1 : -1,
      stance: stanceOn(learned.stance, words, issue),
      anchor: draft.anchor,
      holder: draft.holder,
      via: draft.holder.via,
      party: finding.party ?? finding.actor,
      chain: draft.chain,
    };
    rowSigns(
      scale,
      view,
      at,
      row,
      found.filter((other) => other !== finding),
      speaker,
    );
    draftSigns(scale, view, draft, finding);
    nearSigns(scale, leaningsOf(learned, around, 1).issues[0]?.chance ?? 0, around[place] ?? 0);
    return [{ draft, row: { finding, scale, cue: draft.cue } }];
  });
}

/** How likely a row is by its own sentence, before the rest of the text is known; as sure as its rule where nothing was learned. */
export function chanceSoFar({ index }: View, { finding, scale }: Told): number {
  return index.learned.told.weights.size > 0 ? chanceOf(scale.sum) : finding.confidence;
}

/** What issues words tell of, the likeliest ranked. */
function tellingOf({ index }: View, chances: readonly number[]) {
  return { chances, ...leaningsOf(index.learned, chances, ranked) };
}

/** Those rows that are likely enough, each with its weight for its confidence; all as they are where nothing was learned. `heard`: by `keyOf`, the rows of the second reading. */
export function trustedRows({ doc, index, trace }: View, told: readonly Told[], counted: Counted, heard: ReadonlySet<string>): PositionFinding[] {
  const isTaught = index.learned.told.weights.size > 0;
  const times = new Map<string, number>();
  for (const { finding } of told) times.set(keyOf(finding), (times.get(keyOf(finding)) ?? 0) + 1);
  // What several hold by the same words is held by each of them.
  const jointly = new Map<Told["cue"], number[]>();
  for (const row of told) {
    firstText(row.scale, row.finding, counted, times, heard);
    trace?.told?.(row);
    const sums = jointly.get(row.cue);
    if (sums) sums.push(row.scale.sum);
    else jointly.set(row.cue, [row.scale.sum]);
  }
  return told.flatMap(({ finding, cue }) => {
    const confidence = isTaught ? Math.round(chanceOf(mean(jointly.get(cue) as number[])) * 100) / 100 : finding.confidence;
    // Of an issue that no coded article told of, nothing is likely.
    const isKnown = isTaught && index.learned.tables.issues.classes.includes(finding.issue);
    const stands =
      !isKnown || bounds.every(({ below, surely, sentences }) => confidence >= below || finding.confidence >= surely || doc.sentences.length < sentences);
    if (isTaught) finding.confidence = confidence;
    trace?.cue(cue, stands ? finding : "unlikely");
    return stands ? [finding] : [];
  });
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
