// What the sense of words tells: the network of src/extract/positions/senses.ts, learned from the same texts as the signs of issues. It begins with the vectors of tools/learn/vectors.tsv and moves them.
import type { Learned } from "../../src/domain/codebook/learned.ts";
import { hasSense, longest, places } from "../../src/extract/positions/senses.ts";
import { chanceOf } from "../../src/extract/scale.ts";
import { byteMost, randoms, shuffled, within } from "./fit.ts";
import { tokensOf } from "./ground.ts";
import { vectors } from "./vectors.ts";

const size = 100;
const units = 192;
const width = places * units;
const rounds = 7;
const batchSize = 256;
/** Steps of filters and outputs, and of vectors, whose words are met seldom (Adam: Kingma and Ba 2015). */
const rate = 2e-3;
const rateOfVectors = 1.5e-3;
/** The mean of the numbers after each so manieth step of the second half is kept: on halves that it had not seen, such a net tells the issue as well as two nets together (Polyak and Juditsky 1992; Izmailov and others 2018). */
const averaged = { from: 0.5, every: 4 };
/** Words and units that are left out by chance at each step (Srivastava et al. 2014). */
const dropped = { words: 0.1, units: 0.3 };
/** Numbers are kept as whole ones: of filters and outputs so many parts of one. */
const parts = 2048;
/** And of vectors, which a byte holds. */
const partsOfVectors = 40;
const none = -1;

/** A text and what it tells of, each class by its share of it, and whether a coder showed a round by it; null where nobody looked for one. */
export interface Sensed {
  text: string;
  labels: readonly string[];
  round: boolean | null;
  share: number;
}

interface Example {
  words: Int32Array;
  /** Of each class its share. */
  wanted: Float64Array;
  round: boolean | null;
  share: number;
}

/** Numbers that learn, with the running means of their slopes and of these squared, and what is kept of them in the end: their own mean over the later steps. */
interface Learning {
  values: Float32Array;
  first: Float32Array;
  second: Float32Array;
  mean: Float32Array;
}

function learning(values: Float32Array): Learning {
  const [first, second, mean] = [0, 1, 2].map(() => new Float32Array(values.length)) as [Float32Array, Float32Array, Float32Array];
  return { values, first, second, mean };
}

/** Brings the numbers of one step more into their mean; `seen`: steps that are in it already. */
function average({ values, mean }: Learning, seen: number): void {
  for (let n = 0; n < mean.length; n++) mean[n] = (mean[n] as number) + ((values[n] as number) - (mean[n] as number)) / (seen + 1);
}

/** Moves the numbers from `from` on against their slopes; `step` counts from 1. */
function move({ values, first, second }: Learning, slopes: Float32Array, from: number, speed: number, step: number): void {
  const [kept1, kept2] = [0.9, 0.999];
  const pace = (speed * Math.sqrt(1 - kept2 ** step)) / (1 - kept1 ** step);
  for (let n = 0; n < slopes.length; n++) {
    const slope = slopes[n] as number;
    const k = from + n;
    const one = kept1 * (first[k] as number) + (1 - kept1) * slope;
    const two = kept2 * (second[k] as number) + (1 - kept2) * slope * slope;
    first[k] = one;
    second[k] = two;
    values[k] = (values[k] as number) - (pace * one) / (Math.sqrt(two) + 1e-8);
  }
}

interface Net {
  vectors: Learning;
  filters: Learning;
  bias: Learning;
  outputs: Learning;
  outputBias: Learning;
  meeting: Learning;
  meetingBias: Learning;
}

/** How far a batch speaks for other outputs. */
type Outputs = Record<"bias" | "outputs" | "outputBias" | "meeting" | "meetingBias", Float32Array>;

function wordsOf(text: string, numberOf: ReadonlyMap<string, number>): Int32Array {
  const all = tokensOf(text).filter(hasSense);
  return Int32Array.from(all.slice(0, longest), ({ lower }) => numberOf.get(lower) ?? none);
}

/** A net that has learned nothing yet, its words as `begun` says. */
function newNet(begun: readonly Float32Array[], classes: number, random: () => number): Net {
  const spread = (count: number, inputs: number): Learning => learning(Float32Array.from({ length: count }, () => (2 * random() - 1) / Math.sqrt(inputs)));
  const all = new Float32Array(begun.length * size);
  begun.forEach((vector, n) => {
    all.set(vector, n * size);
  });
  return {
    vectors: learning(all),
    filters: spread(size * width, 3 * size),
    bias: learning(new Float32Array(2 * units)),
    outputs: spread(classes * 2 * units, 2 * units),
    outputBias: learning(new Float32Array(classes)),
    meeting: spread(2 * units, 2 * units),
    meetingBias: learning(new Float32Array(1)),
  };
}

/** The distinct words of a batch, each with its parts and their slopes. */
interface Met {
  words: number[];
  parts: Float32Array;
  slopes: Float32Array;
}

function meet(net: Net, batch: readonly Int32Array[], placeOf: Int32Array): Met {
  const words: number[] = [];
  for (const list of batch)
    for (const word of list)
      if (word >= 0 && placeOf[word] === none) {
        placeOf[word] = words.length;
        words.push(word);
      }
  const made = new Float32Array(words.length * width);
  const { values: vectors } = net.vectors;
  const { values: filters } = net.filters;
  words.forEach((word, n) => {
    const own = made.subarray(n * width, (n + 1) * width);
    // Four at a time, which is twice as fast.
    for (let d = 0; d < size; d += 4) {
      const [v0, v1, v2, v3] = vectors.subarray(word * size + d, word * size + d + 4) as unknown as [number, number, number, number];
      const row = d * width;
      for (let k = 0; k < width; k++)
        own[k] =
          (own[k] as number) +
          v0 * (filters[row + k] as number) +
          v1 * (filters[row + width + k] as number) +
          v2 * (filters[row + 2 * width + k] as number) +
          v3 * (filters[row + 3 * width + k] as number);
    }
  });
  return { words, parts: made, slopes: new Float32Array(made.length) };
}

/** One step: the slopes of a batch, and the net moved against them. */
function learnBatch(net: Net, batch: readonly Example[], placeOf: Int32Array, random: () => number, step: number): void {
  const read = batch.map(({ words }) => words.map((word) => (random() < dropped.words ? none : word)));
  const met = meet(net, read, placeOf);
  const classes = net.outputBias.values.length;
  const slopes: Outputs = {
    bias: new Float32Array(2 * units),
    outputs: new Float32Array(classes * 2 * units),
    outputBias: new Float32Array(classes),
    meeting: new Float32Array(2 * units),
    meetingBias: new Float32Array(1),
  };
  batch.forEach((example, n) => {
    const at = (read[n] as Int32Array).map((word) => (word < 0 ? none : (placeOf[word] as number) * width));
    learnExample(net, example, at, met, slopes, random, batch.length);
  });
  const ofFilters = new Float32Array(size * width);
  const ofVector = new Float32Array(size);
  const moved: { word: number; slopes: Float32Array }[] = [];
  met.words.forEach((word, n) => {
    placeOf[word] = none;
    const own = met.slopes.subarray(n * width, (n + 1) * width);
    const some: number[] = [];
    for (let k = 0; k < width; k++) if (own[k] !== 0) some.push(k);
    if (some.length === 0) return;
    for (let d = 0; d < size; d++) {
      const value = net.vectors.values[word * size + d] as number;
      const row = d * width;
      let sum = 0;
      for (const k of some) {
        const slope = own[k] as number;
        sum += slope * (net.filters.values[row + k] as number);
        ofFilters[row + k] = (ofFilters[row + k] as number) + slope * value;
      }
      ofVector[d] = sum;
    }
    moved.push({ word, slopes: ofVector.slice() });
  });
  for (const { word, slopes: own } of moved) move(net.vectors, own, word * size, rateOfVectors, step);
  move(net.filters, ofFilters, 0, rate, step);
  for (const name of Object.keys(slopes) as (keyof Outputs)[]) move(net[name], slopes[name], 0, rate, step);
}

/** `at`: where the parts of each word begin. */
function learnExample(
  net: Net,
  { wanted, round, share }: Example,
  at: Int32Array,
  { parts, slopes: ofParts }: Met,
  slopes: Outputs,
  random: () => number,
  count: number,
): void {
  const both = 2 * units;
  const pooled = new Float32Array(both);
  const where = new Int32Array(both).fill(none);
  const { values: bias } = net.bias;
  for (let t = 0; t < at.length; t++) {
    const before = t === 0 ? none : (at[t - 1] as number);
    const own = at[t] as number;
    const behind = t + 1 === at.length ? none : (at[t + 1] as number);
    for (let u = 0; u < units; u++) {
      const one = (own < 0 ? 0 : (parts[own + u] as number)) + (bias[u] as number);
      if (one > (pooled[u] as number)) {
        pooled[u] = one;
        where[u] = t;
      }
      const three =
        (before < 0 ? 0 : (parts[before + units + u] as number)) +
        (own < 0 ? 0 : (parts[own + 2 * units + u] as number)) +
        (behind < 0 ? 0 : (parts[behind + 3 * units + u] as number)) +
        (bias[units + u] as number);
      if (three > (pooled[units + u] as number)) {
        pooled[units + u] = three;
        where[units + u] = t;
      }
    }
  }
  const kept = 1 / (1 - dropped.units);
  for (let u = 0; u < both; u++) pooled[u] = random() < dropped.units ? 0 : (pooled[u] as number) * kept;
  const classes = wanted.length;
  const chances = new Float64Array(classes);
  let total = 0;
  for (let k = 0; k < classes; k++) {
    let sum = net.outputBias.values[k] as number;
    for (let u = 0; u < both; u++) sum += (pooled[u] as number) * (net.outputs.values[k * both + u] as number);
    chances[k] = Math.exp(sum);
    total += chances[k] as number;
  }
  const ofPooled = new Float32Array(both);
  for (let k = 0; k < classes; k++) {
    const error = (share * ((chances[k] as number) / total - (wanted[k] as number))) / count;
    slopes.outputBias[k] = (slopes.outputBias[k] as number) + error;
    for (let u = 0; u < both; u++) {
      const m = k * both + u;
      slopes.outputs[m] = (slopes.outputs[m] as number) + error * (pooled[u] as number);
      ofPooled[u] = (ofPooled[u] as number) + error * (net.outputs.values[m] as number);
    }
  }
  // Meetings are told by what the units see for the issues, and move no filter: where they did, issues were told less well.
  if (round !== null) {
    let sum = net.meetingBias.values[0] as number;
    for (let u = 0; u < both; u++) sum += (pooled[u] as number) * (net.meeting.values[u] as number);
    const error = (share * (chanceOf(sum) - Number(round))) / count;
    slopes.meetingBias[0] = (slopes.meetingBias[0] as number) + error;
    for (let u = 0; u < both; u++) slopes.meeting[u] = (slopes.meeting[u] as number) + error * (pooled[u] as number);
  }
  const add = (place: number, slope: number): void => {
    ofParts[place] = (ofParts[place] as number) + slope;
  };
  for (let u = 0; u < both; u++) {
    if ((pooled[u] as number) <= 0) continue;
    const slope = (ofPooled[u] as number) * kept;
    const t = where[u] as number;
    slopes.bias[u] = (slopes.bias[u] as number) + slope;
    const own = at[t] as number;
    if (u < units) {
      if (own >= 0) add(own + u, slope);
      continue;
    }
    const before = t === 0 ? none : (at[t - 1] as number);
    const behind = t + 1 === at.length ? none : (at[t + 1] as number);
    if (before >= 0) add(before + u, slope);
    if (own >= 0) add(own + units + u, slope);
    if (behind >= 0) add(behind + 2 * units + u, slope);
  }
}

/** Learned from these texts; `classes` in the order of the issues. */
export function learnSenses(texts: readonly Sensed[], classes: readonly string[]): Learned["senses"] {
  const random = randoms();
  const known = vectors();
  const numberOf = new Map(known.words.map((word, n) => [word, n]));
  const net = newNet(known.list, classes.length, random);
  const examples = texts.map(({ text, labels, round, share }): Example => {
    const wanted = new Float64Array(classes.length);
    for (const label of labels) wanted[classes.indexOf(label)] = 1 / labels.length;
    return { words: wordsOf(text, numberOf), wanted, round, share };
  });
  const placeOf = new Int32Array(known.words.length).fill(none);
  const steps = rounds * Math.ceil(examples.length / batchSize);
  const learnt = Object.values(net) as Learning[];
  let step = 0;
  let seen = 0;
  for (let round = 0; round < rounds; round++) {
    const mixed = shuffled(examples, random);
    for (let n = 0; n < mixed.length; n += batchSize) {
      step++;
      learnBatch(net, mixed.slice(n, n + batchSize), placeOf, random, step);
      if (step <= averaged.from * steps || step % averaged.every > 0) continue;
      for (const numbers of learnt) average(numbers, seen);
      seen++;
    }
  }
  return {
    words: known.words.join(" "),
    size,
    units,
    parts: { vectors: partsOfVectors, others: parts },
    vectors: Buffer.from(Int8Array.from(net.vectors.mean, (value) => within(byteMost, value * partsOfVectors)).buffer).toString("base64"),
    filters: whole(net.filters.mean),
    bias: whole(net.bias.mean),
    outputs: whole(net.outputs.mean),
    output_bias: whole(net.outputBias.mean),
    meeting: whole(net.meeting.mean),
    meeting_bias: whole(net.meetingBias.mean),
  };
}

/** Two bytes a number, the lower first, whatever machine it is. */
function whole(values: Float32Array): string {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, n) => {
    bytes.writeInt16LE(within(32_767, value * parts), 2 * n);
  });
  return bytes.toString("base64");
}
