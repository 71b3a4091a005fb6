// The only door to the tagger: a line of text in, tokens and sentence ends out. Keeps no state that a later text could see.
import winkNLP, { type ItsFunction } from "wink-nlp";
import { taggerModel } from "./tagger-model.ts";
import type { Tag } from "./types.ts";

const nlp = winkNLP(taggerModel, ["sbd", "pos"]);
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
  // Of a word that it tags in a way it does not know, the tagger tells no lemma: of "cannot" before a full stop.
  const lemmas = all.out(lemma as ItsFunction<string>) as (string | undefined)[];
  const starts: number[] = [];
  const ends: number[] = [];
  /** By token of the tagger: its place without the blanks. The columns close up over the blanks. */
  const kept: number[] = [];
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    while (line.charCodeAt(at) === blank) at++;
    const start = at;
    const word = words[i] as string;
    at = start + word.length;
    const place = starts.length;
    kept.push(place);
    if (tags[i] === "SPACE") continue;
    starts.push(start);
    ends.push(at);
    words[place] = word;
    numbers[place] = numbers[i] as number;
    tags[place] = tags[i] as Tag;
    lemmas[place] = lemmas[i] ?? word.toLowerCase();
  }
  // Few lines hold blanks that make tokens, and V8 makes a list anew when its length is set.
  if (starts.length < words.length) for (const column of [words, numbers, tags, lemmas]) column.length = starts.length;
  const spans = doc.sentences().out(span as ItsFunction<[number, number]>) as unknown as [number, number][];
  const sentences: number[] = [];
  for (const [first] of spans) {
    const start = kept[first] ?? starts.length;
    if (start < starts.length && start !== sentences.at(-1)) sentences.push(start);
  }
  return { words, numbers, starts, ends, tags: tags as Tag[], lemmas: lemmas as string[], sentences };
}
