// What the program tells V8: nothing that the V8 of this Node does not know, for it would say so on standard error at each command.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("V8 knows every flag that is set", () => {
  const engine = new URL("../../src/cli/engine.ts", import.meta.url).href;
  const code = `const { beginToExtract, holdLittle, holdOneText } = await import(${JSON.stringify(engine)}); holdLittle(); beginToExtract(); holdOneText();`;
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", code], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("a command that reads a text prints nothing on standard error", () => {
  const main = new URL("../../src/cli/main.ts", import.meta.url).pathname;
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", main, "extract", "-"], { encoding: "utf8", input: "Nothing.\n" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
