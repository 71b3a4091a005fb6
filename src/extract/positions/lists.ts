// Lists and interviews: what stands over a cue in another sentence, and rows of one sentence set against each other.
import type { Frame } from "../../domain/codebook/frames.ts";
import { firstFrom, seek } from "../seek.ts";
import type { Doc, Mention, Token } from "../types.ts";
import { type Chain, chainAtEnd } from "./chains.ts";
import { isPreterite } from "./clause-words.ts";
import { isSide, labelOf } from "./labels.ts";
import { type Analysis, type Draft, redrafted, type Speaker } from "./rows.ts";
import { readChain } from "./stance.ts";
import { subjectOf } from "./subjects.ts";
import { type Holder, nobody, type View } from "./view.ts";

/** The chain that a list's stem, or the heading above it, puts over its items. */
export function introduction(doc: Doc, block: number, lastOfBlock: ReadonlyMap<number, Analysis>): { chain: Chain; at: Analysis } | null {
  for (const index of blocksOver(doc, block)) {
    const at = lastOfBlock.get(index);
    if (!at) continue;
    const chain = chainAtEnd(doc.tokens, at.grammar);
    if (chain.ops.some((op) => op.frame?.act || op.verb?.mood)) return { chain, at };
  }
  return null;
}

/** Counted once a text: for each block the last one before it that is no item; -1 where none is. */
const aboveOf = new WeakMap<Doc["blocks"], Int32Array>();

function lineAbove({ blocks }: Doc, block: number): number {
  let above = aboveOf.get(blocks);
  if (!above) {
    above = new Int32Array(blocks.length);
    let last = -1;
    for (const [index, { kind }] of blocks.entries()) {
      above[index] = last;
      if (kind !== "item") last = index;
    }
    aboveOf.set(blocks, above);
  }
  return above[block] ?? -1;
}

/** A list's stem and heading; where it has neither, the line before its first item if that ends in a colon. */
export function blocksOver(doc: Doc, block: number): number[] {
  const { blocks, text } = doc;
  const item = blocks[block];
  if (item && item.stem === null && item.heading === null) {
    const before = lineAbove(doc, block);
    const line = blocks[before];
    return line && text.slice(line.start, line.end).trimEnd().endsWith(":") ? [before] : [];
  }
  return [item?.stem ?? null, item?.heading ?? null].filter((index) => index !== null);
}

/** Those, and for a list that has neither the line right before it, whatever that ends in: "The draft has five parts." */
export function linesOver(doc: Doc, block: number): number[] {
  const over = blocksOver(doc, block);
  const before = lineAbove(doc, block);
  return over.length > 0 || before < 0 ? over : [before];
}

/** Blocks above a heading in which the words that open all lists may stand: "what each side wants". */
const openingReach = 8;

/** The blocks whose last sentence an item may ask for, and the items: of a long text few, so that the others' need not be kept. */
export function blocksToKeep(doc: Doc): Set<number> {
  const kept = new Set<number>();
  doc.blocks.forEach(({ kind, stem, heading }, item) => {
    if (kind !== "item") return;
    kept.add(item);
    // What stands over the item before stands over this one too.
    const before = doc.blocks[item - 1];
    if (before?.kind === "item" && before.stem === stem && before.heading === heading) return;
    for (const over of linesOver(doc, item)) for (let above = over; above >= Math.max(0, over - openingReach); above--) kept.add(above);
  });
  return kept;
}

/** What a heading asks for its items with no verb: "Sudland's position:" does by itself, "Norland Army" by "what each side wants" further up. Null where the line says more than a name. */
export function openingFrame(view: View, block: number, lastOfBlock: ReadonlyMap<number, Analysis>): Pick<Frame, "id" | "act"> | null {
  const item = view.doc.blocks[block];
  if (labelsBeside(view, block).size > 1) return side;
  const index = item?.stem ?? item?.heading ?? null;
  const at = index === null ? undefined : lastOfBlock.get(index);
  if (index === null || !at) return null;
  if (headsSide(view, at) || (isSideAlone(view, index) && sidesAlone(view).size > 1)) return side;
  if (at.grammar.last - at.grammar.first > 4 || at.grammar.ops.length > 0) return null;
  for (let above = index - 1; above >= Math.max(0, index - openingReach); above--) {
    const frame = lastOfBlock.get(above)?.grammar.ops.find((op) => op.frame?.act === "demand" || op.frame?.act === "propose")?.frame;
    if (frame) return frame;
  }
  return null;
}

/** What each of a side's items is with no verb of wanting. */
const side: Pick<Frame, "id" | "act"> = { id: "side", act: "demand" };

/** Counted once a list, and kept by each of its items: the sides that label its items, "Norland: ..." and "Sudland: ...". */
const labels = new WeakMap<Doc["blocks"][number], ReadonlySet<string>>();

function labelsBeside(view: View, block: number): ReadonlySet<string> {
  const { blocks, sentences } = view.doc;
  const own = blocks[block] as Doc["blocks"][number];
  const known = labels.get(own);
  if (known) return known;
  let from = block;
  while (isBeside(blocks[from - 1], own)) from--;
  const found = new Set<string>();
  for (let item = from; isBeside(blocks[item], own); item++) {
    labels.set(blocks[item] as Doc["blocks"][number], found);
    const opening = sentences[firstFrom(sentences, item, (sentence) => sentence.block)];
    const label = opening?.block === item ? labelOf(view, opening) : null;
    if (label && isSide(view, label.actor)) found.add(label.actor);
  }
  return found;
}

/** Whether both are items of one list. */
const isBeside = (one: Doc["blocks"][number] | undefined, other: Doc["blocks"][number] | undefined): boolean =>
  one?.kind === "item" && one.stem === other?.stem && one.heading === other.heading;

/** Counted once a text: the sides that head a list by their name alone, "Norland:" over one and "Sudland:" over another. */
const alone = new WeakMap<View, ReadonlySet<string>>();

function sidesAlone(view: View): ReadonlySet<string> {
  const known = alone.get(view);
  if (known) return known;
  const { blocks } = view.doc;
  const over = new Set(blocks.flatMap(({ kind, stem, heading }) => (kind === "item" ? (stem ?? heading ?? []) : [])));
  const found = new Set([...over].flatMap((block) => (isSideAlone(view, block) ? (namedIn(view, block)?.actor ?? []) : [])));
  alone.set(view, found);
  return found;
}

/** "Norland:", "The Norland government": a stem or heading over a list that says no more than a name. */
function isSideAlone(view: View, block: number): boolean {
  const { tokens } = view.doc;
  const named = namedIn(view, block);
  if (!named) return false;
  const [first, last] = tokensOf(view, block);
  if (last - first > longestSide) return false;
  for (let i = first; i < last; i++) if ((i < named.first || i >= named.last) && !["DET", "PUNCT", "SYM"].includes((tokens[i] as Token).tag)) return false;
  return isSide(view, named.actor);
}

function namedIn(view: View, block: number): Mention | undefined {
  const [first, last] = tokensOf(view, block);
  return view.mentionAt.slice(first, Math.min(last, first + longestSide)).find((mention) => mention !== undefined);
}

/** The tokens of a block, the last exclusive. */
function tokensOf({ doc }: View, block: number): [number, number] {
  const { start, end } = doc.blocks[block] as Doc["blocks"][number];
  return [seek(doc.tokens, start), seek(doc.tokens, end)];
}

/** Longest heading, in tokens, that only says whose side is told. */
const longestSide = 8;

/** "Sudland's position:", "The Norland view", "The priorities of the south". */
function headsSide(view: View, { grammar: { first, last } }: Analysis): boolean {
  const { tokens } = view.doc;
  const named = view.mentionAt[first] ?? view.mentionAt[first + 1] ?? view.mentionAt.slice(first, last).find((mention) => mention !== undefined);
  if (!named || last - first > longestSide) return false;
  const others = tokens.slice(first, last).filter((_, i) => first + i < named.first || first + i >= named.last);
  return (
    others.some(({ lower }) => view.index.sideHeads.has(lower)) &&
    others.every(
      ({ lower, tag }) =>
        view.index.sideHeads.has(lower) || tag === "DET" || tag === "PUNCT" || tag === "PART" || tag === "ADJ" || lower === "of" || lower === "'s",
    )
  );
}

/** Whom a list's stem or heading names, for items whose own verb has no subject. */
export function namedAbove(view: View, block: number, lastOfBlock: ReadonlyMap<number, Analysis>): Holder {
  for (const index of blocksOver(view.doc, block)) {
    const at = lastOfBlock.get(index);
    if (!at) continue;
    for (let i = at.grammar.first; i < at.grammar.last; i++) {
      const mention = view.mentionAt[i];
      if (mention) return { via: "actor", actors: [mention.actor], token: mention.first };
    }
  }
  return nobody;
}

/** "Sudland: an end to the war": whose item it is in a list of several; nobody where no name and colon open it. */
export function labelOfItem(view: View, { marks }: Analysis): Holder {
  const label = labelOf(view, marks.sentence);
  return label ? { via: "actor", actors: [label.actor], token: label.first } : nobody;
}

const pronouns = new Set(["it", "they", "he", "she"]);

/** Rows of an item as its list gives them: a frame in the stem is held by whom the item names, what several agreed by whom it binds, and "it" at its head is whom the list is about. */
export function asListed(view: View, at: Analysis, drafts: readonly Draft[], label: Holder, above: Holder): Draft[] {
  const { first } = at.marks.sentence;
  const bound = subjectOf(view, at.marks, at.grammar, 0);
  const goesOn = above.via === "actor" && pronouns.has((view.doc.tokens[first] as Token).lower);
  return drafts.map((draft) => {
    if (label.via === "actor" && draft.at !== at) return redrafted(draft, { holder: label });
    if (bound.via === "actor" && draft.at !== at && draft.reading.op?.frame?.act === "accept") return redrafted(draft, { holder: bound });
    return goesOn && draft.at === at && draft.holder.token === first ? redrafted(draft, { holder: above }) : draft;
  });
}

/** A question for what somebody wants: of whom, and in which block. The holder is null where it is the one who answers. */
export interface Asked {
  frame: Frame;
  holder: Holder | null;
  block: number;
}

/** "And your terms?" in an interview; "What does Norland want?" in a paragraph. */
export function askedIn(view: View, at: Analysis): Asked | null {
  const { block } = at.marks.sentence;
  const { ops } = at.grammar;
  if (view.doc.blocks[block]?.kind === "turn") {
    const noun = ops.find(({ frame }) => frame?.kind === "noun" && frame.act === "demand");
    return noun?.frame ? { frame: noun.frame, holder: null, block } : null;
  }
  const verb = ops.find(({ frame, negators }) => frame?.kind === "verb" && (frame.act === "demand" || frame.act === "propose") && negators.length === 0);
  const holder = verb ? subjectOf(view, at.marks, at.grammar, verb.clause, 0, verb) : nobody;
  return verb?.frame && holder.via === "actor" ? { frame: verb.frame, holder, block } : null;
}

/** What is answered to the question: the speaker's in an interview, else theirs of whom the paragraph asks. */
export function answered(at: Analysis, cue: Draft["cue"], chain: Chain, { frame, holder, block }: Asked, speaker: Speaker): Draft[] {
  if (holder) return block === at.marks.sentence.block ? asAsked(at, cue, chain, frame, holder) : [];
  const said = speaker.attributionAt(cue.first);
  if (said?.kind !== "quote" || !said.speaker) return [];
  return asAsked(at, cue, chain, frame, { via: "speaker", actors: [said.speaker], token: null });
}

/** "Its troops left the valley", "Freed thirty prisoners": an item that tells what happened asks for nothing. */
export function tellsDeed({ doc: { tokens } }: View, { grammar }: Analysis, cue: Draft["cue"]): boolean {
  const clause = grammar.clauses[grammar.clauseAt[cue.first - grammar.first] ?? 0];
  return (
    clause?.verbs.some(({ form, first, mood }) =>
      form === "finite" ? mood === null && isPreterite(tokens[first] as Token) : form === "participle" && first === grammar.first,
    ) === true
  );
}

/** A cue with no frame of its own under a frame that stands in another sentence. */
export function asAsked(at: Analysis, cue: Draft["cue"], chain: Chain, asked: Pick<Frame, "id" | "act">, holder: Holder): Draft[] {
  const reading = readChain(chain.ops, cue.value.sign, cue.value.cue.act ?? null);
  if (!reading || (reading.act !== null && reading.mood === null) || holder.via === "none") return [];
  return [
    {
      holder,
      issue: cue.value.issue,
      stance: reading.sign > 0 ? "for" : "against",
      act: asked.act ?? "demand",
      hedged: false,
      confidence: 0.75 * cue.value.cue.weight,
      rule: `above/${asked.id}/${cue.value.issue.issue}.${cue.value.cue.id}`,
      cue,
      chain,
      reading,
      at,
      anchor: cue.first,
    },
  ];
}

/** "hard but useful": both judgements in one breath. */
export function mix(drafts: Draft[]): void {
  const judged = drafts.filter((draft) => draft.act === "assess");
  for (const draft of judged) {
    if (judged.some((other) => other.issue === draft.issue && other.stance !== draft.stance && other.holder.actors.join() === draft.holder.actors.join()))
      draft.stance = "mixed";
  }
}

/** "a ban on foreign troops, bases and depots": what turns the first of a list turns the rest of the same issue. */
export function unlist(drafts: Draft[]): void {
  for (let i = drafts.length - 1; i > 0; i--) {
    const draft = drafts[i] as Draft;
    const turned = drafts
      .slice(0, i)
      .some(
        (other) =>
          other.issue === draft.issue &&
          other.stance !== draft.stance &&
          other.reading.op === draft.reading.op &&
          other.reading.frames.length > draft.reading.frames.length,
      );
    if (turned) drafts.splice(i, 1);
  }
}

/** Of two rows of one frame that say opposite things of one issue, the less sure is a word of the other: "drop the case in the courts". */
export function agree(drafts: Draft[]): void {
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i] as Draft;
    const surer = drafts.some(
      (other) =>
        other !== draft &&
        other.issue === draft.issue &&
        other.reading.op !== null &&
        other.reading.op === draft.reading.op &&
        other.stance !== draft.stance &&
        other.stance !== "mixed" &&
        draft.stance !== "mixed" &&
        other.holder.actors.join() === draft.holder.actors.join() &&
        (other.confidence > draft.confidence || (other.confidence === draft.confidence && other.cue.first < draft.cue.first)),
    );
    if (surer) drafts.splice(i, 1);
  }
}
