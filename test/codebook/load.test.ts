// What a codebook folder gives, and what its loader says about a faulty one.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { versionByStamp } from "../../src/codebook/compiled.ts";
import { bundledStamp, CodebookError, checkCodebook, loadCodebook } from "../../src/codebook/load.ts";
import { type Codebook, codebookFiles } from "../../src/domain/codebook/codebook.ts";
import { codeLists } from "../../src/domain/vocabulary.ts";

const otherWar = fileURLToPath(new URL("./fixtures/other-war", import.meta.url));
const actorOf = (codebook: Codebook, id: string) => codebook.actors.actors.find((actor) => actor.id === id);

describe("the bundled codebook", () => {
  const codebook = loadCodebook();

  it("has no problems", () => {
    expect(checkCodebook().problems).toEqual([]);
  });

  it("is the same version each time it is read", () => {
    expect(loadCodebook().version).toBe(codebook.version);
    expect(codebook.version).toMatch(/^[0-9a-f]{12}$/);
  });

  it("gives each issue a proposition, a boundary and an example", () => {
    for (const issue of codebook.issues.issues) {
      expect(issue.proposition, issue.id).toMatch(/\.$/);
      expect(issue.when_not.length, issue.id).toBeGreaterThan(10);
      expect(issue.example.length, issue.id).toBeGreaterThan(10);
    }
  });

  it("defines every code of the program", () => {
    for (const [list, codes] of Object.entries(codeLists)) {
      const entries = codebook.codes[list as keyof typeof codeLists];
      expect(entries.map((entry) => entry.code)).toEqual(codes);
      for (const entry of entries) expect(entry.definition, `${list} ${entry.code}`).toMatch(/\.$/);
    }
  });

  it("places no PLOVER event on anything but acts", () => {
    const { act: _, ...others } = codebook.codes;
    for (const entries of Object.values(others)) for (const entry of entries) expect(entry.plover).toBeNull();
  });

  it("names each actor once over all layers", () => {
    const ids = codebook.actors.actors.map((actor) => actor.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("takes a state of no special interest from the country package", () => {
    expect(actorOf(codebook, "seychelles")).toMatchObject({ kind: "state", party: "seychelles", country: "SC", aliases: expect.arrayContaining(["Victoria"]) });
  });

  it("lists no state twice where codebook and package spell it differently", () => {
    const states = codebook.actors.actors.filter((actor) => actor.kind === "state" && actor.country !== null);
    expect(new Set(states.map((state) => state.country)).size).toBe(states.length);
  });

  it("has a stamp of every file's size and time, by which no codebook is known that no build kept", () => {
    expect(bundledStamp().split("\n")).toEqual(Object.keys(codebookFiles).map(() => expect.stringMatching(/^\d+ \d+(?:\.\d+)?$/)));
    expect(versionByStamp("1 2")).toBeUndefined();
    expect(versionByStamp("")).toBeUndefined();
  });

  it("holds roles whose holders were in office before they left", () => {
    const backward = codebook.actors.actors.flatMap((actor) => actor.roles.filter((role) => role.from && role.to && role.from > role.to).map(() => actor.id));
    expect(backward).toEqual([]);
  });

  it("counts the entries of every file", () => {
    const { files } = checkCodebook();
    for (const name of ["issues", "codes", "actors", "world", "rounds", "venues"]) {
      expect(files.find((file) => file.name === name)?.entries, name).toBeGreaterThan(20);
    }
  });
});

describe("a folder for another conflict", () => {
  const codebook = loadCodebook(otherWar);

  it("needs only actors and rounds and takes the rest from the bundled one", () => {
    expect(codebook.issues).toEqual(loadCodebook().issues);
    expect(
      checkCodebook(otherWar)
        .files.filter((file) => !file.bundled)
        .map((file) => file.name),
    ).toEqual(["actors", "rounds"]);
  });

  it("holds its own people and rounds and none of the bundled conflict's", () => {
    expect(actorOf(codebook, "tamsin-averlo")).toMatchObject({ party: "velmora" });
    expect(codebook.rounds.rounds.map((round) => round.id)).toEqual(["victoria-2025-06-03"]);
    const bundled = loadCodebook();
    expect(bundled.rounds.rounds.length).toBeGreaterThan(50);
    expect(actorOf(codebook, "rustem-umerov")).toBeUndefined();
  });

  it("keeps the organisations and states of the world", () => {
    expect(actorOf(codebook, "united-nations")).toBeDefined();
    expect(actorOf(codebook, "kenya")).toBeDefined();
  });

  it("gives a name that it uses itself to its own actor, and leaves the world's namesake ambiguous", () => {
    expect(actorOf(codebook, "joren-annan")).toMatchObject({ aliases: ["Annan"], ambiguous: false });
    expect(actorOf(codebook, "kofi-annan")).toMatchObject({ aliases: [], ambiguous: true, ambiguous_form: "Annan" });
  });

  it("has a version of its own", () => {
    expect(codebook.version).not.toBe(loadCodebook().version);
  });
});

describe("a faulty folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "parley-codebook-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The problems of a folder that holds these files, without the path of the folder. */
  function problemsOf(files: Record<string, string>): string[] {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return checkCodebook(folder).problems.map((problem) => problem.replace(`${folder}/`, ""));
  }

  const actors = (...rows: string[]) => `actors:\n${rows.map((row) => `  - {${row}}\n`).join("")}`;
  const round = (fields: string) =>
    `rounds:\n  - {id: a, kind: talks, status: held, format: bilateral, place: null, country: null, latitude: null, longitude: null, when: "2025", parties: [], participants: [], issues: [], outcome: null, sources: [], confidence: low, ${fields}}\n`;

  it("is told in plain words where a value is of the wrong kind, missing or none of those that there are", () => {
    expect(problemsOf({ "actors.yaml": actors("id: a, name: 5, kind: land", "id: b, kind: state, roles: x, country: Norway") })).toEqual([
      "actors.yaml:2:13 name: must be text, not a number",
      "actors.yaml:2:22 kind: must be one of state, person, organisation, group",
      "actors.yaml:3:5 name: is missing",
      "actors.yaml:3:26 roles: must be a list, not text",
      "actors.yaml:3:36 country: must be two capital letters (ISO 3166-1 alpha-2)",
    ]);
    const words = problemsOf({ "rounds.yaml": round("latitude: 500"), "issues.yaml": "topics: 5\nissues: []\n", "dates.yaml": "{}" });
    expect(words.length).toBeGreaterThan(10);
    for (const problem of words) expect(problem).not.toMatch(/invalid|expected|received|undefined|regex|pattern/i);
  });

  it("does not end the process by its nesting", () => {
    for (const mark of ["[", "- ", "? ", "{a: "])
      expect(problemsOf({ "actors.yaml": `actors:\n  ${mark.repeat(50_000)}` })[0]).toMatch(/^actors\.yaml:\d+:1 nests deeper/);
  });

  it("may be empty", () => {
    expect(problemsOf({})).toEqual([]);
  });

  it("is named where there is no such folder", () => {
    expect(() => loadCodebook(join(folder, "nowhere"))).toThrow(/nowhere is no folder/);
  });

  it("has its YAML faults told by line and column", () => {
    const problems = problemsOf({ "actors.yaml": 'actors:\n  - id: "open\n' });
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(/^actors\.yaml:\d+:\d+ /);
  });

  it("has a key that YAML reads twice refused", () => {
    expect(problemsOf({ "actors.yaml": "actors: []\nactors: []\n" })).toEqual([expect.stringMatching(/^actors\.yaml:2:1 .*unique/)]);
  });

  it("has an unknown key pointed at", () => {
    expect(problemsOf({ "actors.yaml": "actors:\n  - id: a\n    name: A\n    kind: state\n    colour: red\n" })).toEqual([
      'actors.yaml:5:5 unknown key "colour"',
    ]);
  });

  it("has a wrong value pointed at, with the field's name", () => {
    expect(problemsOf({ "actors.yaml": "actors:\n  - id: a\n    name: A\n    kind: kingdom\n" })).toEqual([expect.stringMatching(/^actors\.yaml:4:5 kind: /)]);
  });

  it("has a missing field told at the entry that lacks it", () => {
    expect(problemsOf({ "actors.yaml": "actors:\n  - id: a\n    kind: state\n" })).toEqual([expect.stringMatching(/^actors\.yaml:2:5 name: /)]);
  });

  it("has an empty file refused", () => {
    expect(problemsOf({ "rounds.yaml": "" })).toEqual([expect.stringMatching(/^rounds\.yaml:1:1 /)]);
  });

  it("has all its faults told at once, whichever file they are in", () => {
    const problems = problemsOf({
      "actors.yaml": actors("id: a, name: A, kind: state, party: nobody", "id: a, name: B, kind: state"),
      "rounds.yaml": round("hosts: [ghost]"),
    });
    expect(problems).toEqual([
      expect.stringMatching(/^actors\.yaml:2:\d+ no actor has the id "nobody"$/),
      expect.stringContaining('the id "a" is used twice'),
      expect.stringContaining('no actor has the id "ghost"'),
    ]);
  });

  it("has parties, hosts, mediators, participants and issues of rounds looked up", () => {
    for (const fields of ["hosts: [ghost]", "mediators: [ghost]"])
      expect(problemsOf({ "rounds.yaml": round(fields) })).toEqual([expect.stringContaining('"ghost"')]);
    const text = round("note: null").replace("parties: []", "parties: [ghost]").replace("issues: []", "issues: [ghost, ceasefire, humanitarian]");
    expect(problemsOf({ "rounds.yaml": text.replace("participants: []", "participants: [{actor: ghost, party: ghost, role: lead}]") })).toHaveLength(4);
  });

  it("has a date that is no EDTF refused", () => {
    expect(problemsOf({ "rounds.yaml": round("note: null").replace('"2025"', '"last spring"') })).toEqual([expect.stringMatching(/when: not an EDTF date/)]);
  });

  it("has a role refused that ends before it begins, and none that ends in the month it began", () => {
    const roles = (text: string) => actors(`id: a, name: A, kind: person, roles: [{title: Envoy, ${text}}]`);
    expect(problemsOf({ "actors.yaml": roles('from: "2024-05", to: "2023"') })).toEqual([expect.stringContaining("ends before that")]);
    expect(problemsOf({ "actors.yaml": roles('from: "2024-05-20", to: "2024-05"') })).toEqual([]);
    expect(problemsOf({ "actors.yaml": roles('from: "2024", to: "2024-05~"') })).toEqual([]);
  });

  it("has a name that two actors claim refused, unless one of them is marked ambiguous", () => {
    const pair = (extra: string) => actors("id: a, name: Ann Lee, kind: person, aliases: [Lee]", `id: b, name: Bo Lee, kind: person, aliases: [Lee]${extra}`);
    expect(problemsOf({ "actors.yaml": pair("") })).toEqual([expect.stringContaining('"Lee" also names "a"')]);
    expect(problemsOf({ "actors.yaml": pair(", ambiguous: true") })).toEqual([]);
  });

  it("has a code list refused that differs from the program's", () => {
    const problems = problemsOf({
      "codes.yaml": `${Object.keys(codeLists)
        .map((list) => `${list}: []`)
        .join("\n")}\n`,
    });
    expect(problems).toHaveLength(Object.keys(codeLists).length);
    expect(problems[0]).toMatch(/^codes\.yaml:1:1 the codes must be for, against, mixed/);
  });

  it("has an issue whose topic nobody defines refused", () => {
    const text = 'topics: [{id: t, label: T, definition: "T."}]\nissues:\n  - {id: i, topic: u, label: I, proposition: "I.", when_not: "-", example: "-"}\n';
    expect(problemsOf({ "issues.yaml": text })).toEqual(['issues.yaml:3:13 no topic has the id "u"']);
  });

  it("has a file whose name is misspelt told, and other kinds of file left alone", () => {
    expect(problemsOf({ "actor.yaml": "actors: []\n", "notes.md": "x" })).toEqual([expect.stringMatching(/^actor\.yaml is no file of a codebook/)]);
    expect(problemsOf({ "rounds.yml": "rounds: []\n" })).toHaveLength(2);
  });

  it("has a file above ten megabytes left unread", () => {
    expect(problemsOf({ "actors.yaml": `actors: []\n${"#".repeat(10 * 1024 * 1024)}` })).toEqual([expect.stringContaining("more than the")]);
  });

  it("has an alias bomb refused", () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) =>
        `a${i}: &a${i} [${Array(10)
          .fill(i === 0 ? "x" : `*a${i - 1}`)
          .join(", ")}]`,
    );
    expect(problemsOf({ "actors.yaml": `${levels.join("\n")}\nactors: []\n` }).length).toBeGreaterThan(0);
  });

  it("throws one error that holds every problem", () => {
    writeFileSync(join(folder, "actors.yaml"), actors("id: A, name: A, kind: state", "id: b, name: B, kind: land"));
    let error: unknown;
    try {
      loadCodebook(folder);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(CodebookError);
    expect((error as CodebookError).problems).toHaveLength(2);
    expect((error as CodebookError).message).toContain("has 2 problems");
  });
});
