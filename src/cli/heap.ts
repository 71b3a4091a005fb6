// How much memory the process may hold beyond what it needs. Called once, at the start of commands that run long.
import { setFlagsFromString } from "node:v8";

/**
 * V8 would hold twice the memory that lives. With these the space of young objects stays small, and garbage is collected when the heap has grown
 * by a third: extracting and sending a million rows take half the memory, for a tenth to a quarter more processor time.
 */
export function holdLittle(): void {
  for (const flag of ["--semi-space-growth-factor=1", "--heap-growing-percent=30"]) setFlagsFromString(flag);
}
