// Scores of many articles -> the figures that are published with the data. Pure and repeatable: the bootstrap draws from a fixed seed.
import * as z from "zod";
import { f1, type Mistake, precision, recall, type Score, type Tally } from "./score.ts";

const Measure = z.object({
  precision: z.number(),
  recall: z.number(),
  f1: z.number(),
  interval: z.tuple([z.number(), z.number()]).describe("95 % percentile bootstrap interval of F1 over articles."),
  found: z.int().describe("Right rows (true positives)."),
  spurious: z.int().describe("Rows that the gold does not hold (false positives)."),
  missed: z.int().describe("Gold rows that were not found (false negatives)."),
});
const Field = z.object({ name: z.string(), accuracy: z.number(), of: z.int().describe("How many rows the field was compared on.") });
const Bin = z.object({
  from: z.number(),
  to: z.number(),
  rows: z.int(),
  stated: z.number().describe("Mean confidence of the rows."),
  right: z.number().describe("Share of the rows that the gold holds."),
});

export const Quality = z.object({
  articles: z.int(),
  words: z.int(),
  actors: Measure,
  rounds: Measure,
  positions: Measure.describe("A position is right where party, issue and stance are."),
  fields: z.array(Field),
  calibration: z.array(Bin).describe("Rows by stated confidence; empty bins are left out."),
});
export type Quality = z.infer<typeof Quality>;

const draws = 2000;
const round = (value: number): number => Math.round(value * 1000) / 1000;
const sum = (tallies: readonly Tally[]): Tally => tallies.reduce((a, b) => ({ tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn }), { tp: 0, fp: 0, fn: 0 });

/** The figures over all articles together (micro averages). `scores` must not be empty. */
export function summarise(scores: readonly Score[]): Quality {
  const fields = new Map<string, { right: number; of: number }>();
  for (const score of scores)
    for (const [name, { right, of }] of score.fields) {
      const sofar = fields.get(name) ?? { right: 0, of: 0 };
      fields.set(name, { right: sofar.right + right, of: sofar.of + of });
    }
  return {
    articles: scores.length,
    words: scores.reduce((total, score) => total + score.words, 0),
    actors: measure(scores.map((score) => score.actors)),
    rounds: measure(scores.map((score) => score.rounds)),
    positions: measure(scores.map((score) => score.positions)),
    fields: [...fields].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, { right, of }]) => ({ name, accuracy: round(right / of), of })),
    calibration: calibrate(scores.flatMap((score) => score.confidences)),
  };
}

function measure(tallies: readonly Tally[]): z.infer<typeof Measure> {
  const total = sum(tallies);
  const random = mulberry32(20260101);
  const sample = Array.from({ length: draws }, () => f1(sum(tallies.map(() => tallies[Math.floor(random() * tallies.length)] as Tally)))).sort((a, b) => a - b);
  return {
    precision: round(precision(total)),
    recall: round(recall(total)),
    f1: round(f1(total)),
    interval: [round(sample[Math.floor(draws * 0.025)] as number), round(sample[Math.ceil(draws * 0.975) - 1] as number)],
    found: total.tp,
    spurious: total.fp,
    missed: total.fn,
  };
}

/** Tommy Ettinger's mulberry32: a 32-bit generator, good enough to draw articles and the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function calibrate(rows: readonly { confidence: number; right: boolean }[]): z.infer<typeof Bin>[] {
  return [0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9].flatMap((from, i, edges) => {
    const to = edges[i + 1] ?? 1;
    const inside = rows.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1));
    if (inside.length === 0) return [];
    const stated = inside.reduce((total, row) => total + row.confidence, 0) / inside.length;
    return [{ from, to, rows: inside.length, stated: round(stated), right: round(inside.filter((row) => row.right).length / inside.length) }];
  });
}

/** How often each rule made a row that the gold does not hold, most often first. */
export function faultsByRule(mistakes: readonly Mistake[]): { rule: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { rule } of mistakes) if (rule !== null) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}
