// Runs one command line within the test's process and keeps what it prints. Only for tests.
import { Readable, Writable } from "node:stream";
import { runProgram } from "../../src/cli/program.ts";

export async function parley(argv: string[], stdin = ""): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const stream = (name: "out" | "err") =>
    new Writable({
      write: (chunk, _, done) => {
        said[name] += chunk;
        done();
      },
    });
  const code = await runProgram(argv, { stdin: Readable.from(stdin === "" ? [] : [Buffer.from(stdin)]), stdout: stream("out"), stderr: stream("err") });
  return { code, ...said };
}
