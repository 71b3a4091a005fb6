// Rounds as a calendar (RFC 5545): a whole-day event for each round whose days are known. Reads no clock.
import type { Participant, Round } from "../domain/resources/rounds.ts";
import type { RoundStatus } from "../domain/vocabulary.ts";
import type { ExportedList, ExportRow, Format } from "./format.ts";

export const icalendar: Format = {
  name: "ics",
  suffix: ".ics",
  media_type: "text/calendar",
  media_parameters: "charset=utf-8; component=VEVENT",
  description: "A calendar (RFC 5545) to subscribe to: a whole-day event for each round whose days are known; rounds without a date are left out.",
  resources: ["rounds"],
  takes: [],
  write,
};

/** What a calendar without an event holds: RFC 5545 wants at least one component, and a time zone that nothing refers to shows nowhere. */
const noEvent = [
  ...["BEGIN:VTIMEZONE", "TZID:UTC"],
  ...["BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD"],
  "END:VTIMEZONE",
];

async function* write(batches: AsyncIterable<readonly ExportRow[]>, { origin }: ExportedList): AsyncGenerator<string> {
  yield lines(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Parley//Negotiation rounds//EN", "CALSCALE:GREGORIAN", "X-WR-CALNAME:Negotiation rounds"]);
  let isEmpty = true;
  for await (const rows of batches) {
    const events = rows.map((row) => event(row as unknown as Round, origin)).join("");
    isEmpty &&= events === "";
    yield events;
  }
  yield lines([...(isEmpty ? noEvent : []), "END:VCALENDAR"]);
}

/** How sure an event is, and how far it has come: SEQUENCE grows as a round goes from plan to outcome, so that a later state replaces an earlier one. */
const states: Record<RoundStatus, { status: string; sequence: number }> = {
  unclear: { status: "TENTATIVE", sequence: 0 },
  planned: { status: "TENTATIVE", sequence: 1 },
  ongoing: { status: "CONFIRMED", sequence: 2 },
  held: { status: "CONFIRMED", sequence: 3 },
  cancelled: { status: "CANCELLED", sequence: 3 },
};

/**
 * One VEVENT; empty where the days are not known. DTSTAMP must be there and in UTC. It is the first day, the same in every answer: the time of asking would
 * make each answer another one, and the time of the last ingest would call every event revised when one was.
 */
function event(round: Round, origin: string): string {
  const first = round.when_from ?? round.when_to;
  const last = round.when_to ?? round.when_from;
  if (first === null || last === null || !isDay(first) || !isDay(last)) return "";
  const { status, sequence } = states[round.status];
  const geo = round.latitude === null || round.longitude === null ? [] : [`GEO:${round.latitude};${round.longitude}`];
  const place = [round.place, round.country].filter((part) => part !== null).join(", ");
  return lines([
    "BEGIN:VEVENT",
    `UID:round-${escapeText(round.id)}@parley`,
    `DTSTAMP:${plain(first)}T000000Z`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${plain(first)}`,
    `DTEND;VALUE=DATE:${plain(dayAfter(last))}`,
    `STATUS:${status}`,
    "TRANSP:TRANSPARENT",
    `SUMMARY:${escapeText(summary(round))}`,
    ...(place === "" ? [] : [`LOCATION:${escapeText(place)}`]),
    ...geo,
    `CATEGORIES:${escapeText(round.kind)}`,
    `DESCRIPTION:${escapeText(description(round))}`,
    ...(origin === "" ? [] : [`URL:${origin}/v1/rounds/${encodeURIComponent(round.id)}`]),
    "END:VEVENT",
  ]);
}

/** "Talks in Northtown: Norland, Southmark". */
function summary({ kind, place, participants }: Round): string {
  const names = [...new Set(participants.filter(isPrincipal).map(({ party_name, actor_name }) => party_name ?? actor_name))];
  const title = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}${place === null ? "" : ` in ${place}`}`;
  return names.length === 0 ? title : `${title}: ${names.join(", ")}`;
}

const isPrincipal = ({ role }: Participant): boolean => role !== "host" && role !== "observer";

function description({ status, format, when, participants, issue_ids, outcome }: Round): string {
  return [
    `Status: ${status}. Format: ${format}. Date as reported: ${when}.`,
    participants.length === 0 ? "" : `Participants: ${participants.map(({ actor_name, role }) => `${actor_name} (${role})`).join(", ")}.`,
    issue_ids.length === 0 ? "" : `Agenda: ${issue_ids.join(", ")}.`,
    outcome ?? "",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day);
const plain = (day: string): string => day.replaceAll("-", "");
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** TEXT (RFC 5545, 3.3.11). */
const escapeText = (text: string): string =>
  text
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

const lines = (all: readonly string[]): string => all.map((line) => `${fold(line)}\r\n`).join("");

/** A content line of at most 75 octets; longer ones go on after a line break and a blank, never inside a character. */
export function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (octets + size > 75) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return folded;
}
