// The subject of a clause: the actors, paper or speaker before its verb, several of them where words join them. Never guesses: no subject is an empty list.
import { firstFrom } from "../seek.ts";
import type { Mention, Token } from "../types.ts";
import type { Clause } from "./clauses.ts";
import { compoundEnd, coordinated, endOfList, isPossessive } from "./coordination.ts";
import type { Grammar } from "./grammar.ts";
import type { Op } from "./ops.ts";
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
  "except",
  "excluding",
  "besides",
  "within",
]);
const inverters = new Set(["nor", "neither", "never", "so", "only"]);
export const firstPerson = new Set(["we", "i", "our", "us", "my"]);
const thing = new Set(["it", "which"]);
const owners = new Set(["its", "his", "her", "their", "our", "my"]);

/** The depth from which no further clause is asked. */
const deepest = 4;

/** The subject of a clause; of a shared one its neighbour's, of a relative one its noun's. */
export function subjectOf(view: View, marks: Marks, grammar: Grammar, clause: number, depth = 0, op: Op | null = null): Holder {
  const c = grammar.clauses[clause] as Clause;
  const trails = op !== null && trailsBehind(view, op);
  const told = trails ? grammar.clauseAt[op.first - 2 - grammar.first] : undefined;
  if (told !== undefined && told !== clause && grammar.clauses[told]?.kind === "said" && depth < deepest) {
    const teller = subjectOf(view, marks, grammar, told, depth + 1);
    if (teller.via === "actor") return teller;
  }
  const earlier = op?.verb && !trails ? c.verbs.findLast((v) => v.form === "finite" && v.last <= op.first) : undefined;
  if (op && earlier) {
    const near = subjectIn(view, marks, earlier.last, op.first, (i) => (grammar.clauseAt[i - grammar.first] ?? 0) === clause);
    if (near.via !== "none") return near;
  }
  const verb = c.verbs.find((v) => v.form === "finite") ?? c.verbs[0];
  if (c.shares !== null && depth < deepest) {
    const own = verb ? subjectIn(view, marks, c.first, verb.first) : nobody;
    return own.via === "none" ? subjectOf(view, marks, grammar, c.shares, depth + 1) : own;
  }
  if (c.kind === "rel" && depth < deepest) return relativeSubject(view, marks, grammar, c, depth);
  const own = verb
    ? subjectIn(view, marks, c.first, verb.first, (i) => (grammar.clauseAt[i - grammar.first] ?? 0) === clause)
    : subjectIn(view, marks, c.first, c.last);
  if (c.kind === "after" && isThing(view, own) && c.parent !== null) {
    const topic = subjectIn(view, marks, (grammar.clauses[c.parent] as Clause).first, c.opener);
    if (topic.via === "actor") return topic;
  }
  if (isThing(view, own) && clause > 0) {
    const before = c.kind === "that" && c.parent !== null ? c.parent : grammar.clauses.findIndex((other, k) => k < clause && other.kind === "main");
    const subject = before >= 0 && depth < deepest ? subjectOf(view, marks, grammar, before, depth + 1) : nobody;
    if (subject.via === "actor") return subject;
  }
  if (verb && isThey(view, own, c.first, verb.first)) {
    const teller = c.kind === "that" && c.parent !== null && depth < deepest ? subjectOf(view, marks, grammar, c.parent, depth + 1) : nobody;
    if (teller.actors.length > 1) return teller;
    const several = depth < deepest ? severalBefore(view, marks, grammar, c) : nobody;
    if (several.via !== "none") return several;
  }
  if (own.via !== "none") return own;
  const army = verb && op?.frame?.kind === "verb" && op.frame.act !== null ? silentArmy(view, c.first, verb.first) : nobody;
  if (army.via !== "none") return army;
  const inverted = verb ? behindAuxiliary(view, verb) : nobody;
  if (inverted.via !== "none") return inverted;
  if ((c.kind === "time" || c.kind === "reason") && !c.verbs.some((v) => v.form === "finite")) return subjectOf(view, marks, grammar, c.parent ?? 0, depth + 1);
  return own;
}

/** Clauses before "they" that are asked for a subject of several. */
const clausesBack = 3;
/** Whom "they" in a clause may mean: the nearest subject before it in the sentence that is several, for the first clause that of the sentence before. */
function severalBefore(view: View, marks: Marks, grammar: Grammar, { first }: Clause): Holder {
  const isSeveral = ({ via, actors }: Holder): boolean => via === "both" || actors.length > 1;
  const before = grammar.clauses.flatMap((other, k) => (other.first < first && other.kind !== "rel" ? [{ k, at: other.first }] : []));
  for (const { k } of before.sort((a, b) => b.at - a.at).slice(0, clausesBack)) {
    const subject = subjectOf(view, marks, grammar, k, deepest);
    if (isSeveral(subject)) return subject;
  }
  return before.length === 0 && isSeveral(marks.before.several) ? marks.before.several : nobody;
}

/** "told the northern press, ruling out": a participle behind a comma or "while" has its clause's subject, and none that stands nearer. */
function trailsBehind({ doc: { tokens } }: View, { form, first }: Op): boolean {
  return form === "gerund" && [",", "while", "and"].includes(tokens[first - 1]?.lower ?? "");
}

/** "the northern army requested": forces that have no other part in the text, right before a verb of wanting. */
function silentArmy(view: View, first: number, last: number): Holder {
  const mention = view.mentionAt[last - 1];
  const entity = mention && view.cast.entities.get(mention.actor);
  const isArmy = entity?.kind === "organisation" && entity.party !== entity.id && mention?.form !== "adjective";
  return mention && isArmy && mention.first >= first && !governedByPreposition(view.doc.tokens, mention.first, first)
    ? { via: "actor", actors: [mention.actor], token: mention.first }
    : nobody;
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

/** "Lind and Marn flew in. The two envoys ...": the sentence before has two persons for its subject, and the noun is for persons and not for sides. */
function isPair({ cast, doc }: View, { before, phrases }: Marks, i: number): boolean {
  const { actors } = before.several;
  const sides = (phrases.get("both") ?? []).some(({ at }) => at.includes(i + 2));
  return doc.tokens[i + 1]?.lower === "two" && !sides && actors.length === 2 && actors.every((actor) => cast.entities.get(actor)?.kind === "person");
}

const counts = new Map([
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
]);

/** "Norland, Sudland and Westland met. The three agreed": as many as the sentence before had for its subject. */
function countedBefore({ doc: { tokens } }: View, { before: { several } }: Marks, i: number): Holder {
  const count = counts.get(tokens[i + 1]?.lower ?? "");
  const next = tokens[i + 2];
  const isAlone = next?.tag === "VERB" || next?.tag === "AUX" || next?.tag === "ADV" || (next?.tag === "NOUN" && next.lower.endsWith("s"));
  return count !== undefined && several.actors.length === count && isAlone ? { via: several.via, actors: several.actors, token: i } : nobody;
}

/** "it" or "which" with no antecedent found. */
export function isThing(view: View, { via, token }: Holder): boolean {
  return via === "plan" && token !== null && thing.has((view.doc.tokens[token] as Token).lower);
}

function relativeSubject(view: View, marks: Marks, grammar: Grammar, c: Clause, depth: number): Holder {
  const verb = c.verbs.find((v) => v.form === "finite");
  const own = verb ? subjectIn(view, marks, c.first, verb.first) : nobody;
  if (own.via !== "none" || depth >= deepest) return own;
  const { tokens } = view.doc;
  let i = c.opener - 1;
  while (i > grammar.first && (tokens[i] as Token).tag === "PUNCT") i--;
  const mention = view.mentionAt[i];
  if (mention) return { via: "actor", actors: [mention.actor], token: mention.first };
  const plan = phrasesOf(marks, "plan").some((p) => i - p.last < 6 && p.last <= i + 1);
  return plan ? { via: "plan", actors: [], token: i } : nobody;
}

/** The acting mentions, first person or paper in a stretch before a verb. */
export function subjectIn(view: View, marks: Marks, first: number, last: number, inside: (i: number) => boolean = () => true): Holder {
  const { tokens } = view.doc;
  const both = phrasesOf(marks, "both").find(
    (p) =>
      p.first >= first &&
      p.last <= last &&
      p.first - first < 12 &&
      inside(p.first) &&
      !prepositions.has(tokens[p.first - 1]?.lower ?? "") &&
      !["'", "'s"].includes(tokens[p.last]?.lower ?? "") &&
      !namesActor(view, p.first + 1) &&
      !namesActor(view, p.last),
  );
  for (let i = first; i < last; i++) {
    if (!inside(i)) continue;
    const counted = tokens[i]?.lower === "the" ? countedBefore(view, marks, i) : nobody;
    if (counted.via !== "none" && !governedByPreposition(tokens, i, first)) return counted;
    if (both && i === both.first)
      return isPair(view, marks, i) ? { via: marks.before.several.via, actors: marks.before.several.actors, token: i } : { via: "both", actors: [], token: i };
    const token = tokens[i] as Token;
    const mention = view.mentionAt[i];
    const compound = compoundEnd(view, i);
    if (compound > i) {
      i = compound - 1;
      continue;
    }
    if (mention && token.lower === "it" && marks.before.paper) return { via: "plan", actors: [], token: i };
    if (mention && i === Math.max(mention.first, first)) {
      if (mention.acts && !governedByPreposition(tokens, i, first)) {
        const paper = paperAfter(view, marks, mention, last);
        if (paper !== null) return { via: "plan", actors: [mention.actor], token: paper };
        if ((isPronoun(tokens, mention) && !ownsAgent(view, mention)) || ownsOthers(view, mention)) {
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
      const led = (isFormer(tokens, i) ? null : ledBy(view, i + 1, last)) ?? (governedByPreposition(tokens, i, first) ? null : namedBefore(view, i));
      if (led) return led;
    }
    if (phrasesOf(marks, "plan").some((p) => p.first === i) && !isInPhrase(view, i, first) && !isIndefinite(tokens, i))
      return { via: "plan", actors: [], token: i };
    if (thing.has(token.lower) && i - first < 3 && !view.mentionAt[i] && !governedByPreposition(tokens, i, first)) return { via: "plan", actors: [], token: i };
  }
  return nobody;
}

/** "Delegations under the two ministers", "negotiators from Norland and Sudland": those named after the noun. */
function ledBy(view: View, from: number, last: number): Holder | null {
  if (!["under", "from", "of", "in"].includes(view.doc.tokens[from]?.lower ?? "")) return null;
  const i = view.doc.tokens[from + 1]?.tag === "DET" ? from + 2 : from + 1;
  const mention = view.mentionAt[i] ?? view.mentionAt[from + 1];
  return mention && mention.first < last ? { via: "actor", actors: coordinated(view, mention, last), token: mention.first } : null;
}

/** "the former president of Norland", who speaks for himself. */
const isFormer = (tokens: readonly Token[], i: number): boolean => [1, 2, 3].some((back) => /^(?:former|ex|erstwhile)$/.test(tokens[i - back]?.lower ?? ""));

/** "Northern leaders met. The leaders ...": whom the text last named by the same noun. */
function namedBefore(view: View, i: number): Holder | null {
  if (view.doc.tokens[i - 1]?.lower !== "the") return null;
  const known = view.byNoun.get((view.doc.tokens[i] as Token).lower) ?? [];
  const last = known[firstFrom(known, i + 1, (mention) => mention.last) - 1];
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
  return paper && (isPossessive(view, mention) || isNamedByPlace(view, paper.first)) ? paper.first : null;
}

/** "the Lakeside agreement": what several agreed on is called by the place, whose own paper it is not. */
export function isNamedByPlace({ doc, index, mentionAt, cast }: View, paper: number): boolean {
  const { lower, lemma } = doc.tokens[paper] as Token;
  const mention = mentionAt[paper - 1];
  if (mention?.form !== "name" || !(index.jointPapers.has(lower) || index.jointPapers.has(lemma.toLowerCase()))) return false;
  const text = doc.text.slice(mention.start, mention.end);
  const entity = cast.entities.get(mention.actor);
  return entity?.kind === "state" && text !== entity.name && /[a-z]/.test(text);
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

/** "Norland's allies", "Norland's Hill rebels", "Marn's friends in the house": who stands beside or against the owner and not for it. */
export function ownsOthers(view: View, mention: Mention): boolean {
  if (!isPossessive(view, mention) || mention.form === "adjective") return false;
  for (let i = mention.last; i < mention.last + 5; i++) {
    const token = view.doc.tokens[i];
    if (!token) return false;
    if (view.index.others.has(token.lower) || view.index.others.has(token.lemma.toLowerCase())) return true;
    if (!["ADJ", "NOUN", "PROPN", "PART"].includes(token.tag) && token.lower !== "'s") return false;
  }
  return false;
}

/** "Under the February deal": a preposition before the noun and all that describes it. */
function isInPhrase({ doc: { tokens }, mentionAt }: View, i: number, first: number): boolean {
  let j = i - 1;
  while (j >= first && !mentionAt[j] && ["NOUN", "PROPN", "ADJ", "NUM", "ADV"].includes((tokens[j] as Token).tag)) j--;
  return governedByPreposition(tokens, j + 1, first);
}

function governedByPreposition(tokens: readonly Token[], i: number, first: number): boolean {
  for (let j = i - 1; j >= first; j--) {
    const { tag, lower } = tokens[j] as Token;
    if (prepositions.has(lower)) return true;
    if (tag !== "DET" && tag !== "ADJ" && tag !== "NUM" && tag !== "ADV" && !owners.has(lower)) return false;
  }
  return false;
}
