// Words learned in processes of their own, for each learning takes minutes: of all coded articles and passages, and of each half of them.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { articles, sentences } from "./examples.ts";
import { halfOf } from "./halves.ts";
import { type LearnedWords, learnWords } from "./words.ts";

const self = fileURLToPath(import.meta.url);

/** Texts by their place in the list. */
type Part = "all" | "even" | "odd";

/** Rejects where the process ends without an answer. */
export function learnApart(part: Part): Promise<LearnedWords> {
  return new Promise((resolve, reject) => {
    const child = fork(self, [part]);
    child.once("message", (words) => resolve(words as LearnedWords));
    child.once("exit", (code) => reject(new Error(`learning of ${part} texts ended with ${code}`)));
  });
}

if (process.argv[1] === self) {
  const part = process.argv[2] as Part;
  const [papers, passages] = [await articles(), sentences()];
  const half = part === "even" ? 0 : 1;
  const words = part === "all" ? learnWords(papers, passages) : learnWords(halfOf(papers, half), halfOf(passages, half));
  process.send?.(words, () => process.disconnect());
}
