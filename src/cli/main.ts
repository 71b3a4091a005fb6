#!/usr/bin/env node
// The process around the command line: its streams and its exit code. What the commands do stands in program.ts and below.
import { keepCompiled } from "./engine.ts";

keepCompiled();
// Only what is imported after that is kept.
const { runProgram } = await import("./program.ts");

// A reader that has seen enough (`parley dump | head`) closes the pipe: no fault, and nothing more to say.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
    throw error;
  });
}

process.exitCode = await runProgram(process.argv.slice(2), { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr });
