// Full text, the part that no database decides: one normal form of words, and what a user's query asks for. Knows no SQL.

/** Letters that Unicode does not take apart but readers type without their strokes. Lower case: folding comes after lowering. */
const strokes: Record<string, string> = { ı: "i", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", æ: "ae", œ: "oe" };

/** Scripts that set no spaces between words: each of their characters counts as a word, so that any run of them can be found. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/**
 * The words of `text` as they are indexed and looked up: lower case, compatibility forms resolved, marks and strokes gone, everything but letters and
 * digits a break, joined by single spaces. "Élysée, U.S." -> "elysee u s". Empty where the text holds no word. Idempotent.
 */
export function searchText(text: string): string {
  const folded = text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ıøłđðþßæœ]/g, (letter) => strokes[letter] ?? letter)
    .replace(unspaced, " $& ");
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

/** Words that must follow one another; with `prefix` the last of them may be the beginning of a longer one. */
export interface SearchTerm {
  words: string;
  prefix: boolean;
}

/** A text matches if it holds each term of `all` and none of `none`. Both empty: every text matches. Only `none`: every text without them. */
export interface SearchQuery {
  all: SearchTerm[];
  none: SearchTerm[];
}

/**
 * Reads a query: words are AND-ed, `"quoted words"` are a phrase, `-word` and `-"a phrase"` exclude, `begin*` matches beginnings. Nothing is a syntax error:
 * an unclosed quotation runs to the end, other signs are breaks, and a hyphen inside a word makes a phrase ("cease-fire" -> cease, then fire).
 */
export function parseQuery(query: string): SearchQuery {
  const terms = { all: new Map<string, SearchTerm>(), none: new Map<string, SearchTerm>() };
  for (const [, minus, quoted, bare, star] of query.matchAll(/([-−]?)(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„*]+))(\*?)/gu)) {
    const words = searchText(quoted ?? bare ?? "");
    if (words === "") continue;
    const term = { words, prefix: star === "*" };
    terms[minus ? "none" : "all"].set(`${words}${star}`, term);
  }
  return { all: [...terms.all.values()], none: [...terms.none.values()] };
}
