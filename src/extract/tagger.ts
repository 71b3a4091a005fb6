// The only door to the tagger: a line of text in, tokens and sentence ends out. Keeps no state that a later text could see.
import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction } from "wink-nlp";
import type { Tag } from "./types.ts";

const nlp = winkNLP(model, ["sbd", "pos"]);
const { value, uniqueId, pos, lemma, span } = nlp.its;
const blank = " ".charCodeAt(0);

/** Tokens of a line, column by column. */
export interface Tagged {
  /** As the tagger keeps them: the same word is the same string wherever it stands, so that stages compare and look up strings whose hash is known. */
  words: string[];
  /** The tagger's own number of each word, the same in all texts; some tens of thousands. */
  numbers: number[];
  /** Offsets into the line; ends are exclusive. */
  starts: number[];
  ends: number[];
  tags: Tag[];
  lemmas: string[];
  /** Index of the first token of each sentence. */
  sentences: number[];
}

/** Tokens of `line`, which holds no line break and no blank but the space; blanks make no tokens. */
export function tag(line: string): Tagged {
  const doc = nlp.readDoc(line);
  const all = doc.tokens();
  const words = all.out(value as ItsFunction<string>) as string[];
  const numbers = all.out(uniqueId as ItsFunction<number>) as number[];
  const tags = all.out(pos as ItsFunction<string>) as (Tag | "SPACE")[];
  const lemmas = all.out(lemma as ItsFunction<string>) as string[];
  const tagged: Tagged = { words: [], numbers: [], starts: [], ends: [], tags: [], lemmas: [], sentences: [] };
  const kept: number[] = [];
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    while (line.charCodeAt(at) === blank) at++;
    const start = at;
    const word = words[i] as string;
    const tag = tags[i] as Tag | "SPACE";
    at = start + word.length;
    kept.push(tagged.starts.length);
    if (tag === "SPACE") continue;
    tagged.words.push(word);
    tagged.numbers.push(numbers[i] as number);
    tagged.starts.push(start);
    tagged.ends.push(at);
    tagged.tags.push(tag);
    tagged.lemmas.push(lemmas[i] as string);
  }
  const spans = doc.sentences().out(span as ItsFunction<[number, number]>) as unknown as [number, number][];
  for (const [first] of spans) {
    const start = kept[first] ?? tagged.starts.length;
    if (start < tagged.starts.length && start !== tagged.sentences.at(-1)) tagged.sentences.push(start);
  }
  return tagged;
}
