// The command line as a process of its own: signals, closed pipes, and the server from nothing to an answer. Slow, so only what cannot be tested within.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { folderOf } from "../ingest/folders.ts";
import { parley } from "./run.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

interface Run {
  child: ChildProcess;
  said: { out: string; err: string };
  ended: Promise<number | null>;
}

function start(argv: string[], environment: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ["--import", "tsx", main, ...argv], { env: { ...process.env, ...environment } });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => (said.out += chunk));
  child.stderr.on("data", (chunk) => (said.err += chunk));
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, said, ended: once(child, "close").then(([code]) => code) };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}

test("Ctrl-C stops an ingest after the article in hand, with what was read stored and 130 as the exit code", async () => {
  const folder = folderOf(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`in/${i}.txt`, `The delegations met ${i} times.`])));
  const database = ["--database", `file:${join(folder, "p.db")}`];
  const { child, said, ended } = start(["ingest", join(folder, "in"), ...database]);
  await until(() => said.err.includes("added"));
  child.kill("SIGINT");
  expect(await ended).toBe(130);
  expect(said.out).toContain("stopped before the end");
  expect((await parley(["audit", ...database])).code).toBe(0);
});

test("a reader that closes the pipe early is no fault", async () => {
  const folder = folderOf({});
  const database = ["--database", `file:${join(folder, "p.db")}`];
  expect((await parley(["migrate", ...database])).code).toBe(0);
  const { child, said, ended } = start(["dump", ...database]);
  child.stdout?.once("data", () => child.stdout?.destroy());
  expect(await ended).toBe(0);
  expect(said.err).toBe("");
});

test("serve --seed fills an empty database with the bundled articles, says what to open, and ends when told", async () => {
  const folder = folderOf({});
  const { child, said, ended } = start(["serve", "--seed"], { DATABASE_URL: `file:${join(folder, "data/p.db")}`, PORT: "0", LOG_LEVEL: "silent" });
  await until(() => said.err.includes("Ctrl-C ends it"));
  expect(said.err).toMatch(/^\d+ bundled articles ingested/);
  const address = /listens on (\S+)/.exec(said.err)?.[1] ?? "";
  expect(said.err).toContain(`${address}/docs`);
  const answer = (await (await fetch(`${address}/v1/articles?limit=1`)).json()) as { page: { total: number } };
  expect(answer.page.total).toBeGreaterThan(40);
  child.kill("SIGINT");
  expect(await ended).toBe(0);
});

test("a wrong setting is named at start, with exit code 3", async () => {
  const { said, ended } = start(["serve"], { PORT: "http" });
  expect(await ended).toBe(3);
  expect(said.err).toBe("parley: PORT=http is not allowed: must be a whole number from 0 to 65535\n");
});

test("a port that is taken is named, with the setting that changes it, and exit code 3", async () => {
  const settings = { DATABASE_URL: `file:${join(folderOf({}), "p.db")}` };
  expect((await parley(["migrate", "--database", settings.DATABASE_URL])).code).toBe(0);
  const server = createServer();
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const { said, ended } = start(["serve"], { ...settings, PORT: String(port), LOG_LEVEL: "silent" });
  expect(await ended).toBe(3);
  expect(said.err).toBe(`parley: something listens on 127.0.0.1:${port} already; set PORT to another one\n`);
  server.close();
});

test("serve says so where the rows were made by another codebook, and with --seed brings the others up to date", async () => {
  const folder = folderOf({ "a.txt": "The delegations met twice.", "other/actors.yaml": "actors: []\n", "other/rounds.yaml": "rounds: []\n" });
  const settings = { DATABASE_URL: `file:${join(folder, "p.db")}`, PORT: "0", LOG_LEVEL: "silent" };
  expect((await parley(["ingest", join(folder, "a.txt"), "--database", settings.DATABASE_URL])).code).toBe(0);
  for (const [more, warned] of [
    [[], false],
    [["--seed", "--codebook", join(folder, "other")], true],
  ] as const) {
    const { child, said, ended } = start(["serve", ...more], settings);
    await until(() => said.err.includes("Ctrl-C ends it"));
    expect(/^the rows were made by \S+, this is \S+ \(codebook\/extractor\): ingest the articles again/.test(said.err)).toBe(warned);
    const address = /listens on (\S+)/.exec(said.err)?.[1] ?? "";
    expect(await (await fetch(`${address}/v1/dataset`)).json()).toMatchObject({ dataset_version: expect.stringMatching(/^[0-9a-f]{16}$/) });
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  }
});
