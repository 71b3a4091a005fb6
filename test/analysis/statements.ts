// Statements made by hand for tests of analysis. An invented war.
import type { Held, Statement } from "../../src/domain/analysis/statements.ts";

let made = 0;

/** A statement of Norland for a ceasefire on 1 March 2025, told by the Daily Post, with the given changes. */
export function statement(changes: Partial<Statement> & { day?: string } = {}): Statement {
  const { day, ...rest } = changes;
  const on = day ?? "2025-03-01";
  const party = rest.party_id === undefined ? "norland" : rest.party_id;
  made++;
  return {
    id: `p${String(made).padStart(4, "0")}`,
    actor_id: party ?? "norland",
    actor_name: party ?? "norland",
    party_id: party,
    party_name: party,
    issue_id: "ceasefire",
    topic_id: "fighting",
    stance: "for",
    act: "support",
    target_id: null,
    conditional: false,
    condition: null,
    hedged: false,
    past: false,
    attribution: "statement",
    speaker_id: null,
    article_id: `a${made}`,
    source_id: "daily-post",
    source_name: "Daily Post",
    cited_source_id: null,
    stated: on,
    stated_from: on,
    stated_to: on,
    confidence: 0.8,
    ...rest,
  };
}

/** A statement without a date. */
export const undated = (changes: Partial<Statement> = {}): Statement => statement({ stated: null, stated_from: null, stated_to: null, ...changes });

export const issues = [
  { id: "ceasefire", label: "Ceasefire", topic: "fighting" },
  { id: "withdrawal", label: "Withdrawal", topic: "fighting" },
  { id: "prisoners", label: "Prisoners", topic: "people" },
];
export const topics = [
  { id: "fighting", label: "Fighting" },
  { id: "people", label: "People" },
];

/** How much each party said on each issue. */
export function countHeld(statements: readonly Statement[]): Held[] {
  const counts = new Map<string, Held>();
  for (const { party_id, actor_id, issue_id } of statements) {
    const holder_id = party_id ?? actor_id;
    const known = counts.get(`${holder_id} ${issue_id}`);
    counts.set(`${holder_id} ${issue_id}`, { holder_id, issue_id, statements: (known?.statements ?? 0) + 1 });
  }
  return [...counts.values()];
}
