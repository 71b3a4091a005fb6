// How the engine that runs the program, V8, holds memory and compiles. Each is called once, at the start of the commands that it suits.
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * V8 would hold twice the memory that lives. With these the space of young objects stays small, and garbage is collected when the heap has grown
 * by a third: extracting and sending a million rows take half the memory, for a tenth to a quarter more processor time.
 */
export function holdLittle(): void {
  for (const flag of ["--semi-space-growth-factor=1", "--heap-growing-percent=30"]) setFlagsFromString(flag);
}

/** Bytes of the space of young objects, of which half is in use at a time. */
const youngBytes = 8 << 20;
/** Blocks of objects that are held at once at most, and how many fields each has: more than the smallest space of young objects can hold in all. */
const [blocks, fields] = [64, 16_000];

/**
 * Reading a text makes very many objects that die with their sentence, and in the megabyte that `holdLittle` leaves them they would be collected a thousand times a second, which
 * takes a fifth of the time. V8 has no call to set the size once it runs, but lets the space grow by a factor when more objects live than it holds: so it is made to, once. Called after `holdLittle`.
 */
export function widenYoungSpace(): void {
  const size = (): number => getHeapSpaceStatistics().find((space) => space.space_name === "new_space")?.space_size ?? youngBytes;
  setFlagsFromString("--semi-space-growth-factor=4");
  const held: number[][] = [];
  while (size() < youngBytes && held.length < blocks) held.push(new Array<number>(fields).fill(0));
  setFlagsFromString("--semi-space-growth-factor=1");
}

/**
 * V8 would compile each function soon, and most of the extractor's many small ones again and again as they meet new shapes. Compiling after seven times the
 * usual work costs a third less processor time over the first megabyte, and no more later.
 */
export function compileLate(): void {
  setFlagsFromString("--interrupt-budget=500000");
}
