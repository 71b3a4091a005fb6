// Who sat at talks of which he speaks, though no sentence puts him there. Finds no meeting.
import { daysBetween } from "../../domain/dates.ts";
import { boundsOf } from "../dates/calendar.ts";
import { partyOf } from "../party.ts";
import type { Entity } from "../types.ts";
import type { Draft } from "./merge.ts";
import { partiesOf, type Sight } from "./sight.ts";
import { isHeadTitle, type RoundsIndex } from "./words.ts";

/** Days for which talks are the news. */
const fresh = 3;

/** "A called the talks constructive": who speaks of talks that his party is at, save spokesmen, and heads where none met. */
export function speakersOf({ said, cast, index }: Sight, sentence: number, draft: Draft): string[] {
  if (!isHeldTalks(draft)) return [];
  const parties = partiesOf(draft.people, cast);
  return (said[sentence] ?? []).flatMap(({ speaker }) => {
    const entity = speaker ? cast.entities.get(speaker) : undefined;
    if (entity?.kind !== "person" || !parties.has(partyOf(entity) ?? "") || entity.roles.length === 0) return [];
    return sitsAtNone(entity, index) ? [] : [entity.id];
  });
}

/** Who speaks anywhere in the text and is of an office that negotiates, of the parties to the talks that are its news. */
export function newsmakers({ said, cast, index, anchor }: Sight, draft: Draft): string[] {
  const { to } = boundsOf(draft.when);
  const gap = to === null || anchor === null || anchor.length < 10 || anchor.startsWith("X") ? 0 : daysBetween(to, anchor);
  if (!isHeldTalks(draft) || !(gap >= 0 && gap <= fresh)) return [];
  const parties = partiesOf(draft.people, cast);
  const speakers = new Set(said.flat().flatMap(({ speaker }) => speaker ?? []));
  return [...speakers].filter((id) => {
    const entity = cast.entities.get(id);
    return entity?.kind === "person" && parties.has(partyOf(entity) ?? "") && negotiates(entity, index);
  });
}

/** Talks that some report does not tell as planned or cancelled. */
function isHeldTalks({ kind, reports }: Draft): boolean {
  return kind === "talks" && !reports.every(({ status }) => status === "planned" || status === "cancelled");
}

/** A head of state or government, or of an office that speaks of talks and sits at none. */
function sitsAtNone({ id, roles }: Entity, index: RoundsIndex): boolean {
  return index.heads.has(id) || isOf(roles, index.apartTitles) || roles.some((role) => isHeadTitle(role, index.headTitles));
}

/** Of an office that sends its holder to talks, and at the head of no state. */
function negotiates(entity: Entity, index: RoundsIndex): boolean {
  return !sitsAtNone(entity, index) && isOf(entity.roles, index.tableTitles);
}

function isOf(roles: readonly string[], words: readonly string[]): boolean {
  return roles.some((role) => words.some((word) => role.toLowerCase().includes(word)));
}
