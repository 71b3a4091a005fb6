// Nothing of one war or one part of the world stands in code: no name of a codebook actor or known round in src/.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";

const root = new URL("../..", import.meta.url).pathname;
const seeds = (name: string) => parse(readFileSync(join(root, "seeds/codebook", name), "utf8"));

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|js|html|css)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

it("names no actor, place or round of the codebook in src/", () => {
  const actors: { name: string; aliases?: string[] }[] = [...seeds("actors.yaml").actors, ...seeds("world.yaml").actors];
  const rounds: { place: string | null }[] = seeds("rounds.yaml").rounds;
  const names = new Set(
    [...actors.flatMap((actor) => [actor.name, ...(actor.aliases ?? [])]), ...rounds.flatMap((round) => round.place ?? [])].filter(
      (name) => /^\p{Lu}/u.test(name) && name.length > 4,
    ),
  );
  // Behind an equals sign stands a script of Unicode.
  const words = new RegExp(`(?<![\\p{L}=])(?:${[...names].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})(?![\\p{L}])`, "u");
  const found = sourceFiles(join(root, "src")).flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, i) => (words.test(line) ? [`${file.slice(root.length)}:${i + 1}: ${words.exec(line)?.[0]}`] : [])),
  );
  expect(found).toEqual([]);
});
