// What is known of a word, kept by its number: looked up once in the process, an index away ever after. Knows no words.
import type { Token } from "./types.ts";

/** Numbers of the tagger's own words and of many others; what lies beyond is looked up each time, so that no text makes this grow. */
const most = 1 << 17;
const [no, yes] = [1, 2];

/** A test of tokens that asks `is` once for each word. `is` must answer the same for the same word ever. */
export function byWord(is: (lower: string) => boolean): (token: Token) => boolean {
  const known = new Uint8Array(most);
  return ({ word, lower }) => {
    if (word < 0 || word >= most) return is(lower);
    if (known[word] === 0) known[word] = is(lower) ? yes : no;
    return known[word] === yes;
  };
}

/** A number for each word, asked of `of` once; it must answer the same for the same word ever, from -1 to 65,533. */
export function numberByWord(of: (lower: string) => number): (token: Token) => number {
  const known = new Uint16Array(most);
  return ({ word, lower }) => {
    if (word < 0 || word >= most) return of(lower);
    if (known[word] === 0) known[word] = of(lower) + 2;
    return (known[word] as number) - 2;
  };
}
