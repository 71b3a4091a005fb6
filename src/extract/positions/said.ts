// Whose words a token is in: look-ups over the attributions of a text. Finds no attribution of its own but a communiqué's issuer.
import { saidBy } from "../copies.ts";
import { seek } from "../seek.ts";
import type { Attribution, Doc, Token } from "../types.ts";
import { isAgent, ownsOthers } from "./subjects.ts";
import { marksOf, phrasesOf, type View } from "./view.ts";

/** Unnamed officials and other outlets: they tell of what others will do, and not of what they want themselves. */
export const informs = (said: Attribution | null): boolean => said?.kind === "officials" || said?.kind === "media";

/** "the spokesman of the movement said": with no speaker found, the actor named in the source speaks; of "journalists from Norland" nobody does. */
export function withSpeaker(view: View, attribution: Attribution): Attribution {
  const { speaker, source } = attribution;
  if (speaker || !source) return attribution;
  const { tokens } = view.doc;
  for (let i = seek(view.doc.tokens, source.start); i < tokens.length && (tokens[i] as Token).end <= source.end; i++) {
    const mention = view.mentionAt[i];
    if (mention?.acts && !ownsOthers(view, mention)) return isApart(view, i) ? attribution : saidBy(attribution, mention.actor);
  }
  return attribution;
}

/** Whoever is left out of the source by them: "all parties except Norland". */
const excluding = new Set(["except", "excluding", "besides", "unlike", "without"]);

/** "from Norland" behind people who are nobody's servants, "except Norland". */
function isApart(view: View, i: number): boolean {
  const { tokens } = view.doc;
  const from = tokens[i - 1]?.tag === "DET" ? i - 2 : i - 1;
  if (excluding.has(tokens[from]?.lower ?? "")) return true;
  const people = tokens[from - 1];
  return tokens[from]?.lower === "from" && people !== undefined && people.lower.endsWith("s") && !isAgent(view, people);
}

const answers = /^(?:a|answer)\.?$/i;

/** "A:" in an interview is who answered by name before, else the first person whom the text names. In text order. */
export function withAnswerers({ doc, cast }: View, attributions: readonly Attribution[]): Attribution[] {
  const turns = new Set(doc.blocks.flatMap(({ kind, start }) => (kind === "turn" ? [start] : [])));
  let answerer = cast.mentions.find(({ actor, form }) => form === "name" && cast.entities.get(actor)?.kind === "person")?.actor ?? null;
  return attributions.map((attribution) => {
    const { kind, speaker, source } = attribution;
    if (kind !== "quote" || !source) return attribution;
    if (speaker === null && answers.test(doc.text.slice(source.start, source.end))) return saidBy(attribution, answerer);
    if (speaker !== null && turns.has(source.start)) answerer = speaker;
    return attribution;
  });
}

/** A text that is itself a statement has an issuer: the first actor in its head. Null for a report. */
export function issuerOf(view: View): Attribution | null {
  const { doc } = view;
  for (const sentence of doc.sentences.slice(0, 8)) {
    if (sentence.last - sentence.first > 18 || doc.tokens.slice(sentence.first, sentence.last).some((token) => token.tag === "AUX")) continue;
    if (phrasesOf(marksOf(view, sentence), "communique").length === 0) continue;
    const issuer = view.cast.mentions.find((mention) => mention.first >= sentence.first && view.cast.entities.get(mention.actor)?.kind !== "person");
    if (issuer) return { kind: "statement", speaker: issuer.actor, outlet: null, source: null, cue: null, content: [], hedged: false, within: null };
  }
  return null;
}

/** In an interview a speaker's later paragraphs are said as the first is. */
export function turnsByToken({ blocks, sentences, tokens }: Doc, attributed: (token: number) => Attribution | null): (token: number) => Attribution | null {
  const lastOfBlock = new Map(sentences.filter(({ block }) => blocks[block]?.kind === "turn").map(({ block, last }) => [block, last - 1]));
  return (token) => {
    const turn = blocks[sentences[(tokens[token] as Token).sentence]?.block ?? -1]?.speaker ?? -1;
    const last = lastOfBlock.get(turn);
    return last === undefined ? null : (attributed(last) ?? attributed(last - 1));
  };
}

/** The attribution that the reader must trust: the outermost, or the quotation inside it where both are one speaker's. A nameless asker only passes on what others say. */
export function outermost(inner: Attribution | null, attributions: readonly Attribution[]): Attribution | null {
  let at = inner;
  while (at && at.within !== null) {
    const outer = attributions[at.within];
    if (!outer || (at.kind === "quote" && outer.speaker === at.speaker) || (outer.kind === "quote" && outer.speaker === null && at.speaker !== null)) break;
    at = outer;
  }
  return at;
}

/** For each token the innermost attribution whose content holds it. */
export function attributionsByToken(doc: Doc, attributions: readonly Attribution[]): (token: number) => Attribution | null {
  const byToken = new Int32Array(doc.tokens.length).fill(-1);
  const spans = attributions.flatMap((attribution, a) => attribution.content.map((range) => ({ a, range })));
  spans.sort((x, y) => y.range.end - y.range.start - (x.range.end - x.range.start));
  for (const { a, range } of spans) {
    for (let i = seek(doc.tokens, range.start); i < doc.tokens.length && (doc.tokens[i] as Token).start < range.end; i++) byToken[i] = a;
  }
  return (token) => attributions[byToken[token] ?? -1] ?? null;
}

/** The last attribution of the sentence before, in the same paragraph. */
export function attributionBefore(doc: Doc, token: number, attributionAt: (token: number) => Attribution | null): Attribution | null {
  const s = (doc.tokens[token] as Token).sentence;
  const sentence = doc.sentences[s - 1];
  if (!sentence || sentence.block !== doc.sentences[s]?.block) return null;
  for (let i = sentence.last - 1; i >= sentence.first; i--) {
    const attribution = attributionAt(i);
    if (attribution) return attribution;
  }
  return null;
}

/** For each token the attribution whose verb or noun it is. */
export function cuesByToken(doc: Doc, attributions: readonly Attribution[]): Map<number, Attribution> {
  const at = new Map<number, Attribution>();
  for (const attribution of attributions) {
    if (!attribution.cue) continue;
    for (let i = seek(doc.tokens, attribution.cue.start); i < doc.tokens.length && (doc.tokens[i] as Token).start < attribution.cue.end; i++)
      at.set(i, attribution);
  }
  return at;
}

/** For each sentence the attributions whose cue stands in it. */
export function attributionsBySentence(doc: Doc, attributions: readonly Attribution[]): Attribution[][] {
  const by: Attribution[][] = [];
  for (const attribution of attributions) {
    if (!attribution.cue) continue;
    const token = doc.tokens[seek(doc.tokens, attribution.cue.start)];
    if (!token) continue;
    const own = by[token.sentence];
    if (own) own.push(attribution);
    else by[token.sentence] = [attribution];
  }
  return by;
}
