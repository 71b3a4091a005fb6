// At whose head a person travels: "a delegation of A, led by X" speaks for A, whatever else X is. Adds nobody to a round.
import { partyOf } from "../party.ts";
import type { Mention, Token } from "../types.ts";
import { within } from "./people.ts";
import type { Sight } from "./sight.ts";

/** How far, in tokens, the person may stand behind "led by": titles are long. */
const reach = 14;

/** "a delegation of A to B, led by X": where a team goes or sits is not whose it is. */
const goal = new Set(["to", "in", "at", "from"]);

/** The party that a person leads a team of, by the person's id. Only persons of whom the text says so, with no verb between the team and "led by". */
export function headsOf({ doc: { tokens, sentences }, cast, mentions, index }: Sight): Map<string, string> {
  const heads = new Map<string, string>();
  const isPerson = ({ actor }: Mention) => cast.entities.get(actor)?.kind === "person";
  for (const { first, last } of sentences) {
    for (let i = first; i < last - 1; i++) {
      if (!index.lead.has((tokens[i] as Token).lower) || (tokens[i + 1] as Token).lower !== "by") continue;
      const person = within(mentions, i + 2, Math.min(last, i + reach)).find(isPerson);
      const team = within(mentions, first, i).findLast(
        (mention) => mention.acts && !isPerson(mention) && !goal.has((tokens[mention.first - 1] as Token | undefined)?.lower ?? ""),
      );
      if (team && tokens.slice(team.last, i).some(({ tag }) => tag === "VERB")) continue;
      const party = team ? partyOf(cast.entities.get(team.actor)) : null;
      if (person && party !== null) heads.set(person.actor, party);
    }
  }
  return heads;
}
