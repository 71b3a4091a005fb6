// What learned.yaml holds, as lists of numbers that a build can keep. Knows no text.
import type { Classes, Learned } from "../../domain/codebook/learned.ts";
import { type WordTable, wordTable } from "../word-table.ts";
import { type Pairs, pairsOf } from "./number-pairs.ts";

/** Signs of classes: stems, two stems in a row, and others by name. */
export interface ClassTables {
  classes: readonly string[];
  bias: readonly number[];
  stems: WordTable;
  /** By stem: the sign that it is alone; -1 where it is none. */
  single: Int32Array;
  /** Of two stems in a row: which sign they are. */
  pairs: Pairs;
  paired: Int32Array;
  /** Where the weights of each sign start; one more than there are signs. */
  starts: Int32Array;
  /** In twos: a class and the tenths of its weight. */
  weights: Int8Array;
}

/** A network over vectors of words: see senses.ts. */
export interface SenseTables {
  words: WordTable;
  size: number;
  units: number;
  /** By word, as whole numbers; `filters` are made to fit these. */
  vectors: Int8Array;
  filters: Float32Array;
  bias: Float32Array;
  /** For each class, for each unit. */
  outputs: Float32Array;
  outputBias: Float32Array;
  /** For each unit. */
  meeting: Float32Array;
  meetingBias: number;
}

/** Weights of stances. A stem's number is its place in `stems`, from 1. */
export interface StanceTables {
  bias: number;
  stems: WordTable;
  issues: readonly string[];
  /** By stem, and by issue: the weight of it alone; NaN where there is none. */
  own: Float64Array;
  ofIssue: Float64Array;
  /** Of two stems in a row, and of a stem and an issue. */
  pairs: Pairs;
  paired: Float64Array;
  byIssue: Pairs;
  withIssue: Float64Array;
}

/** Weights of stems that tell what a text is about. */
export interface MatterTables {
  bias: number;
  stems: WordTable;
  weights: Float64Array;
}

export interface LearnedTables {
  issues: ClassTables;
  senses: SenseTables;
  stance: StanceTables;
  /** As stances, without issues. */
  bearing: StanceTables;
  meeting: StanceTables;
  matter: MatterTables;
  acts: ClassTables;
  row: Learned["row"];
  told: Learned["told"];
  scene: Learned["scene"];
  placing: Learned["placing"];
}

export function tabulate({ issues, senses, stance, bearing, meeting, matter, acts, row, told, scene, placing }: Learned): LearnedTables {
  return {
    issues: classTables(issues),
    senses: senseTables(senses),
    stance: stanceTables(stance),
    bearing: stanceTables(bearing),
    meeting: stanceTables(meeting),
    matter: matterTables(matter),
    acts: classTables(acts),
    row,
    told,
    scene,
    placing,
  };
}

/** Numbers of names, each new one the next. */
class Numbers {
  readonly names: string[] = [];
  readonly #known = new Map<string, number>();

  of(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

function classTables({ classes, bias, signs, counts, weights }: Classes): ClassTables {
  const stems = new Numbers();
  const singles: [stem: number, sign: number][] = [];
  const pairs: [number, number][] = [];
  const pairSigns: number[] = [];
  signs.forEach((sign, n) => {
    const [one = "", two] = sign.split(" ");
    if (two === undefined) singles.push([stems.of(one), n]);
    else {
      pairs.push([stems.of(one), stems.of(two)]);
      pairSigns.push(n);
    }
  });
  const single = new Int32Array(stems.names.length).fill(-1);
  for (const [stem, sign] of singles) single[stem] = sign;
  const starts = new Int32Array(signs.length + 1);
  Buffer.from(counts, "base64").forEach((count, n) => {
    starts[n + 1] = (starts[n] as number) + count;
  });
  const { from, others, order } = pairsOf(pairs, stems.names.length);
  return {
    classes,
    bias,
    stems: wordTable(stems.names),
    single,
    pairs: { from, others },
    paired: Int32Array.from(order, (n) => pairSigns[n] as number),
    starts,
    weights: Int8Array.from(Buffer.from(weights, "base64")),
  };
}

function senseTables({ words, size, units, parts, vectors, filters, bias, outputs, output_bias, meeting, meeting_bias }: Learned["senses"]): SenseTables {
  return {
    words: wordTable(words === "" ? [] : words.split(" ")),
    size,
    units,
    vectors: Int8Array.from(Buffer.from(vectors, "base64")),
    filters: numbersOf(filters, parts.others * parts.vectors),
    bias: numbersOf(bias, parts.others),
    outputs: numbersOf(outputs, parts.others),
    outputBias: numbersOf(output_bias, parts.others),
    meeting: numbersOf(meeting, parts.others),
    meetingBias: numbersOf(meeting_bias, parts.others)[0] ?? 0,
  };
}

/** Numbers of two bytes each, in so many parts of one. */
function numbersOf(base64: string, parts: number): Float32Array {
  const bytes = Buffer.from(base64, "base64");
  return Float32Array.from({ length: bytes.length / 2 }, (_, n) => bytes.readInt16LE(2 * n) / parts);
}

function stanceTables({ bias, weights }: Learned["stance"]): StanceTables {
  const stems = new Numbers();
  stems.of("");
  const issues = new Numbers();
  const [own, ofIssue]: [number[], number[]] = [[], []];
  const [pairs, byIssue]: [[number, number][], [number, number][]] = [[], []];
  const [paired, withIssue]: [number[], number[]] = [[], []];
  for (const [sign, weight] of Object.entries(weights)) {
    const [issue, stem] = sign.split("|") as [string, string | undefined];
    const [one, two] = sign.split("_") as [string, string | undefined];
    if (stem !== undefined) {
      byIssue.push([stems.of(stem), issues.of(issue)]);
      withIssue.push(weight);
    } else if (two !== undefined) {
      pairs.push([stems.of(one), stems.of(two)]);
      paired.push(weight);
    } else if (sign.startsWith("@")) ofIssue[issues.of(sign.slice(1))] = weight;
    else own[stems.of(sign)] = weight;
  }
  const count = stems.names.length;
  const inRow = pairsOf(pairs, count);
  const onIssue = pairsOf(byIssue, count);
  return {
    bias,
    stems: wordTable(stems.names.slice(1)),
    issues: issues.names,
    own: filled(own, count),
    ofIssue: filled(ofIssue, issues.names.length),
    pairs: { from: inRow.from, others: inRow.others },
    paired: Float64Array.from(inRow.order, (n) => paired[n] as number),
    byIssue: { from: onIssue.from, others: onIssue.others },
    withIssue: Float64Array.from(onIssue.order, (n) => withIssue[n] as number),
  };
}

function matterTables({ bias, weights }: Learned["matter"]): MatterTables {
  return { bias, stems: wordTable(Object.keys(weights)), weights: Float64Array.from(Object.values(weights)) };
}

function filled(weights: readonly number[], length: number): Float64Array {
  return Float64Array.from({ length }, (_, n) => weights[n] ?? Number.NaN);
}
