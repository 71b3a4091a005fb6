// Lists and interviews: what stands over a cue in another sentence, and rows of one sentence set against each other.
import type { Frame } from "../../domain/codebook/frames.ts";
import type { Doc } from "../types.ts";
import { type Chain, chainAtEnd } from "./chains.ts";
import type { Analysis, Draft, Speaker } from "./rows.ts";
import { readChain } from "./stance.ts";

/** The chain that a list's stem, or the heading above it, puts over its items. */
export function introduction(doc: Doc, block: number, lastOfBlock: ReadonlyMap<number, Analysis>): { chain: Chain; at: Analysis } | null {
  const item = doc.blocks[block];
  for (const index of [item?.stem ?? null, item?.heading ?? null]) {
    const at = index === null ? undefined : lastOfBlock.get(index);
    if (!at) continue;
    const chain = chainAtEnd(doc.tokens, at.grammar);
    if (chain.ops.some((op) => op.frame?.act || op.verb?.mood)) return { chain, at };
  }
  return null;
}

/** In an interview, what is answered to "And your terms?" is the speaker's. */
export function answered(at: Analysis, cue: Draft["cue"], chain: Chain, asked: Frame, speaker: Speaker): Draft[] {
  const reading = readChain(chain.ops, cue.value.sign, cue.value.cue.act ?? null);
  const said = speaker.attributionAt(cue.first);
  if (!reading || reading.act !== null || said?.kind !== "quote" || !said.speaker) return [];
  return [
    {
      holder: { via: "speaker", actors: [said.speaker], token: null },
      issue: cue.value.issue,
      stance: reading.sign > 0 ? "for" : "against",
      act: asked.act ?? "demand",
      hedged: false,
      confidence: 0.75 * cue.value.cue.weight,
      rule: `answer/${asked.id}/${cue.value.issue.issue}.${cue.value.cue.id}`,
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
