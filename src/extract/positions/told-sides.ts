// The one side of whose doings a sentence tells: for whom a nameless office holder or a person without a country speaks in it. Null where it tells of several.
import { isToldOf, onlySide } from "../actors/told.ts";
import { seek } from "../seek.ts";
import type { Attribution, Range, Token } from "../types.ts";
import { isAgent } from "./subjects.ts";
import { type Holder, nobody, type View } from "./view.ts";

/** Entity id of the only state or movement of whose doings sentence `s` tells outside of `except`. */
export function sideTold(view: View, s: number, except: Range | null): string | null {
  const sentence = view.doc.sentences[s];
  const told: string[] = [];
  for (let i = sentence?.first ?? 0; i < (sentence?.last ?? 0); i++) {
    const mention = view.mentionAt[i];
    if (!mention || mention.first !== i || (except && mention.start < except.end && mention.end > except.start)) continue;
    if (isToldOf(view.doc, mention, view.cast.entities.get(mention.actor))) told.push(mention.actor);
  }
  return onlySide(told);
}

/** "Norland will not sign, the minister said": with no speaker known, the side of which an office holder tells. */
export function officeHolder(view: View, said: Attribution | null): Holder {
  if (!said?.source || said.speaker || said.kind === "media") return nobody;
  const { tokens } = view.doc;
  for (let i = seek(tokens, said.source.start); i < tokens.length && (tokens[i] as Token).end <= said.source.end; i++) {
    const token = tokens[i] as Token;
    if (token.lower.endsWith("s") || !isAgent(view, token)) continue;
    const side = sideTold(view, token.sentence, said.source);
    return side ? { via: "actor", actors: [side], token: null } : nobody;
  }
  return nobody;
}
