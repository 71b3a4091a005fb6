// Positions or rounds as a feed (Atom, RFC 4287). Reads no clock: what the standard calls updated is the day that a row itself gives.
import { dayBounds } from "../domain/dates.ts";
import type { Position } from "../domain/resources/positions.ts";
import type { Round } from "../domain/resources/rounds.ts";
import type { ExportedList, ExportRow, Format } from "./format.ts";
import { element, escapeXml } from "./xml.ts";

export const atom: Format = {
  name: "atom",
  suffix: ".atom",
  media_type: "application/atom+xml",
  media_parameters: "charset=utf-8",
  description: "A feed (Atom, RFC 4287) to subscribe to, an entry a row. Give it a `limit`: without one it holds the whole list.",
  resources: ["positions", "rounds"],
  takes: [],
  write,
};

/** The update time of what has no date. */
const epoch = "1970-01-01";

interface Entry {
  title: string;
  /** ISO day. */
  updated: string;
  summary: string;
  author: string;
  categories: string[];
}

/** The feed's own update time is that of its newest entry, so it comes last; the standard leaves the order open. */
async function* write(batches: AsyncIterable<readonly ExportRow[]>, { resource, url, origin }: ExportedList): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n`;
  yield `${text("id", `urn:parley:list:${encodeURIComponent(url)}`)}\n${text("title", `Parley: ${resource.name}`)}\n${element("link", { rel: "self", href: origin + url, type: "application/atom+xml" })}\n`;
  let newest = epoch;
  for await (const rows of batches) {
    const entries = rows.map((row) => {
      const entry = resource.name === "rounds" ? ofRound(row as unknown as Round) : ofPosition(row as unknown as Position);
      if (entry.updated > newest) newest = entry.updated;
      return written(`${origin}/v1/${resource.name}`, resource.singular, row.id, entry);
    });
    yield entries.join("");
  }
  yield `${text("updated", time(newest))}\n</feed>\n`;
}

function written(list: string, singular: string, id: string, { title, updated, summary, author, categories }: Entry): string {
  const parts = [
    text("id", `urn:parley:${singular}:${encodeURIComponent(id)}`),
    text("title", title),
    text("updated", time(updated)),
    element("author", {}, text("name", author)),
    element("link", { rel: "alternate", href: `${list}/${encodeURIComponent(id)}`, type: "application/json" }),
    ...categories.map((term) => element("category", { term })),
    text("summary", summary),
  ];
  return `<entry>${parts.join("")}</entry>\n`;
}

const text = (name: string, content: string): string => `<${name}>${escapeXml(content)}</${name}>`;
const time = (day: string): string => `${day}T00:00:00Z`;
/** The first usable day among reported dates. */
const dayOf = (...dates: (string | null)[]): string => dates.map((date) => dayBounds(date).from).find((day) => day !== null && /^\d{4}-/.test(day)) ?? epoch;

function ofPosition({
  actor_name,
  issue_label,
  issue_id,
  topic_id,
  stance,
  act,
  evidence,
  source_name,
  published,
  stated,
  conditional,
  hedged,
}: Position): Entry {
  const marks = [act, ...(conditional ? ["conditional"] : []), ...(hedged ? ["hedged"] : [])].join(", ");
  return {
    title: `${actor_name}: ${stance} — ${issue_label} (${marks})`,
    updated: dayOf(published, stated),
    summary: evidence.map(({ quote }) => `“${quote}”`).join(" … "),
    author: source_name,
    categories: [topic_id, issue_id, stance],
  };
}

function ofRound({ kind, status, format, place, when, participants, outcome }: Round): Entry {
  const names = [...new Set(participants.map(({ party_name, actor_name }) => party_name ?? actor_name))].join(", ");
  return {
    title: [`${kind}${place === null ? "" : ` in ${place}`}`, names].filter((part) => part !== "").join(": "),
    updated: dayOf(when),
    summary: [`${status}, ${format}${when === null ? "" : `, ${when}`}.`, outcome ?? ""].join(" ").trim(),
    author: "Parley",
    categories: [kind, status],
  };
}
