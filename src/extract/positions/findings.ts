// A draft made a finding: its holders by name, how the article knows, condition, target, evidence. Adds no stance.

import type { Act } from "../../domain/vocabulary.ts";
import { partyOf } from "../party.ts";
import type { Attribution, Doc, Range, Token } from "../types.ts";
import { trustIn } from "./about.ts";
import { conditionOf } from "./conditions.ts";
import { learnedId } from "./learned.ts";
import { isMonth } from "./no-verbs.ts";
import type { Op } from "./ops.ts";
import type { Analysis, Draft, Speaker } from "./rows.ts";
import { outermost } from "./said.ts";
import { distinct } from "./sets.ts";
import { allSides, inCast, sideOf, speaksForNobody } from "./sides.ts";
import { isThing } from "./subjects.ts";
import { targetOf } from "./targets.ts";
import { sideTold } from "./told-sides.ts";
import type { Trace } from "./trace.ts";
import type { PositionFinding } from "./types.ts";
import { phrasesOf, type View } from "./view.ts";

/** Words at the head of a sentence that date all of it. */
const headWords = 3;

/** One finding for each holder; none where the holders cannot be named. `trace` hears only of those that it does not make. `over` is the condition that a list's stem puts on all its items. */
export function toFindings(
  view: View,
  at: Analysis,
  draft: Draft,
  speaker: Speaker,
  attributions: readonly Attribution[],
  over: Range | null,
  trace: Trace | undefined,
): PositionFinding[] {
  const { doc, index } = view;
  const carried = draft.reading.mood && draft.holder.token === null ? speaker.before(draft.anchor) : null;
  const attribution = outermost(speaker.attributionAt(draft.anchor) ?? carried, attributions);
  const actors = distinct(holdersOf(view, draft, speaker).map((id) => withSide(view, draft, id))).flatMap((id) => inCast(view.cast, id));
  const media = phrasesOf(at.marks, "media").length > 0 || (draft.holder.via === "plan" && attribution === null && speaker.isLeaked());
  const hedged = draft.hedged || media || (attribution?.hedged ?? false) || hedgedWords(doc.tokens, at, draft);
  if (actors.length === 0) trace?.cue(draft.cue, "unresolved");
  const condition = conditionOf(doc.tokens, at, draft.chain) ?? over;
  const past = tellsPast(draft);
  const findings = actors.map(
    (actor): PositionFinding => ({
      actor,
      party: partyOf(view.cast.entities.get(actor)),
      issue: draft.issue.issue,
      stance: draft.stance,
      act: draft.act,
      target: index.directed.has(draft.issue.issue) ? targetOf(view, at, draft, actor) : null,
      conditional: condition !== null,
      condition: condition && doc.text.slice(condition.start, condition.end),
      hedged,
      past,
      attribution:
        source(view, draft, attribution, actor, media, speaker) ??
        toldBefore(view, draft, outermost(speaker.before(draft.anchor), attributions), actor) ??
        byAuthor,
      confidence:
        Math.round(
          draft.confidence *
            (isElsewhere(draft) ? 1 : trustIn(index.learned, at.about(), draft.issue.issue)) *
            (hedged ? 0.9 : 1) *
            (isUnnamed(view, actor) ? unnamed : 1) *
            100,
        ) / 100,
      rule: draft.rule,
      evidence: [evidenceOf(doc, at, draft)],
    }),
  );
  const stands = ({ actor, party, confidence }: PositionFinding): boolean => party !== null || (confidence >= leastWithoutParty && !isStranger(view, actor));
  const standing = findings.filter(stands);
  if (standing.length < findings.length) trace?.cue(draft.cue, "no_side");
  return standing;
}

/** Weaker signs make no position of somebody who speaks for no side: "He supported the exchange of archives". */
const leastWithoutParty = 0.5;

/** A person whom only the text knows, and of no side that it tells, is an analyst or a passer-by: on articles that nobody had read not one of forty such rows was a coder's. */
function isStranger({ cast }: View, actor: string): boolean {
  const entity = cast.entities.get(actor);
  return entity?.kind === "person" && entity.provisional;
}

/** How far a group that no party's name makes is to be trusted as a holder. */
const unnamed = 0.65;

function isUnnamed({ cast }: View, actor: string): boolean {
  return cast.silent?.has(actor) === true && cast.entities.get(actor)?.party === null;
}

/** A person who acts for nobody known speaks for the one side of which his sentence tells. */
function withSide(view: View, { anchor }: Draft, actor: string): string {
  return speaksForNobody(view, actor) ? (sideTold(view, (view.doc.tokens[anchor] as Token).sentence, null) ?? actor) : actor;
}

function holdersOf(view: View, { holder, anchor, at, reading }: Draft, speaker: Speaker): string[] {
  if (holder.via === "both") {
    return allSides(view, holder.token ?? anchor);
  }
  const isUnknownPaper = holder.via === "plan" && holder.actors.length === 0 && reading.frames.includes("plan") && !isThing(view, holder);
  if (isUnknownPaper) return [];
  const by = speaker.attributionAt(anchor)?.speaker;
  if (holder.via === "plan" && by && holder.actors.length === 0 && at.owners.paper.length === 0) return [sideOf(view, by)];
  if (holder.via === "plan") return holder.actors.length ? holder.actors : [...(isThing(view, holder) ? at.owners.it : at.owners.paper)];
  if (holder.via !== "speaker") return holder.actors;
  const said = holder.actors[0] ?? speaker.attributionAt(anchor)?.speaker;
  return said ? [sideOf(view, said)] : [];
}

/** A word of the past in the clauses that hold the position, or that opens their sentence, and none that says it still holds. */
function tellsPast({ at: { marks, grammar }, chain, reading }: Draft): boolean {
  const past = phrasesOf(marks, "past");
  if (past.length === 0 || phrasesOf(marks, "current").length > 0) return false;
  const clauses = new Set([...chain.clauses, ...(reading.op ? [reading.op.clause] : [])]);
  for (const clause of clauses) {
    const shares = grammar.clauses[clause]?.shares;
    if (shares != null) clauses.add(shares);
  }
  const tells = ({ first }: { first: number }): boolean => first - grammar.first < headWords || clauses.has(grammar.clauseAt[first - grammar.first] ?? -1);
  return past.some(tells);
}

function hedgedWords(tokens: readonly Token[], at: Analysis, draft: Draft): boolean {
  return phrasesOf(at.marks, "hedge").some(
    (phrase) =>
      draft.chain.clauses.includes(at.grammar.clauseAt[phrase.first - at.grammar.first] ?? -1) &&
      !draft.cue.at.includes(phrase.first) &&
      !isMonth(tokens, phrase.first),
  );
}

const byAuthor: PositionFinding["attribution"] = { kind: "author", speaker: null, source: null };

/** How the article knows: the attribution that holds the words, else a verb of speech; null where neither tells. */
function source(
  view: View,
  draft: Draft,
  attribution: Attribution | null,
  actor: string,
  media: boolean,
  speaker: Speaker,
): PositionFinding["attribution"] | null {
  if (attribution?.kind === "statement" && isInMarks(view, draft)) return { kind: "quote", speaker: attribution.speaker, source: attribution.outlet };
  if (attribution && !(media && attribution.kind === "author"))
    return {
      kind:
        tellsOfAnother(view, attribution, actor) || (attribution.kind === "quote" && !view.quoted[draft.cue.first] && !isInMarks(view, draft))
          ? "statement"
          : attribution.kind,
      speaker: attribution.speaker,
      source: attribution.outlet,
    };
  if (media) return { kind: "media", speaker: null, source: null };
  if (view.quoted[draft.cue.first]) return { kind: "quote", speaker: actor, source: null };
  if (areOfficials(view, actor, draft)) return { kind: "officials", speaker: actor, source: null };
  if (isSaid(view, actor, draft, speaker)) return { kind: isInMarks(view, draft) ? "quote" : "statement", speaker: actor, source: null };
  return null;
}

/** "They agreed to it, he told us": a named speaker's quotation is no word of the other side whose position it tells. */
function tellsOfAnother(view: View, { kind, speaker }: Attribution, actor: string): boolean {
  return kind === "quote" && speaker !== null && view.cast.entities.get(speaker)?.kind !== "group" && sideOf(view, speaker) !== sideOf(view, actor);
}

/** "Westland officials signalled that": the holders are themselves the unnamed source. */
function areOfficials({ cast, mentionAt }: View, actor: string, { at }: Draft): boolean {
  return cast.entities.get(actor)?.kind === "group" && phrasesOf(at.marks, "officials").some(({ first }) => mentionAt[first]?.actor === actor);
}

/** "It also wants the army out", after what the side's officials told: they tell this too. */
function toldBefore(view: View, { holder }: Draft, before: Attribution | null, actor: string): PositionFinding["attribution"] | null {
  if (before?.kind !== "officials" || !before.speaker || holder.token === null || view.doc.tokens[holder.token]?.tag !== "PRON") return null;
  return sideOf(view, before.speaker) === sideOf(view, actor) ? { kind: before.kind, speaker: before.speaker, source: before.outlet } : null;
}

/** How far from the words, in tokens, a quotation mark stands that opens beside them. */
const beside = 2;

/** "a \"significant\" transfer of power", "would stop \"at once\"": some of the words that show it, or those beside them, stand in quotation marks, however few they are. Where no cue tells which words show it, any of its clauses do. */
function isInMarks({ marked, doc }: View, draft: Draft): boolean {
  const { cue, chain, at } = draft;
  if (isByWords(draft)) {
    const { start, end } = evidenceOf(doc, at, draft);
    return at.grammar.clauseAt.some((_, n) => {
      const i = at.grammar.first + n;
      const token = doc.tokens[i] as Token;
      return marked[i] === 1 && token.start >= start && token.end <= end;
    });
  }
  const { sentence } = doc.tokens[cue.first] as Token;
  const inner = chain.ops[0];
  const from = Math.min(cue.first, inner?.first ?? cue.first) - beside;
  const to = Math.max(cue.last, inner?.last ?? cue.last) + beside;
  for (let i = from; i < to; i++) if (marked[i] === 1 && doc.tokens[i]?.sentence === sentence) return true;
  return false;
}

/** What a state or group does only by speaking: told in the past it is one statement, in the present a standing position. */
const loud = new Set(["demand", "call", "urge", "propose", "judge", "warn", "threaten", "terms-noun"]);
/** What a person does only by speaking. */
const spoken = new Set<Act>(["demand", "propose", "oppose", "refuse", "consider", "assess", "warn"]);

/** What even a person wants without a word said. */
const wishes = new Set(["want", "require"]);

/** A paper that its owner puts forward says so for it; what several have signed, the author tells. */
function isSaid(view: View, actor: string, draft: Draft, speaker: Speaker): boolean {
  const { op, frames } = draft.reading;
  const { act } = draft;
  if (act === "propose" && frames.includes("plan")) return true;
  const entity = view.cast.entities.get(actor);
  // In coded articles, of positions of persons that no frame told two in three were known by their word, of those of states one in three.
  if (isByWords(draft) && entity?.kind === "person") return true;
  const frame = op?.frame;
  if (!frame) return false;
  if (op.verb && (view.doc.tokens[op.verb.main] as Token).lower.endsWith("ing") && loud.has(frame.id)) return false;
  const cue = speaker.saidBy(op.at);
  const opens = opening(view, cue);
  if (opens === "that" && !loud.has(frame.id)) return true;
  if (entity?.kind === "person") {
    if (opens === "to" && isInward(view, op, cue)) return false;
    return frame.speech || frame.readiness || (spoken.has(act) && !wishes.has(frame.id));
  }
  const { verb } = op;
  const present = verb && /(s|ing)$/.test((view.doc.tokens[verb.main] as Token).lower);
  return (
    frame.says === true ||
    (!present && loud.has(frame.id)) ||
    (frame.speech && entity?.kind === "organisation" && entity.party !== null && entity.party !== entity.id)
  );
}

/** "refuses to sign", "is ready to": what somebody would do or not do is told of him, where "refused a truce" and "signalled readiness to" are heard. */
function isInward({ doc }: View, { frame, verb, first }: Op, said: Attribution | null): boolean {
  if (frame?.act === "refuse") return true;
  if (frame?.act !== "oppose" && !frame?.readiness) return false;
  return verb ? verb.copula || verb.passive : (said?.cue?.start ?? 0) >= (doc.tokens[first] as Token).start;
}

/** The word that opens what an attribution's cue governs: "that", "to", or anything else. */
function opening({ doc }: View, said: Attribution | null): string | null {
  return said?.content[0] ? (/^(?:that|to)\b/.exec(doc.text.slice(said.content[0].start, said.content[0].start + 5))?.[0] ?? null) : null;
}

/** From the clause that holds the frame to the end of the clause that holds the issue's words, with the condition on it; a list item whole. */
function evidenceOf(doc: Doc, at: Analysis, draft: Draft): Range {
  const { grammar, marks } = at;
  const { clauses, condition } = draft.chain;
  const conditions = grammar.clauses.flatMap(({ kind, parent }, k) =>
    condition === null && kind === "cond" && parent !== null && clauses.includes(parent) ? [k] : [],
  );
  const inside = new Set([...clauses, ...conditions]);
  const isItem = doc.blocks[marks.sentence.block]?.kind === "item";
  let first = draft.cue.first;
  let last = draft.cue.last;
  for (let i = marks.sentence.first; i < marks.sentence.last; i++) {
    if (!isItem && !inside.has(grammar.clauseAt[i - grammar.first] ?? -1)) continue;
    first = Math.min(first, i);
    last = Math.max(last, i + 1);
  }
  while (first < last && isEdge((doc.tokens[first] as Token).text)) first++;
  while (last > first && isEdge((doc.tokens[last - 1] as Token).text) && !closes(doc, first, last - 1)) last--;
  return { start: (doc.tokens[first] as Token).start, end: (doc.tokens[last - 1] as Token).end };
}

/** Whether a token is the mark that closes a quotation opened behind `from`: "called it "an insult"", of which no half is left. */
function closes({ quotes, tokens }: Doc, from: number, at: number): boolean {
  return /^["”»]$/.test((tokens[at] as Token).text) && quotes.some((quote) => quote.last === at && quote.first - 1 > from);
}

function isEdge(text: string): boolean {
  return /^[,;:—–.\-"“”«»()]$/.test(text);
}

/** Whether only the words of its sentence together tell of it, and no frame or cue. */
function isByWords({ cue }: Draft): boolean {
  return cue.value.cue.id === learnedId;
}

/** Whether the words of the sentence cannot speak against its issue: they only answer what one before told, or list what a paper holds, each by a word or two. */
function isElsewhere({ rule, reading }: Draft): boolean {
  return rule.startsWith("echo/") || reading.frames.includes("plan");
}
