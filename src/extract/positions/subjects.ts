// The subject of a clause: the actors, paper or speaker before its verb, several of them where words join them. Never guesses: no subject is an empty list.
import type { Mention, Token } from "../types.ts";
import type { Clause } from "./clauses.ts";
import type { Grammar, Op } from "./grammar.ts";
import type { VerbGroup } from "./verbs.ts";
import { type Holder, type Marks, nobody, phrasesOf, type View } from "./view.ts";

export const prepositions = new Set([
  "with",
  "by",
  "of",
  "for",
  "in",
  "to",
  "from",
  "at",
  "on",
  "against",
  "between",
  "among",
  "after",
  "before",
  "under",
  "without",
  "about",
  "unlike",
  "despite",
  "over",
  "into",
  "toward",
  "towards",
  "since",
  "as",
  "than",
  "like",
  "near",
  "across",
  "inside",
  "outside",
  "within",
]);
const inverters = new Set(["nor", "neither", "never", "so", "only"]);
export const firstPerson = new Set(["we", "i", "our", "us", "my"]);
const thing = new Set(["it", "which"]);
const joins = new Set([",", "and", "&", "or", "nor", "the"]);

/** The subject of a clause; of a shared one its neighbour's, of a relative one its noun's. */
export function subjectOf(view: View, marks: Marks, grammar: Grammar, clause: number, depth = 0, op: Op | null = null): Holder {
  const c = grammar.clauses[clause] as Clause;
  const earlier = op?.verb ? c.verbs.findLast((v) => v.form === "finite" && v.last <= op.first) : undefined;
  if (op && earlier) {
    const near = subjectIn(view, marks, earlier.last, op.first, (i) => (grammar.clauseAt[i - grammar.first] ?? 0) === clause);
    if (near.via !== "none") return near;
  }
  const verb = c.verbs.find((v) => v.form === "finite") ?? c.verbs[0];
  if (c.shares !== null && depth < 4) {
    const own = verb ? subjectIn(view, marks, c.first, verb.first) : nobody;
    return own.via === "none" ? subjectOf(view, marks, grammar, c.shares, depth + 1) : own;
  }
  if (c.kind === "rel" && depth < 4) return relativeSubject(view, marks, grammar, c, depth);
  const own = verb
    ? subjectIn(view, marks, c.first, verb.first, (i) => (grammar.clauseAt[i - grammar.first] ?? 0) === clause)
    : subjectIn(view, marks, c.first, c.last);
  if (c.kind === "after" && isThing(view, own) && c.parent !== null) {
    const topic = subjectIn(view, marks, (grammar.clauses[c.parent] as Clause).first, c.opener);
    if (topic.via === "actor") return topic;
  }
  if (isThing(view, own) && clause > 0) {
    const before = grammar.clauses.findIndex((other, k) => k < clause && other.kind === "main");
    const subject = before >= 0 && depth < 4 ? subjectOf(view, marks, grammar, before, depth + 1) : nobody;
    if (subject.via === "actor") return subject;
  }
  if (verb && isThey(view, own, c.first, verb.first)) {
    const several = clause > 0 && depth < 4 ? subjectOf(view, marks, grammar, 0, depth + 1) : marks.before.several;
    if (several.via === "both" || several.actors.length > 1) return several;
  }
  if (own.via !== "none") return own;
  const inverted = verb ? behindAuxiliary(view, verb) : nobody;
  if (inverted.via !== "none") return inverted;
  if ((c.kind === "time" || c.kind === "reason") && !c.verbs.some((v) => v.form === "finite")) return subjectOf(view, marks, grammar, c.parent ?? 0, depth + 1);
  return own;
}

/** "Nor was Marn interested", "never would Sudland accept": the subject right behind the auxiliary. */
function behindAuxiliary(view: View, verb: VerbGroup): Holder {
  const { tokens } = view.doc;
  if ((tokens[verb.first] as Token).tag !== "AUX" || !inverters.has(tokens[verb.first - 1]?.lower ?? "")) return nobody;
  const mention = view.mentionAt[verb.first + 1];
  return mention?.acts && mention.first === verb.first + 1 ? { via: "actor", actors: [mention.actor], token: mention.first } : nobody;
}

/** Is the subject "they", whoever the cast takes it for? */
function isThey(view: View, own: Holder, first: number, last: number): boolean {
  if (own.via === "none") return view.doc.tokens.slice(first, last).some(({ lower }) => lower === "they");
  return own.via === "actor" && own.token !== null && (view.doc.tokens[own.token] as Token).lower === "they";
}

/** "it" or "which" with no antecedent found. */
export function isThing(view: View, { via, token }: Holder): boolean {
  return via === "plan" && token !== null && thing.has((view.doc.tokens[token] as Token).lower);
}

function relativeSubject(view: View, marks: Marks, grammar: Grammar, c: Clause, depth: number): Holder {
  const verb = c.verbs.find((v) => v.form === "finite");
  const own = verb ? subjectIn(view, marks, c.first, verb.first) : nobody;
  if (own.via !== "none" || depth > 3) return own;
  const { tokens } = view.doc;
  let i = c.opener - 1;
  while (i > grammar.first && (tokens[i] as Token).tag === "PUNCT") i--;
  const mention = view.mentionAt[i];
  if (mention) return { via: "actor", actors: [mention.actor], token: mention.first };
  const plan = phrasesOf(marks, "plan").some((p) => i - p.last < 4 && p.last <= i + 1);
  return plan ? { via: "plan", actors: [], token: i } : nobody;
}

/** The acting mentions, first person or paper in a stretch before a verb. */
export function subjectIn(view: View, marks: Marks, first: number, last: number, inside: (i: number) => boolean = () => true): Holder {
  const { tokens } = view.doc;
  const both = phrasesOf(marks, "both").find(
    (p) =>
      p.first >= first &&
      p.last <= last &&
      p.first - first < 8 &&
      inside(p.first) &&
      !prepositions.has(tokens[p.first - 1]?.lower ?? "") &&
      !["'", "'s"].includes(tokens[p.last]?.lower ?? "") &&
      !namesActor(view, p.first + 1) &&
      !namesActor(view, p.last),
  );
  for (let i = first; i < last; i++) {
    if (!inside(i)) continue;
    if (both && i === both.first) return { via: "both", actors: [], token: i };
    const token = tokens[i] as Token;
    const mention = view.mentionAt[i];
    if (mention && token.lower === "it" && marks.before.paper) return { via: "plan", actors: [], token: i };
    if (mention && i === Math.max(mention.first, first)) {
      if (mention.acts && !governedByPreposition(tokens, i, first)) {
        const paper = paperAfter(view, marks, mention, last);
        if (paper !== null) return { via: "plan", actors: [mention.actor], token: paper };
        if (isPronoun(tokens, mention) && !ownsAgent(view, mention)) {
          i = mention.last - 1;
          continue;
        }
        return { via: "actor", actors: coordinated(view, mention, last), token: i };
      }
      i = mention.acts ? endOfList(view, mention, last) - 1 : mention.last - 1;
      continue;
    }
    if (firstPerson.has(token.lower) && view.quoted[i] && !governedByPreposition(tokens, i, first)) return { via: "speaker", actors: [], token: i };
    if ((token.tag === "NOUN" || token.tag === "PROPN") && !mention && isAgent(view, token)) {
      const led = ledBy(view, i + 1, last) ?? (governedByPreposition(tokens, i, first) ? null : namedBefore(view, i));
      if (led) return led;
    }
    if (phrasesOf(marks, "plan").some((p) => p.first === i) && !governedByPreposition(tokens, i, first) && !isIndefinite(tokens, i))
      return { via: "plan", actors: [], token: i };
    if (thing.has(token.lower) && i - first < 3 && !view.mentionAt[i]) return { via: "plan", actors: [], token: i };
  }
  return nobody;
}

/** "talks between Marn and Lind", "a meeting with Marn, Lind and Roe": where the list ends that a preposition governs. Behind a comma a list that reaches the verb is its subject. */
function endOfList(view: View, mention: Mention, last: number): number {
  const run = runOf(view, mention, last);
  const end = (run.at(-1) as Mention).last;
  if (view.doc.tokens[mention.last]?.lower === ",") return run.length > 2 && last - end > 1 ? end : mention.last;
  return run.length > 1 ? end : mention.last;
}

/** "Delegations under the two ministers", "negotiators from Norland and Sudland": those named after the noun. */
function ledBy(view: View, from: number, last: number): Holder | null {
  if (!["under", "from", "of", "in"].includes(view.doc.tokens[from]?.lower ?? "")) return null;
  const i = view.doc.tokens[from + 1]?.tag === "DET" ? from + 2 : from + 1;
  const mention = view.mentionAt[i] ?? view.mentionAt[from + 1];
  return mention && mention.first < last ? { via: "actor", actors: coordinated(view, mention, last), token: mention.first } : null;
}

/** "European leaders met. The leaders ...": whom the text last named by the same noun. */
function namedBefore(view: View, i: number): Holder | null {
  if (view.doc.tokens[i - 1]?.lower !== "the") return null;
  const known = view.byNoun.get((view.doc.tokens[i] as Token).lower) ?? [];
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle] as Mention).last <= i) low = middle + 1;
    else high = middle;
  }
  const last = known[low - 1];
  return last ? { via: "actor", actors: [last.actor], token: i } : null;
}

/** A noun for who acts for somebody: "army", "delegates". */
export function isAgent({ index }: View, { lower, lemma }: Token): boolean {
  return index.agents.has(lemma.toLowerCase()) || index.agents.has(lower) || index.agents.has(lower.replace(/s$/, ""));
}

/** "both the two capitals named next": the actors follow by name. */
function namesActor(view: View, i: number): boolean {
  return view.mentionAt[i]?.acts === true || (view.doc.tokens[i]?.tag === "DET" && view.mentionAt[i + 1]?.acts === true);
}

/** "any agreement": no paper that anybody has put forward. */
function isIndefinite(tokens: readonly Token[], i: number): boolean {
  return [1, 2, 3].some((back) => ["any", "no", "every", "each"].includes(tokens[i - back]?.lower ?? ""));
}

/** "Westland's plan": the paper after a possessor or adjective. */
function paperAfter(view: View, marks: Marks, mention: Mention, last: number): number | null {
  const paper = phrasesOf(marks, "plan").find((p) => p.first >= mention.last && p.first - mention.last <= 4 && p.last <= last);
  return paper && isPossessive(view, mention) ? paper.first : null;
}

function isPronoun(tokens: readonly Token[], mention: Mention): boolean {
  return mention.last - mention.first === 1 && ["its", "his", "her", "their"].includes((tokens[mention.first] as Token).lower);
}

/** "his troops", "their country": what is owned acts for its owner; "their outcome" does not. */
function ownsAgent(view: View, mention: Mention): boolean {
  for (let i = mention.last; i < mention.last + 3; i++) {
    const token = view.doc.tokens[i];
    if (token?.tag === "NOUN") return isAgent(view, token);
    if (token?.tag !== "ADJ" && token?.tag !== "NUM") return false;
  }
  return false;
}

export function isPossessive(view: View, mention: Mention): boolean {
  const { tokens } = view.doc;
  const next = tokens[mention.last];
  const final = tokens[mention.last - 1] as Token;
  return (
    mention.form === "adjective" ||
    next?.lower === "'s" ||
    next?.lower === "'" ||
    final.lower === "'s" ||
    final.lower.endsWith("s'") ||
    ["its", "his", "her", "their"].includes(final.lower)
  );
}

function governedByPreposition(tokens: readonly Token[], i: number, first: number): boolean {
  for (let j = i - 1; j >= first; j--) {
    const { tag, lower } = tokens[j] as Token;
    if (prepositions.has(lower)) return true;
    if (tag !== "DET" && tag !== "ADJ" && tag !== "NUM" && tag !== "ADV") return false;
  }
  return false;
}

/** "Norland and Sudland", "Norland, Sudland and Westland", "the northern president and the southern chancellor". */
export function coordinated(view: View, start: Mention, last: number): string[] {
  return runOf(view, start, last).flatMap((mention) => [mention, ...(view.parts.get(mention) ?? [])].map(({ actor }) => actor));
}

/** The mentions that "and" and commas join to `start`, itself the first. */
function runOf(view: View, start: Mention, last: number): Mention[] {
  const { tokens } = view.doc;
  const run = [headOf(view, start, last)];
  let i = (run[0] as Mention).last;
  while (i < last) {
    let j = i;
    while (j < last && joins.has((tokens[j] as Token).lower) && view.mentionAt[j] === undefined) j++;
    const joint = j;
    while (
      j > i &&
      j < last &&
      j - joint < 4 &&
      view.mentionAt[j] === undefined &&
      ["NUM", "ADJ", "DET", "NOUN", "PROPN"].includes((tokens[j] as Token).tag) &&
      (tokens[j] as Token).lower !== "both"
    )
      j++;
    const named = view.mentionAt[j];
    const titled = tokens.slice(joint, j).some(({ tag }) => tag === "NOUN" || tag === "PROPN");
    if (titled && named && view.cast.entities.get(named.actor)?.kind !== "person") break;
    if (joint === i || j >= last || !named || named.first !== j || ((tokens[joint - 1] as Token).lower === "," && !hasAnd(tokens, j, last))) break;
    const next = headOf(view, named, last);
    run.push(next);
    i = next.last;
  }
  return run;
}

/** "Northern Prime Minister Ivo Marn", "Sudland's Ada Lind": the person that an adjective or possessor only introduces. */
function headOf(view: View, mention: Mention, last: number): Mention {
  const reach = isPossessive(view, mention) ? 6 : 4;
  for (let i = mention.last; i < Math.min(mention.last + reach, last); i++) {
    const next = view.mentionAt[i];
    if (next && next !== mention) return view.cast.entities.get(next.actor)?.kind === "person" ? next : mention;
    const { tag, lower } = view.doc.tokens[i] as Token;
    if (!["NOUN", "PROPN", "ADJ", "PART"].includes(tag) && lower !== "'s" && lower !== "-") return mention;
  }
  return mention;
}

const companions = ["together", "along", "jointly", "alongside", "well"];

/** "Marn signed, together with Lind", "Sudland, as well as Westland, wants": who is named beside the subject. */
export function besides(view: View, from: number, to: number): string[] {
  const { tokens } = view.doc;
  for (let i = from; i < to; i++) {
    if (!companions.includes((tokens[i] as Token).lower)) continue;
    const j = ["with", "as"].includes(tokens[i + 1]?.lower ?? "") ? i + 2 : i + 1;
    if (j === i + 1 && (tokens[i] as Token).lower !== "alongside") continue;
    for (let k = j; k < Math.min(j + 4, to); k++) {
      const mention = view.mentionAt[k];
      if (mention) return mention.acts ? coordinated(view, mention, to) : [];
      if (!["DET", "ADJ", "NOUN", "PROPN", "NUM"].includes((tokens[k] as Token).tag)) break;
    }
  }
  return [];
}

function hasAnd(tokens: readonly Token[], from: number, last: number): boolean {
  for (let i = from; i < Math.min(from + 20, last); i++) if ((tokens[i] as Token).lower === "and") return true;
  return false;
}
