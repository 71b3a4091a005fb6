// The second reading: possible rows of sentences whose words tell of an issue that no frame or cue made a row of, each weighed by what coded sentences taught. Their confidence is that weight.
import type { NoPosition } from "../../domain/explanations.ts";
import { another, chanceOf, collected, type Scale, type Signs } from "../scale.ts";
import { oddsBy } from "../trees.ts";
import type { Attribution } from "../types.ts";
import { type Chain, chainOf } from "./chains.ts";
import type { CueRef } from "./compile.ts";
import { toFindings } from "./findings.ts";
import { asideSigns, attitudeSigns, clauseSigns, heldSigns, partyIn, ruledBy, standingSigns, wordSigns } from "./heard-signs.ts";
import { type Leaning, leaningsOf, learnedId, wordsFor } from "./learned.ts";
import { actBy } from "./learned-acts.ts";
import { type StanceWords, stanceOn, stanceWords } from "./learned-stance.ts";
import type { Match } from "./patterns.ts";
import type { Analysis, Draft, Speaker } from "./rows.ts";
import { informs } from "./said.ts";
import { allSides } from "./sides.ts";
import { rowSigns, sentenceSigns } from "./signs.ts";
import { subjectOf } from "./subjects.ts";
import type { PositionFinding } from "./types.ts";
import type { Holder, View } from "./view.ts";

/** speaker: whose words they are. teller: whoever passes them on. subject, main: of the words' clause, of the sentence. first, other: of those named in it. list: whom the head of its list names. last, before: who held and who spoke in the sentence before. both: each of the two whom its subject means. earlier: who spoke, held a row or acted last, where nobody else is there. */
export type Via = "speaker" | "teller" | "subject" | "main" | "first" | "other" | "list" | "last" | "before" | "earlier" | "both";

/** Issues of one sentence that are looked at, holders for each, those that are merely named, and words that are shown. */
const most = { issues: 4, holders: 5, named: 4, words: 4 };
/** Issues less likely are not looked at where no cue names them. */
const least = 0.05;
/** Odds at which the words leave it open whether they are for or against: both are weighed. */
const open = 0.8;
const both: readonly (1 | -1)[] = [1, -1];
/** Shorter sentences say too little. */
const fewest = 4;
/** Words by which an author tells what somebody ought to do. */
const needing = new Set(["need", "needs", "must", "should", "ought"]);
/** Tokens from the head of the sentence to such a word. */
const adviceReach = 8;
/** What the first reading heard denied, foretold or judged as one of a kind is no position, whatever words it has. */
const unsaid = new Set<NoPosition>(["denied", "foretold", "of_a_kind"]);
/** Rows less likely are not made. From .32 to .42 articles that nobody had read are read equally well (F1); higher, fewer rows are wrong. */
export const leastChance = 0.42;

/** A possible row; `chance`: how likely a coder made it, from 0 to 1. */
export interface Hearing {
  finding: PositionFinding;
  /** Null where nobody asked for them: a long text has very many. */
  signs: Signs | null;
  chance: number;
  /** Whether its holder is one of several that its subject names or means: "Norland and Sudland", "both sides". */
  joint: boolean;
  sentence: number;
  cue: Match<CueRef>;
}

/** The possible rows of one sentence beyond those `found` in it that are likely enough, and all of them where somebody asks; `above` is whom the head of its list names. */
export function hearingsOf(
  view: View,
  at: Analysis,
  found: readonly PositionFinding[],
  speaker: Speaker,
  attributions: readonly Attribution[],
  sentence: number,
  above: Holder,
  aside: ReadonlySet<NoPosition>,
): Hearing[] {
  const { doc, index } = view;
  const { first, last } = at.grammar;
  if (last - first < fewest || advises(view, at, speaker) || [...aside].some((reason) => unsaid.has(reason))) return [];
  const { words: all, chances } = at.about();
  const { issues, none } = leaningsOf(index.learned, chances, most.issues);
  const best = issues[0]?.chance ?? 0;
  const isCued = ({ issue }: Leaning): boolean => at.marks.cues.some(({ value }) => value.issue.issue === issue);
  // None is likely enough to be looked at.
  if (best < least && !issues.some(isCued)) return [];
  const isAsked = view.trace?.hearing !== undefined;
  const times = timesNamed(view, at);
  let common: Scale | null = null;
  let words: StanceWords | null = null;
  const hearings: Hearing[] = [];
  for (const [rank, leaning] of issues.entries()) {
    const { issue, chance } = leaning;
    const refs = index.learned.refs.get(issue);
    if (!refs || (chance < least && !isCued(leaning)) || found.some((row) => row.issue === issue)) continue;
    const said = wordsFor(index.learned, doc.tokens, all, issue);
    const [anchor] = said;
    if (anchor === undefined) continue;
    const shown = said.slice(0, most.words).sort((a, b) => a - b);
    const cueOf = (sign: 1 | -1): Match<CueRef> => ({ value: refs[sign > 0 ? "for" : "against"], first: anchor, last: anchor + 1, at: shown });
    const chain = chainOf(doc.tokens, at.grammar, cueOf(1));
    // "It is unclear whether Norland will withdraw": the author's own doubt.
    if (chain.open && speaker.attributionAt(anchor) === null) continue;
    if (aside.has("advice") && foretells(chain, speaker, anchor)) continue;
    words ??= stanceWords(index.learned.stance, doc.tokens, first, last);
    if (common === null) {
      common = collected();
      sentenceSigns(common, view, at, found);
      standingSigns(common, view, at, sentence);
      asideSigns(common, aside);
    }
    const stance = stanceOn(index.learned.stance, words, issue);
    const ofIssue = another(common);
    clauseSigns(ofIssue, at, chain);
    const ruled = ruledBy(view, at, chain, cueOf(1), speaker);
    wordSigns(ofIssue, view, at, chain, ruled, anchor, said.length, speaker);
    const signs: readonly (1 | -1)[] = Math.abs(stance) < open ? both : [stance > 0 ? 1 : -1];
    const holders = holdersIn(view, at, anchor, speaker, above);
    for (const sign of signs) {
      const ofStance = another(ofIssue);
      attitudeSigns(ofStance, view, at, ruled, issue, sign, stance);
      for (const [place, { holder, via, party, joint }] of holders.entries()) {
        const scale = another(ofStance);
        heldSigns(scale, ruled, party, place, holders.length, times.get(party) ?? 0);
        rowSigns(scale, view, at, { issue, chance, rank, best, none, sign, stance, anchor, holder, via, party, chain }, found, speaker);
        const chanceOfRow = chanceOf(oddsBy(index.learned.row, scale.signs ?? []));
        if (chanceOfRow < leastChance && !isAsked) continue;
        const cue = cueOf(sign);
        for (const finding of toFindings(view, at, draftOf(view, at, cue, chain, holder, sign), speaker, attributions, null, undefined))
          hearings.push({ finding, signs: isAsked ? scale.signs : null, chance: chanceOfRow, joint, sentence, cue });
      }
    }
  }
  return hearings;
}

/** How often a sentence names each party as one that acts. */
function timesNamed(view: View, { grammar: { first, last } }: Analysis): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (let i = first; i < last; i++) {
    const mention = view.mentionAt[i];
    if (!mention?.acts || mention.first !== i) continue;
    const party = partyIn(view, mention.actor);
    times.set(party, (times.get(party) ?? 0) + 1);
  }
  return times;
}

/** "What Norland needs now is a truce": the author's own advice, which is nobody's position. */
function advises({ doc }: View, { grammar: { first, last } }: Analysis, speaker: Speaker): boolean {
  if (doc.tokens[first]?.lower !== "what" || speaker.attributionAt(first)) return false;
  return doc.tokens.slice(first + 1, Math.min(last, first + adviceReach)).some(({ lower }) => needing.has(lower));
}

/** "Norland should withdraw", "sooner or later Norland will accept it": the author's own advice or forecast, with nobody who says so. */
function foretells({ ops }: Chain, speaker: Speaker, anchor: number): boolean {
  const said = speaker.attributionAt(anchor);
  return ops.some(({ verb, at }) => (verb?.mood === "must" || verb?.mood === "will") && (said === null || speaker.saidBy(at) === said));
}

function draftOf({ doc, index }: View, at: Analysis, cue: Match<CueRef>, chain: Chain, holder: Holder, sign: 1 | -1): Draft {
  const { issue } = cue.value;
  const stance = sign > 0 ? "for" : "against";
  const act = actBy(index.learned.acts, doc.tokens, at.grammar.first, at.grammar.last, issue.issue, stance);
  return {
    holder,
    issue,
    stance,
    act,
    hedged: false,
    confidence: 1,
    rule: `words/${issue.issue}.${learnedId}`,
    cue,
    chain,
    reading: { sign, act, hedged: false, weight: 1, op: null, mood: null, frames: [], shunned: false },
    at,
    anchor: cue.first,
  };
}

interface Possessor {
  holder: Holder;
  via: Via;
  party: string;
  /** As of a `Hearing`. */
  joint: boolean;
}

/** Who may hold what the words say, each party once, the most telling way first. */
function holdersIn(view: View, at: Analysis, anchor: number, speaker: Speaker, above: Holder): Possessor[] {
  const { first, last, clauses, clauseAt } = at.grammar;
  const by = new Map<string, Omit<Possessor, "joint">>();
  const add = (via: Via, holder: Holder): void => {
    for (const actor of holder.actors) {
      const party = partyIn(view, actor);
      if (!by.has(party)) by.set(party, { holder: { ...holder, actors: [actor] }, via, party });
    }
  };
  const said = speaker.attributionAt(anchor);
  if (said?.speaker) add(informs(said) || view.cast.silent?.has(said.speaker) ? "teller" : "speaker", { via: "speaker", actors: [said.speaker], token: null });
  const own = subjectOf(view, at.marks, at.grammar, clauseAt[anchor - first] ?? 0);
  if (own.via === "actor") add("subject", own);
  const top = clauses.findIndex(({ kind }) => kind === "main");
  const main = top < 0 ? own : subjectOf(view, at.marks, at.grammar, top);
  if (main.via === "actor") add("main", main);
  let named = 0;
  for (let i = first; i < last && named < most.named; i++) {
    const mention = view.mentionAt[i];
    if (!mention?.acts || mention.first !== i) continue;
    add(named === 0 ? "first" : "other", { via: "actor", actors: [mention.actor], token: i });
    named++;
  }
  if (above.via === "actor") add("list", above);
  const holder = speaker.lastHolder();
  if (holder) add("last", { via: "actor", actors: [holder], token: null });
  const before = by.size === 0 ? speaker.before(anchor)?.speaker : null;
  if (before) add("before", { via: "speaker", actors: [before], token: null });
  const sides = [own, main].map((subject) => (subject.via === "both" ? allSides(view, subject.token ?? first) : subject.via === "actor" ? subject.actors : []));
  for (const [k, subject] of [own, main].entries())
    if (subject.via === "both") for (const actor of sides[k] ?? []) add("both", { via: "actor", actors: [actor], token: null });
  if (by.size === 0) for (const actor of speaker.earlier()) add("earlier", { via: "actor", actors: [actor], token: null });
  const several = new Set(sides.flatMap((actors) => (actors.length > 1 ? actors.map((actor) => partyIn(view, actor)) : [])));
  return [...by.values()].slice(0, most.holders).map((one) => ({ ...one, joint: several.has(one.party) }));
}

/** Those of one sentence's `hearings` that a coder would have made: one for each issue, and where several hold it together one of each that is likely enough. */
export function likeliest({ trace }: View, hearings: readonly Hearing[]): Hearing[] {
  const best = new Map<string, Hearing>();
  for (const hearing of hearings) {
    trace?.hearing?.(hearing);
    const { issue } = hearing.finding;
    if (hearing.chance >= leastChance && hearing.chance > (best.get(issue)?.chance ?? 0)) best.set(issue, hearing);
  }
  return hearings.filter((hearing) => {
    const first = best.get(hearing.finding.issue);
    if (first === undefined || first === hearing) return first === hearing;
    return hearing.joint && first.joint && hearing.chance >= leastChance && hearing.finding.stance === first.finding.stance;
  });
}

/** The rows of what was heard, as likely as that. */
export function heardRows({ trace }: View, heard: readonly Hearing[]): PositionFinding[] {
  return heard.map(({ finding, chance, cue }) => {
    const row = { ...finding, confidence: Math.round(chance * 100) / 100 };
    trace?.cue(cue, row);
    return row;
  });
}
