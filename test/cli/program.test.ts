// The command line within this process: exit codes, which stream says what, and help that one can learn from.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderOf } from "../ingest/folders.ts";
import { parley } from "./run.ts";

function database(folder: string): string[] {
  return ["--database", `file:${join(folder, "data", "p.db")}`];
}

describe("help", () => {
  test("of the program lists every command and exit code, and is no error", async () => {
    const { code, out, err } = await parley(["--help"]);
    expect([code, err]).toEqual([0, ""]);
    for (const word of ["ingest", "extract", "serve", "audit", "migrate", "codebook", "export", "dump", "Exit codes", "DATABASE_URL"])
      expect(out).toContain(word);
  });

  test.each([["ingest"], ["extract"], ["serve"], ["audit"], ["migrate"], ["codebook", "check"], ["export"], ["dump"]])(
    "of %s %s has an example, its exit codes and the global options",
    async (...command) => {
      const { code, out } = await parley([...command.filter((word) => word !== undefined), "--help"]);
      expect(code).toBe(0);
      for (const word of ["Example", "$ ", "Exit codes", "--database"]) expect(out).toContain(word);
    },
  );
});

test("--version prints the version of package.json", async () => {
  const { code, out } = await parley(["--version"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe("wrong usage ends with 2, on standard error alone", () => {
  test.each([
    [[], "Usage"],
    [["bogus"], "unknown command"],
    [["ingst", "x"], "Did you mean ingest?"],
    [["ingest"], "missing required argument"],
    [["ingest", "x.txt", "--bogus"], "unknown option"],
    [["ingest", "https://example.org/a.html"], "web address"],
    [["ingest", "x.txt", "--genre", "poem"], "--genre"],
    [["ingest", "x.txt", "--published", "yesterday"], "--published"],
    [["ingest", "x.txt", "--text-basis", "copy"], "--text-basis"],
    [["ingest", "-", "--type", "pdf"], "Allowed choices"],
    [["ingest", "x.txt", "--dry-run", "--manifest", "/nowhere.csv"], "/nowhere.csv"],
    [["extract"], "missing required argument"],
  ])("parley %j", async (argv, message) => {
    const { code, out, err } = await parley(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });
});

describe("a broken set-up ends with 3, and says what is broken", () => {
  test.each([
    [["ingest", "x.txt", "--database", "parley.db"], "DATABASE_URL=parley.db is not allowed"],
    [["migrate", "--database", "postgres://localhost/x"], "not supported yet"],
    [["audit", "--database", "file:/nowhere/p.db"], "parley ingest"],
    [["dump", "--database", "file:/nowhere/p.db"], "cannot be opened"],
    [["ingest", "x.txt", "--codebook", "/nowhere"], "/nowhere"],
    [["serve", "--database", "file:/nowhere/p.db"], "cannot be opened"],
  ])("parley %j", async (argv, message) => {
    const { code, out, err } = await parley(argv);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toContain(message);
  });

  test("a file that is no database, or one of another program", async () => {
    const folder = folderOf({ "no.db": "This is not a database, though it is called one." });
    expect((await parley(["audit", "--database", `file:${join(folder, "no.db")}`])).code).toBe(3);
    writeFileSync(join(folder, "empty.db"), "");
    expect(await parley(["dump", "--database", `file:${join(folder, "empty.db")}`])).toMatchObject({ code: 3, err: expect.stringContaining("parley migrate") });
  });
});

describe("ingest", () => {
  test("says a line an article on standard error, the table on standard output; again, all is known; the audit is clean", async () => {
    const folder = folderOf({ "in/a.txt": "The delegations met on Sunday.", "in/b.md": "---\nsource: The Example\n---\nThey will meet again." });
    const first = await parley(["ingest", join(folder, "in"), ...database(folder)]);
    expect(first.code).toBe(0);
    expect(first.err).toBe(`added    ${join(folder, "in/a.txt")}\nadded    ${join(folder, "in/b.md")}\n`);
    expect(first.out).toMatch(
      /^read +2\n {2}added +2\n {2}updated +0\n {2}known +0\nskipped +0\nfound in added and updated articles\n {2}actors +\d+\n {2}rounds +\d+\n {2}positions +\d+\n/,
    );

    const before = await parley(["dump", ...database(folder)]);
    expect(await parley(["ingest", join(folder, "in"), ...database(folder)])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/added +0\n.*\n {2}known +2/),
    });
    expect(await parley(["dump", ...database(folder)])).toEqual(before);
    expect(before.out.split("\n").length).toBeGreaterThan(100);
    expect(await parley(["audit", ...database(folder)])).toEqual({ code: 0, out: "", err: "sound: no breach\n" });
  });

  test("ends with 1 where something was skipped, and lists it with the reason; the rest is in", async () => {
    const folder = folderOf({ "in/a.txt": "The delegations met on Sunday.", "in/b.png": "x", "in/c\nd.txt": "" });
    const { code, out } = await parley(["ingest", join(folder, "in"), ...database(folder)]);
    expect(code).toBe(1);
    expect(out).toMatch(/read +1\n/);
    expect(out).toContain("b.png is of a type that is not read (.png)");
    expect(out).toContain("c\\u000ad.txt is empty");
  });

  test("with --json prints the report and nothing else", async () => {
    const folder = folderOf({ "in/a.txt": "The delegations met on Sunday.", "in/b.json": "{}" });
    const { code, out, err } = await parley(["ingest", join(folder, "in"), "--json", ...database(folder)]);
    expect([code, err]).toEqual([1, ""]);
    expect(JSON.parse(out)).toEqual({
      run: expect.stringMatching(/^[0-9a-f]{16}$/),
      dry_run: false,
      stopped: false,
      read: 1,
      added: 1,
      updated: 0,
      known: 0,
      skipped: [{ path: join(folder, "in/b.json"), reason: expect.stringContaining("needs a field") }],
      notes: [],
      found: { actors: expect.any(Number), rounds: expect.any(Number), positions: expect.any(Number) },
    });
  });

  test("with --dry-run makes no database", async () => {
    const folder = folderOf({ "a.txt": "The delegations met on Sunday." });
    expect(await parley(["ingest", folder, "--dry-run", ...database(folder)])).toMatchObject({ code: 0, out: expect.stringContaining("nothing was written") });
    expect((await parley(["dump", ...database(folder)])).code).toBe(3);
  });

  test("takes standard input with its metadata", async () => {
    const folder = folderOf({});
    expect((await parley(["ingest", "-", "--source", "The Example", "--title", "T", ...database(folder)], "They met.")).code).toBe(0);
    expect((await parley(["dump", ...database(folder)])).out).toContain('"title":"T"');
  });
});

describe("extract", () => {
  test("prints the document of a file, with the metadata it was given", async () => {
    const folder = folderOf({ "a.txt": "They met on Sunday." });
    const { code, out, err } = await parley(["extract", join(folder, "a.txt"), "--source", "The Example", "--published", "2025-11"]);
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toMatchObject({ text: "They met on Sunday.", article: { source: "The Example", published: "2025-11" } });
  });

  test("takes standard input", async () => {
    expect(JSON.parse((await parley(["extract", "-"], "They met.")).out)).toHaveProperty("text", "They met.");
  });

  test("ends with 1 for a file that it cannot read, and with 2 for several", async () => {
    const folder = folderOf({ "a.txt": "A", "b.txt": "B" });
    expect(await parley(["extract", join(folder, "none.txt")])).toMatchObject({ code: 1, out: "", err: expect.stringContaining("does not exist") });
    expect(await parley(["extract", "-"])).toMatchObject({ code: 1, out: "", err: "parley: - is empty\n" });
    expect(await parley(["extract", folder])).toMatchObject({ code: 2, out: "", err: expect.stringContaining("give one") });
  });
});

test("migrate makes a database, and doing it again changes nothing", async () => {
  const folder = folderOf({});
  expect((await parley(["migrate", ...database(folder)])).code).toBe(0);
  const before = await parley(["dump", ...database(folder)]);
  expect((await parley(["migrate", ...database(folder)])).out).toContain("is up to date");
  expect(await parley(["dump", ...database(folder)])).toEqual(before);
});

describe("codebook check", () => {
  test("counts the entries of the bundled files", async () => {
    expect(await parley(["codebook", "check"])).toMatchObject({ code: 0, out: expect.stringMatching(/^issues +\d+ {2}bundled$/m), err: "" });
  });

  test("ends with 1 and names file and line of each problem", async () => {
    const folder = folderOf({ "actors.yaml": "actors:\n  - id: Not An Id\n" });
    expect(await parley(["codebook", "check", folder])).toMatchObject({ code: 1, err: expect.stringMatching(/actors\.yaml:2:\d+ /) });
    expect(await parley(["codebook", "check", "--codebook", folder])).toMatchObject({ code: 1 });
  });
});
