// Speech that goes on: "he added", "the envoy said", "the statement reads" after somebody's words. Fills a speaker whom no mention names; changes no other.
import { saidBy } from "../copies.ts";
import { seek } from "../seek.ts";
import type { Attribution, Cast, Doc, Entity } from "../types.ts";
import type { AttributionIndex } from "./compile.ts";

/** How many sentences back the speech that goes on may stand. */
const reach = 2;

/** `attributions` in text order. */
export function resume(doc: Doc, cast: Cast, index: AttributionIndex, attributions: readonly Attribution[]): Attribution[] {
  let last: { speaker: string; sentence: number } | null = null;
  return attributions.map((attribution) => {
    const start = attribution.source?.start ?? attribution.cue?.start ?? attribution.content[0]?.start ?? 0;
    const sentence = seek(doc.sentences, start + 1) - 1;
    const who = attribution.source && doc.text.slice(attribution.source.start, attribution.source.end).toLowerCase();
    const near =
      last && sentence - last.sentence <= reach && (doc.sentences[sentence]?.block ?? 0) - (doc.sentences[last.sentence]?.block ?? 0) <= 1 ? last : null;
    const entity = near ? cast.entities.get(near.speaker) : undefined;
    const goesOn = attribution.speaker === null && who !== null && entity !== undefined && canBe(entity, who, index);
    const speaker = goesOn ? entity.id : attribution.speaker;
    if (speaker !== null && attribution.within === null) last = { speaker, sentence };
    return goesOn ? saidBy(attribution, speaker) : attribution;
  });
}

/** Whether a pronoun or "the envoy", "the statement" can stand for who spoke last. */
function canBe({ kind, gender }: Entity, who: string, { documents, mouthpieces }: AttributionIndex): boolean {
  if (who === "he" || who === "she") return kind === "person" && (gender === null || gender === who);
  if (who === "it") return kind === "state" || kind === "organisation";
  const [article, noun, ...rest] = who.split(" ");
  if (article !== "the" || noun === undefined || rest.length > 0) return false;
  return documents.has(noun) || (mouthpieces.has(noun) && kind !== "state");
}
