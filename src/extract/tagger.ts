// The only door to the tagger: a line of text in, tokens and sentence ends out. Keeps no state that a later text could see.
import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction } from "wink-nlp";
import type { Tag } from "./types.ts";

const nlp = winkNLP(model, ["sbd", "pos"]);
const { value, pos, lemma, precedingSpaces, span } = nlp.its;

export interface TaggedToken {
  start: number;
  end: number;
  tag: Tag;
  lemma: string;
}
export interface Tagged {
  tokens: TaggedToken[];
  /** Index of the first token of each sentence. */
  sentences: number[];
}

/** Tokens of `line` with offsets into it. `line` holds no line break; blanks make no tokens. */
export function tag(line: string): Tagged {
  const doc = nlp.readDoc(line);
  const all = doc.tokens();
  const values = all.out(value as ItsFunction<string>) as string[];
  const tags = all.out(pos as ItsFunction<string>) as string[];
  const lemmas = all.out(lemma as ItsFunction<string>) as string[];
  const blanks = all.out(precedingSpaces as ItsFunction<string>) as string[];
  const tokens: TaggedToken[] = [];
  const kept: number[] = [];
  let at = 0;
  values.forEach((word, i) => {
    at += (blanks[i] as string).length;
    kept.push(tokens.length);
    if (tags[i] !== "SPACE") tokens.push({ start: at, end: at + word.length, tag: tags[i] as Tag, lemma: lemmas[i] as string });
    at += word.length;
  });
  const spans = doc.sentences().out(span as ItsFunction<[number, number]>) as unknown as [number, number][];
  const starts = spans.map(([first]) => kept[first] ?? tokens.length).filter((first) => first < tokens.length);
  return { tokens, sentences: [...new Set(starts)] };
}
