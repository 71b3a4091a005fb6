// Whether words that are a noun's and a verb's alike ("demands", "plans") stand as a verb, where the tagger may be wrong. Looks at their neighbours alone.
import type { Frame } from "../../domain/codebook/frames.ts";
import type { Token } from "../types.ts";
import type { Match } from "./patterns.ts";
import { isAgent } from "./subjects.ts";
import type { View } from "./view.ts";

/** "The paper, which Norland presented, demands": the comma after what is told of a paper. */
function closesRelative(tokens: readonly Token[], comma: number, first: number, papers: ReadonlySet<number>): boolean {
  for (let i = comma - 1; i > Math.max(first + 1, comma - 16); i--)
    if ((tokens[i] as Token).lower === "which") return (tokens[i - 1] as Token).lower === "," && papers.has(i - 2);
  return false;
}

/** The tagger calls "demands" a noun in "Norland demands recognition": an actor, a paper, "not" or a pronoun before it, and no possessive. */
export function standsAsVerb(view: View, i: number, first: number, governs: boolean, papers: ReadonlySet<number>): boolean {
  const { tokens } = view.doc;
  let p = i - 1;
  while (p >= first && ((tokens[p] as Token).tag === "ADV" || ["'", "‘", "“", '"'].includes((tokens[p] as Token).lower))) p--;
  if (p < first) return false;
  const { lower, tag } = tokens[p] as Token;
  if (lower === "'s" || lower === "s'" || lower === "to") return lower === "to" && tokens[p - 1]?.lower !== "according";
  if (lower === "no") return tokens[p + 1]?.lower === "longer";
  if (["not", "n't", "both", "who", "which", "will", "would", "does", "did", "do"].includes(lower)) return true;
  if (tag === "PRON" && !["its", "his", "her", "their", "our", "my", "your"].includes(lower)) return true;
  const mention = view.mentionAt[p];
  const next = tokens[i + 1];
  if (lower === "," && closesRelative(tokens, p, first, papers)) return true;
  if (!mention && governs && isAgent(view, tokens[p] as Token) && next?.tag !== "NOUN" && agrees(lower, (tokens[i] as Token).lower)) return true;
  if (papers.has(p) && next && (governs || !["for", "of", "to"].includes(next.lower))) return true;
  if (next?.lower === "that" && tag === "PROPN") return true;
  if (!mention || mention.form === "adjective") return false;
  return !next || !["for", "of", "to"].includes(next.lower) || governs;
}

/** "the government objects", "the authorities demand", but "the side table". */
function agrees(subject: string, verb: string): boolean {
  return verb.endsWith("ed") || subject.endsWith("s") !== verb.endsWith("s");
}

/** The first of a frame's words that can be a verb. */
export function headOf(view: View, { at }: Match<Frame>): number {
  return at.find((i) => ["VERB", "NOUN", "ADJ"].includes((view.doc.tokens[i] as Token).tag)) ?? (at[0] as number);
}

/** Whether a frame of verbs is one here. `nounToo`: the same words are a noun's frame too. `papers` are the tokens of papers, which demand and forbid. */
export function readsAsVerb(view: View, match: Match<Frame>, first: number, nounToo: boolean, papers: ReadonlySet<number>): boolean {
  const i = headOf(view, match);
  const { tag } = view.doc.tokens[i] as Token;
  const opening = view.doc.tokens[match.at[0] as number] as Token;
  if (opening.tag === "AUX" || opening.lower === "there") return true;
  return tag === "VERB" ? !isAfterDeterminer(view, i, first) : tag === "NOUN" && standsAsVerb(view, i, first, match.at.length > 1 && !nounToo, papers);
}

/** "the demands", "its demands", "the Norland demands": a noun, whatever the tagger says. */
export function isAfterDeterminer(view: View, i: number, first: number): boolean {
  const previous = i > first ? view.doc.tokens[i - 1] : undefined;
  return (
    !!previous &&
    (previous.tag === "DET" ||
      (previous.tag === "ADJ" && view.mentionAt[i - 1]?.form !== "name") ||
      previous.lower === "'s" ||
      view.mentionAt[i - 1]?.form === "adjective" ||
      (previous.tag === "VERB" && (view.doc.tokens[i] as Token).lower.endsWith("s")) ||
      ["its", "his", "her", "their"].includes(previous.lower))
  );
}
