// Who wants, offers, accepts or refuses what: the positions of one text. The stages' results in, findings with evidence out.
import type { Attribution, Cast, Doc, Sentence, Token } from "../types.ts";
import { aboutOf } from "./about.ts";
import { bareDrafts } from "./bare.ts";
import { type Chain, chainOf, chainsBehind } from "./chains.ts";
import type { PositionIndex } from "./compile.ts";
import { conditionOver, conditionRows } from "./conditions.ts";
import { betweenWhom, chooseCues, isCircumstance, turnedInside } from "./cues.ts";
import { deedDrafts } from "./deeds.ts";
import { echoesOf, repeatsOf } from "./echo.ts";
import { ellipsesOf } from "./ellipsis.ts";
import { toFindings } from "./findings.ts";
import { type Grammar, grammarOf } from "./grammar.ts";
import { isAboutConflict } from "./guard.ts";
import { heardRows, hearingsOf, likeliest } from "./hearing.ts";
import { labelled } from "./labels.ts";
import {
  agree,
  answered,
  asAsked,
  askedIn,
  asListed,
  blocksToKeep,
  introduction,
  labelOfItem,
  linesOver,
  mix,
  namedAbove,
  openingFrame,
  tellsDeed,
  unlist,
} from "./lists.ts";
import {
  isInHand,
  isLeaked,
  type Memory,
  newMemory,
  ownersOf,
  paperInHand,
  rememberActor,
  rememberPaper,
  rememberRows,
  rememberSpeaker,
  specified,
  tellsOn,
} from "./memory.ts";
import { merge, withoutPapers } from "./merge.ts";
import { paperOver } from "./papers.ts";
import { boundBy } from "./provisions.ts";
import { repliesOf } from "./replies.ts";
import { type Analysis, type Draft, draftsOf, type Speaker } from "./rows.ts";
import { attributionBefore, attributionsBySentence, attributionsByToken, cuesByToken, issuerOf, turnsByToken, withAnswerers, withSpeaker } from "./said.ts";
import { isOfKind } from "./said-of-things.ts";
import { shortRepliesOf } from "./short-replies.ts";
import { keyOf } from "./signs.ts";
import { countTold } from "./told-signs.ts";
import { takenUp } from "./topics.ts";
import { type Trace, withSetAside } from "./trace.ts";
import { chanceSoFar, type Told, toldIn, trustedRows } from "./trust.ts";
import type { PositionFinding } from "./types.ts";
import { deny } from "./untrue.ts";
import { marksOf, nobody, type View, viewOf } from "./view.ts";
import { wordedDrafts } from "./worded.ts";

/** Sentences over which an answer can follow what it answers. */
const echoReach = 1;

/** Positions in text order, the same row once with all its evidence. Linear in the text's length. */
export function findPositions(doc: Doc, cast: Cast, attributions: readonly Attribution[], index: PositionIndex, listener?: Trace): PositionFinding[] {
  if (!isAboutConflict(doc, cast, index)) return [];
  const { trace, setAside } = withSetAside(listener);
  const view = viewOf(doc, cast, index, trace);
  const known = [...withAnswerers(view, attributions).map((attribution) => withSpeaker(view, attribution)), ...labelled(view)];
  const bySentence = attributionsBySentence(doc, known);
  const memory = newMemory();
  let current = 0;
  const speaker = speakerOf(view, known, memory, () => current);
  const kept = blocksToKeep(doc);
  const lastOfBlock = new Map<number, Analysis>();
  const told: Told[] = [];
  const second: PositionFinding[] = [];
  let lastRows: { findings: PositionFinding[]; sentence: number } | null = null;
  doc.sentences.forEach((sentence, s) => {
    current = s;
    const marks = marksOf(view, sentence);
    const grammar = grammarOf(view, marks, bySentence[s] ?? []);
    trace.clauses(grammar);
    rememberPaper(view, { marks, grammar }, memory, s, bySentence[s] ?? []);
    const at: Analysis = {
      marks,
      grammar,
      owners: ownersOf(memory, s),
      paper: paperInHand(memory, view, { marks }, s),
      goesOn: tellsOn(memory, doc, s),
      inHand: isInHand(memory, sentence.block, s),
      about: aboutOf(view, grammar.first, grammar.last),
    };
    const isLongAgo = tellsHistory(doc, sentence);
    const isQuestion = doc.tokens[sentence.last - 1]?.lower === "?";
    if (isQuestion) for (const cue of marks.cues) trace.cue(cue, "question");
    const chosen = isLongAgo
      ? []
      : chooseCues(
          doc.tokens,
          marks.cues.filter((match) => !crossesVerb(match, marks, at.grammar) && !isCompound(doc.tokens, match)),
        ).map((match) => turnedInside(doc.tokens, betweenWhom(view, specified(view, match, memory))));
    // What is asked makes no row, and can be answered.
    const cues = isQuestion ? [] : chosen;
    const drafts = draftsIn(view, at, cues, memory, speaker, lastOfBlock);
    if (!isQuestion && !opensLine(doc, s) && memory.topics.some((topic) => s - topic.sentence <= echoReach)) {
      const echoes = [...echoesOf(view, at, memory.topics, drafts, speaker), ...shortRepliesOf(view, at, memory.topics, speaker, bySentence[s] ?? [])];
      drafts.push(...echoes);
      // Who answers keeps what was answered in hand, for the next one to answer it too.
      if (echoes.length > 0) memory.topics = memory.topics.map((topic) => takenUp(topic, s));
    }
    drafts.push(...repeatsOf(view, at, cues, drafts, speaker), ...repliesOf(view, at, drafts, speaker));
    drafts.push(...ellipsesOf(view, at, drafts, memory.drafts));
    if (!isQuestion && !isLongAgo) drafts.push(...wordedDrafts(view, at, drafts, speaker));
    memory.drafts = drafts;
    const over = drafts.length > 0 ? conditionOver(doc, sentence.block, lastOfBlock) : null;
    const made = drafts.flatMap((draft) => toFindings(view, at, draft, speaker, known, over, view.trace).map((finding) => ({ draft, finding })));
    const found = withoutPapers(
      view,
      made.map(({ finding }) => finding),
    );
    if (lastRows?.sentence === s - 1 && found.every(({ rule }) => rule.startsWith("echo/"))) deny(view, at, sentence, bySentence[s] ?? [], lastRows.findings);
    if (found.length > 0) lastRows = { findings: found, sentence: s };
    else if (lastRows && lastRows.sentence === s - 1 && doc.sentences[s - 1]?.block === sentence.block) confirm(lastRows.findings, view, sentence, speaker);
    const own = toldIn(view, at, made, found, speaker);
    told.push(...own.map(({ row }) => row));
    const aside = setAside();
    const above = isItem(doc, sentence) ? namedAbove(view, sentence.block, lastOfBlock) : nobody;
    const heard = isLongAgo || isQuestion ? [] : likeliest(view, hearingsOf(view, at, found, speaker, known, s, above, aside));
    second.push(...heardRows(view, heard));
    rememberActor(view, at, memory, s);
    rememberSpeaker(bySentence[s] ?? [], memory);
    rememberRows(
      { cues: chosen, drafts, told: own.map(({ draft, row }) => ({ draft, finding: row.finding, chance: chanceSoFar(view, row) })), heard },
      memory,
      s,
    );
    if (isQuestion) memory.asked = askedIn(view, at);
    if (kept.has(sentence.block)) lastOfBlock.set(sentence.block, at);
  });
  const counted = countTold(
    merge(
      told.map(({ finding }) => finding),
      index,
    ),
    doc.sentences.length,
  );
  return merge([...trustedRows(view, told, counted, new Set(second.map((row) => keyOf(row)))), ...second], index);
}

/** The drafts that the cues of one sentence make, those in conditions last, for they need their main clause's holder. */
function draftsIn(
  view: View,
  at: Analysis,
  cues: readonly Draft["cue"][],
  memory: Memory,
  speaker: Speaker,
  lastOfBlock: ReadonlyMap<number, Analysis>,
): Draft[] {
  if (cues.length === 0) return [];
  const { doc, trace } = view;
  const { sentence } = at.marks;
  const opensItem = isItem(doc, sentence) && !lastOfBlock.has(sentence.block);
  const outer = opensItem ? introduction(doc, sentence.block, lastOfBlock) : null;
  const label = opensItem ? labelOfItem(view, at) : nobody;
  const above = label.via === "actor" || !opensItem ? label : namedAbove(view, sentence.block, lastOfBlock);
  const opening = opensItem ? openingFrame(view, sentence.block, lastOfBlock) : null;
  const paper = opensItem
    ? paperOver(
        view,
        linesOver(doc, sentence.block).map((index) => lastOfBlock.get(index)),
      )
    : null;
  const governed = new Set(at.grammar.ops.filter((op) => op.frame).flatMap((op) => op.at));
  const held = new Set(at.grammar.ops.filter((op) => op.frame?.act).flatMap((op) => op.at));
  const drafts: Draft[] = [];
  const waiting: { cue: Draft["cue"]; chain: Chain }[] = [];
  for (const cue of cues) {
    const chain = chainOf(doc.tokens, at.grammar, cue);
    if (isCircumstance(doc.tokens, cue, governed, held, chain.condition !== null)) {
      trace?.cue(cue, "circumstance");
      continue;
    }
    if (isOfKind(doc.tokens, at.grammar, chain.ops, cue.last)) {
      trace?.cue(cue, "of_a_kind");
      continue;
    }
    if (chain.condition !== null) {
      waiting.push({ cue, chain });
      continue;
    }
    for (const behind of chainsBehind(doc.tokens, at.grammar, cue))
      drafts.push(...draftsOf(view, at, cue, behind, speaker).filter((draft) => draft.holder.token !== null));
    const own = draftsOf(view, at, cue, chain, speaker, null, above);
    const framed = own.some((draft) => draft.reading.mood === null);
    const given = framed || !outer ? own : draftsOf(view, at, cue, chain, speaker, outer);
    if (given.length > 0) drafts.push(...(opensItem ? asListed(view, at, given, label, above) : given));
    else if (paper) drafts.push(...asAsked(at, cue, chain, { id: "paper", act: paper.act }, boundBy(view, at, chain.ops, paper)));
    else if (opening && !tellsDeed(view, at, cue)) drafts.push(...asAsked(at, cue, chain, opening, above));
    else {
      const told = memory.asked ? answered(at, cue, chain, memory.asked, speaker) : [];
      const done = told.length > 0 ? told : deedDrafts(view, at, cue, chain);
      drafts.push(...(done.length > 0 ? done : bareDrafts(view, at, cue, chain, speaker)));
    }
  }
  unlist(drafts);
  agree(drafts);
  mix(drafts);
  for (const { cue, chain } of waiting) drafts.push(...conditionRows(view, at, cue, chain, drafts, speaker));
  return drafts;
}

function speakerOf(view: View, attributions: readonly Attribution[], memory: Memory, current: () => number): Speaker {
  const { doc } = view;
  const issuer = issuerOf(view);
  const attributed = attributionsByToken(doc, attributions);
  const cueAt = cuesByToken(doc, attributions);
  const turnOf = turnsByToken(doc, attributed);
  const attributionAt = (token: number): Attribution | null => attributed(token) ?? turnOf(token) ?? issuer;
  return {
    attributionAt,
    saidBy: (tokens) => tokens.map((i) => cueAt.get(i)).find((a) => a !== undefined) ?? null,
    isLeaked: () => isLeaked(memory, doc, doc.sentences[current()]?.block ?? -1),
    lastHolder: () => (current() - memory.holderAt <= 1 && !opensLine(doc, current()) ? memory.holder : null),
    earlier: () => [memory.spoke, memory.holder, memory.actor].filter((actor) => actor !== null),
    before: (token) => attributionBefore(doc, token, attributionAt),
  };
}

/** A statement that the speaker's own words follow at once is a quotation, shown by them too. */
function confirm(rows: readonly PositionFinding[], { quoted }: View, { first, start, end }: Sentence, speaker: Speaker): void {
  const inside = quoted[first] ? first : first + 1;
  const said = quoted[inside] ? speaker.attributionAt(inside) : null;
  if (said?.kind !== "quote" || !said.speaker) return;
  for (const row of rows) {
    if (row.attribution.kind !== "statement" || row.attribution.speaker !== said.speaker) continue;
    row.attribution = { ...row.attribution, kind: "quote" };
    row.evidence = [...row.evidence, { start, end }];
  }
}

/** "In 1648": what was wanted before anybody now alive was born is no position of today. */
function tellsHistory({ tokens }: Doc, { first, last }: Sentence): boolean {
  for (let i = first + 1; i < last; i++) {
    const { text } = tokens[i] as Token;
    if (text.length === 4 && /^1[0-8]\d\d$/.test(text) && ["in", "of", "since"].includes((tokens[i - 1] as Token).lower)) return true;
  }
  return false;
}

/** The first sentence of a title, heading or list item, which goes on from nothing. */
function opensLine({ sentences, blocks }: Doc, s: number): boolean {
  const block = sentences[s]?.block ?? -1;
  return sentences[s - 1]?.block !== block && ["title", "heading", "item"].includes(blocks[block]?.kind ?? "");
}

const isItem = ({ blocks }: Doc, { block }: Sentence): boolean => blocks[block]?.kind === "item";

/** "signed an A-brokered accord": by whom a thing was made says what it is, and is not what anybody wants. */
function isCompound(tokens: readonly Token[], { at }: Draft["cue"]): boolean {
  const [first = 0] = at;
  return tokens[first - 1]?.lower === "-" && (tokens[first] as Token).lower.endsWith("ed") && tokens[first - 2]?.tag === "PROPN";
}

/** A pattern with a gap must not reach over a verb that is none of its words ("Norland [wants] a seat at the table"), nor over the words of a condition: "lift the blockade [in return for] sanctions". */
function crossesVerb(match: Draft["cue"], { conditions }: Analysis["marks"], grammar: Grammar): boolean {
  if (conditions.some(({ first, last, at }) => first > match.first && last < match.last && !at.some((i) => match.at.includes(i)))) return true;
  return grammar.ops.some(
    ({ frame, form, at, first }) => frame?.act && form === "finite" && first > match.first && first < match.last && !at.some((i) => match.at.includes(i)),
  );
}
