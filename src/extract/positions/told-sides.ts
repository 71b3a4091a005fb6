// The one side of whose doings a sentence tells: for whom a nameless office holder or a person without a country speaks in it. Null where it tells of several.
import { seek } from "../seek.ts";
import type { Attribution, Range, Token } from "../types.ts";
import { isPossessive } from "./coordination.ts";
import { isAgent, prepositions } from "./subjects.ts";
import { type Holder, nobody, type View } from "./view.ts";

/** What somebody else must or might do is told by its adversaries too. */
const obliging = new Set(["must", "should", "ought", "need", "needs", "can", "could", "may", "might", "continue", "continues"]);

/** Entity id of the only state or movement that has a predicate in sentence `s` outside of `except`; what others must do is no doing. */
export function sideTold(view: View, s: number, except: Range | null): string | null {
  const sentence = view.doc.sentences[s];
  if (!sentence) return null;
  let found: string | null = null;
  for (let i = sentence.first; i < sentence.last; i++) {
    const mention = view.mentionAt[i];
    if (!mention || mention.first !== i || mention.form === "pronoun" || (except && mention.start < except.end && mention.end > except.start)) continue;
    const entity = view.cast.entities.get(mention.actor);
    if (!mention.acts || !entity || entity.party !== entity.id || isPossessive(view, mention) || !doesSomething(view, mention.first, mention.last)) continue;
    if (found !== null && found !== entity.id) return null;
    found = entity.id;
  }
  return found;
}

function doesSomething({ doc: { tokens } }: View, first: number, last: number): boolean {
  const before = tokens[first - 1]?.lower ?? "";
  if ((prepositions.has(before) || before === "which") && tokens[first - 1]?.sentence === tokens[first]?.sentence) return false;
  for (let i = last; i < last + 3; i++) {
    const { tag, lower } = (tokens[i] ?? tokens[last - 1]) as Token;
    if (tag === "AUX" || tag === "VERB") return !obliging.has(lower) && !lower.endsWith("ing") && tokens[i + 1]?.lower !== "to";
    if (tag !== "ADV") return false;
  }
  return false;
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
