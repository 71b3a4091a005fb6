// What a command is given and what it answers with, apart from the program that runs it.
import type { Terminal } from "./terminal.ts";

/** The streams, and where a command leaves its exit code (0 unless it says so). */
export interface Context {
  terminal: Terminal;
  exit: (code: number) => void;
}

/** The meaning of each stands in the program's help. */
export const exitCodes = { done: 0, faults: 1, usage: 2, setup: 3, interrupted: 130 } as const;
