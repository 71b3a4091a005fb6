// `parley explain` and `parley diff`: how an expert sees what a line of the codebook does.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundledFolder } from "../../src/codebook/load.ts";
import { folderOf } from "../ingest/folders.ts";
import { parley } from "./run.ts";

const text = "Fighting went on in the war. Armenia rejects a ceasefire. Azerbaijan should accept the ceasefire.";

describe("parley explain", () => {
  test("shows each sentence with what was seen, the position it made, and the reason where it made none, in plain text", async () => {
    const { code, out, err } = await parley(["explain", "-", "--published", "2024-05-10"], text);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("published 2024-05-10");
    expect(out).toMatch(/^ {2}\+ .*armenia against ceasefire, refuse/m);
    expect(out).toMatch(/^ {2}– .*ceasefire/m);
    expect(out).not.toContain("\u001b");
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("prints the document with its explanation as JSON", async () => {
    const { out } = await parley(["explain", "-", "--json"], text);
    const document = JSON.parse(out);
    expect(document.positions.length).toBe(1);
    expect(document.explanation.sentences.map((sentence: { text: string }) => sentence.text)).toHaveLength(3);
  });

  test("tells of a file that is not there", async () => {
    const { code, err } = await parley(["explain", "/nowhere.txt"]);
    expect(code).toBe(1);
    expect(err).toContain("/nowhere.txt does not exist");
  });
});

describe("parley diff", () => {
  const folder = () => folderOf({ "in/a.txt": text, "in/b.txt": "A recipe with butter and eggs." });

  test("shows the rows that a changed line of the codebook makes, takes and changes, with sums", async () => {
    const at = folder();
    cpSync(bundledFolder, join(at, "mine"), { recursive: true });
    const frames = join(at, "mine/frames.yaml");
    writeFileSync(frames, readFileSync(frames, "utf8").replace(/^ {2}- id: refuse$/m, "  - id: turn-down"));
    const { code, out, err } = await parley(["diff", join(at, "in"), "--codebook", join(at, "mine")]);
    expect([code, err]).toEqual([1, ""]);
    expect(out).toContain("~ position armenia against ceasefire, refuse [turn-down/ceasefire.truce]");
    expect(out).toContain("rule: refuse/ceasefire.truce → turn-down/ceasefire.truce");
    expect(out).toContain("1 of 2 articles change");
    const json = await parley(["diff", join(at, "in"), "--codebook", join(at, "mine"), "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({ articles: 2, articles_changed: 1, by_issue: [{ name: "ceasefire", added: 0, removed: 0, changed: 1 }] });
  });

  test("against what extract printed before, finds no change", async () => {
    const at = folder();
    const before = join(at, "before.jsonl");
    const printed = await Promise.all(["a", "b"].map((name) => parley(["extract", join(at, `in/${name}.txt`)])));
    writeFileSync(before, printed.map(({ out }) => out).join(""));
    const { code, out } = await parley(["diff", join(at, "in"), "--against", before]);
    expect([code, out]).toEqual([0, "no change in 2 articles\n"]);
  });

  test("names an article that the saved documents lack", async () => {
    const at = folder();
    const before = join(at, "before.jsonl");
    writeFileSync(before, (await parley(["extract", join(at, "in/a.txt")])).out);
    const { code, err } = await parley(["diff", join(at, "in"), "--against", before]);
    expect(code).toBe(1);
    expect(err).toContain("b.txt has no document in");
  });

  test.each([
    [[], "name one with --codebook or --against"],
    [["--against", "/nowhere"], "/nowhere: there is no such folder or file"],
    [["--against", new URL("../../package.json", import.meta.url).pathname], "holds no documents"],
  ])("%j is wrong usage", async (options, message) => {
    const { code, out, err } = await parley(["diff", ...options]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });
});
