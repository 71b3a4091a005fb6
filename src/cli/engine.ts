// How the engine that runs the program, V8, holds memory and compiles. Each is called once, at the start of the commands that it suits.
import * as nodeModule from "node:module";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * The V8 of the Node that runs, by the first part of its version: 11 in Node 20, 12 in 22, 13 in 24. V8 renames its flags as it goes, has no call that lists them, and prints a line on standard error for each that
 * it does not know. So each flag names the versions that `node --v8-options` showed it in, and on others it is left out: Parley is then slower or larger, and says the same.
 */
const version = Number.parseInt(process.versions.v8, 10);

interface Flag {
  text: string;
  from: number;
  to: number;
}

const flags = {
  young: { text: "--semi-space-growth-factor=1", from: 11, to: 14 },
  youngTo4: { text: "--semi-space-growth-factor=4", from: 11, to: 14 },
  growByThird: { text: "--heap-growing-percent=30", from: 11, to: 14 },
  growToThree: { text: "--heap-growing-percent=200", from: 11, to: 14 },
  growBySixth: { text: "--heap-growing-percent=15", from: 11, to: 14 },
  /** Up to 11 a function was compiled after work of so many bytes of its code; since 12 after so many calls, by either of two compilers. */
  afterWork: { text: "--interrupt-budget=2000000", from: 11, to: 11 },
  afterCalls: { text: "--invocation-count-for-turbofan=20000", from: 12, to: 14 },
  afterFewerCalls: { text: "--invocation-count-for-maglev=2800", from: 12, to: 14 },
} satisfies Record<string, Flag>;

function set(...chosen: readonly Flag[]): void {
  for (const { text, from, to } of chosen) if (version >= from && version <= to) setFlagsFromString(text);
}

/**
 * Node 22 and later keep what V8 made of the program's files in the folder of temporary files, which saves a twentieth to a sixth of a start from the second on; they write and say nothing where that is not allowed. Node 20 has no such call, and the types
 * are those of 20.
 */
export function keepCompiled(): void {
  const { enableCompileCache } = nodeModule as { enableCompileCache?: () => unknown };
  enableCompileCache?.();
}

/**
 * V8 would hold twice the memory that lives. With these the space of young objects stays small, and garbage is collected when the heap has grown
 * by a third: extracting and sending a million rows take half the memory, for a tenth to a quarter more processor time.
 */
export function holdLittle(): void {
  set(flags.young, flags.growByThird);
}

/** For commands that extract, before they load anything. V8 would let the heap grow to the fourfold while the codebook and the tagger are loaded; with the threefold it takes a quarter less memory, while to hold it as small as later would take a tenth of that time, since most of what is made then lives on. */
export function beginToExtract(): void {
  widenYoungSpace();
  compileLate();
  set(flags.growToThree);
}

/** The same commands when all is loaded: what lives is the codebook, the tagger and one text, and garbage is collected when a sixth more has come to it. */
export function holdOneText(): void {
  set(flags.young, flags.growBySixth);
}

/** Bytes of the space of young objects, of which half is in use at a time. */
const youngBytes = 8 << 20;
/** Blocks of objects that are held at once at most, and how many fields each has: more than the smallest space of young objects can hold in all. */
const [blocks, fields] = [64, 16_000];

/**
 * Reading a text makes very many objects that die with their sentence, and in the megabyte that the space of young objects begins with they would be collected a thousand times a second, which
 * takes a fifth of the time; left to itself it grows to thirty megabytes. V8 has no call to set the size once it runs, but lets the space grow by a factor when more objects live than it holds: so it is made to, once.
 */
function widenYoungSpace(): void {
  const size = (): number => getHeapSpaceStatistics().find((space) => space.space_name === "new_space")?.space_size ?? youngBytes;
  set(flags.youngTo4);
  const held: number[][] = [];
  while (size() < youngBytes && held.length < blocks) held.push(new Array<number>(fields).fill(0));
  set(flags.young);
}

/**
 * V8 would compile each function soon, and most of the extractor's many small ones again and again as they meet new shapes. Compiling after thirty times the
 * usual work costs a fifth to a third less processor time over the first megabyte, no more later, and some fifteen megabytes less of compiler's memory.
 */
function compileLate(): void {
  set(flags.afterWork, flags.afterCalls, flags.afterFewerCalls);
}
