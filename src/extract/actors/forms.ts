// The key under which spellings of one word meet: case, diacritics, apostrophes and transliteration folded away. Knows no names.

const letters: Record<string, string> = { ı: "i", ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", ə: "a", ð: "d", þ: "th" };

/** Lower case without diacritics. */
export function plain(word: string): string {
  const low = word.toLowerCase();
  if (/^[a-z0-9]*$/.test(low)) return low;
  return low
    .replace(/[ıøłđßæəðþ]/g, (letter) => letters[letter] as string)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
}

/**
 * The key of one word. Words of five letters and more lose what systems of transliteration differ in: Olensky, Olenskyy, Olenskiy and Olenskyj's
 * ending; Andreev and Andreyev; Yelena and Elena; Samiyeh and Samiya. British and American spellings of what names hold meet too: Organisation, Defence. Shorter words are too alike for that: Ana, Ina and Una stay apart.
 */
export function key(word: string): string {
  const base = plain(word);
  if (base.length < 5) return base;
  return base
    .replace(/isation(?=s?$)/, "ization")
    .replace(/^defence$/, "defense")
    .replace(/^centre$/, "center")
    .replace(/^labour$/, "labor")
    .replace(/y|j$/g, "i")
    .replace(/w/g, "v")
    .replace(/kh/g, "h")
    .replace(/ou/g, "u")
    .replace(/ks/g, "x")
    .replace(/^ie/, "e")
    .replace(/(.)\1/g, "$1")
    .replace(/[ae]h$/, "a");
}

/**
 * The keys of a name or a token: one a word, hyphens and blanks the same, the points of "U.S." and inner apostrophes dropped, a possessive `s` on its
 * own. Empty for punctuation.
 */
export function keysOf(text: string): string[] {
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(text)) return text.split(" ").map(key);
  return text
    .replace(/(?<!\p{L})(?:\p{L}\.){2,}/gu, (points) => points.replaceAll(".", ""))
    .replace(/[’'ʼ`]s(?!\p{L})/gu, " s")
    .replace(/[’'ʼ`]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "")
    .map(key);
}

/** Share of letters that two words have in common in order from the start, over the longer: "sergey" and "sergei" 0.83, "lara" and "donald" 0. */
export function likeness(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return same / Math.max(a.length, b.length, 1);
}

/** "the Red Cross" without its article. */
export const withoutArticle = (form: string): string => form.replace(/^the /i, "");
