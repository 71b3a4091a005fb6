// Ratios within one run: a kept list against bare Fastify sending the same bytes, a list that is not kept, a million positions against ten thousand, facets. `npm run bench`
import { fork } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "./generate.ts";
import { type Load, load } from "./load.ts";

const folder = process.env.BENCH_FOLDER ?? join(tmpdir(), "parley-bench");
const rounds = 3;

async function database(positions: number): Promise<string> {
  const path = join(folder, `${positions}.db`);
  if (!existsSync(path)) {
    console.log(`generating ${positions} positions`);
    await (await generate(`file:${path}`, positions)).close();
  }
  return `file:${path}`;
}

interface Server {
  port: number;
  stop: () => void;
}

async function serve(what: "api" | "bytes", where: string): Promise<Server> {
  const child = fork(new URL("serve.ts", import.meta.url), [what, where]);
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message) => resolve(Number(message)));
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { port, stop: () => child.kill() };
}

const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Loads what is compared by turns, so that all see the same machine, and tells the median rates and the median ratio to the first. */
async function compare(targets: readonly { name: string; port: number; paths: readonly string[] }[]): Promise<number[]> {
  const runs = targets.map((): Load[] => []);
  for (let round = 0; round < rounds; round++) for (const [at, { port, paths }] of targets.entries()) runs[at]?.push(await load(port, paths));
  return targets.map(({ name }, at) => {
    const own = runs[at] ?? [];
    const ratio = median(own.map(({ rate }, round) => rate / (runs[0]?.[round]?.rate ?? 1)));
    const [rate, p50, p99] = (["rate", "p50", "p99"] as const).map((figure) => median(own.map((run) => run[figure]))) as [number, number, number];
    console.log(name.padEnd(48), `${rate.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(2)} ms  p99 ${p99.toFixed(2)} ms  ratio ${ratio.toFixed(2)}`);
    return ratio;
  });
}

async function milliseconds(port: number, path: string): Promise<number> {
  const begun = performance.now();
  await (await fetch(`http://127.0.0.1:${port}${path}`)).arrayBuffer();
  return performance.now() - begun;
}

/** What is slow the first time alone: tells the times of each path asked once, and their ratios to the first one. */
async function once(port: number, targets: readonly { name: string; path: string }[]): Promise<void> {
  let least: number | null = null;
  for (const { name, path } of targets) {
    const time = await milliseconds(port, path);
    least ??= time;
    console.log(name.padEnd(48), `${time.toFixed(0).padStart(6)} ms  ratio ${(time / least).toFixed(2)}`);
  }
}

mkdirSync(folder, { recursive: true });
const sizes = [10_000, 1_000_000];
const list = "/v1/positions?limit=50";
/** Pages that no cache holds: a filter of its own each. */
const fresh = Array.from({ length: 20_000 }, (_, n) => `/v1/positions?party=party-${n % 10}&confidence__gte=0.1${String(n).padStart(5, "0")}&count=none`);

const servers: Server[] = [];
for (const size of sizes) servers.push(await serve("api", await database(size)));
const [small, large] = servers as [Server, Server];
const facets = "facets=stance,act,issue,actor,party";
await milliseconds(large.port, "/v1");
await once(large.port, [
  { name: "a million positions by one column", path: "/v1/positions?limit=1&facets=rule" },
  { name: "by five columns", path: `/v1/positions?limit=1&${facets}` },
  { name: "by the same five, on another page", path: `/v1/positions?limit=2&${facets}` },
  { name: "by three columns of other tables", path: "/v1/positions?limit=1&facets=topic,source,genre" },
  { name: "a tenth of them by five columns", path: `/v1/positions?limit=1&party=party-1&${facets}` },
]);
const body = await (await fetch(`http://127.0.0.1:${large.port}${list}`)).text();
writeFileSync(join(folder, "page.json"), body);
const bare = await serve("bytes", join(folder, "page.json"));
await compare([
  { name: `bare Fastify, the same ${body.length} bytes`, port: bare.port, paths: ["/"] },
  { name: "a kept list of a million positions", port: large.port, paths: [list] },
  { name: "lists that are not kept, of a million positions", port: large.port, paths: fresh },
]);
await compare([
  { name: "lists that are not kept, of ten thousand", port: small.port, paths: fresh },
  { name: "lists that are not kept, of a million", port: large.port, paths: fresh },
]);
for (const server of [...servers, bare]) server.stop();
