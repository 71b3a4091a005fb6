// Findings put together: the same row told again gains evidence, a point of a paper counts instead of the paper. Drops nothing else.
import type { Range } from "../types.ts";
import type { PositionIndex } from "./compile.ts";
import type { PositionFinding } from "./types.ts";
import type { View } from "./view.ts";

const strength = ["quote", "statement", "officials", "media", "author"];

/** A row's identity is actor, issue and stance, with the target on directed issues; past and present stances stay apart. In text order. */
export function merge(findings: readonly PositionFinding[], index: PositionIndex): PositionFinding[] {
  const byKey = new Map<string, { row: PositionFinding; evidence: Range[] }>();
  for (const finding of findings) {
    const key = [finding.actor, finding.issue, finding.stance, finding.past, index.directed.has(finding.issue) ? finding.target : ""].join("|");
    const known = byKey.get(key);
    if (known) {
      known.row = joined(known.row, finding);
      known.evidence.push(...finding.evidence);
    } else byKey.set(key, { row: finding, evidence: [...finding.evidence] });
  }
  return [...byKey.values()].map(({ row, evidence }) => told(row, row.attribution, row.conditional, row.condition, distinct(evidence)));
}

/** The surer telling gives the row's fields. */
function joined(a: PositionFinding, b: PositionFinding): PositionFinding {
  const [main, other] = b.confidence > a.confidence ? [b, a] : [a, b];
  const attribution = strength.indexOf(other.attribution.kind) < strength.indexOf(main.attribution.kind) && !main.hedged ? other.attribution : main.attribution;
  return told(main, attribution, a.conditional || b.conditional, main.condition ?? other.condition, main.evidence);
}

/** The same row, otherwise told. */
function told(
  { actor, party, issue, stance, act, target, hedged, past, confidence, rule }: PositionFinding,
  attribution: PositionFinding["attribution"],
  conditional: boolean,
  condition: string | null,
  evidence: Range[],
): PositionFinding {
  return { actor, party, issue, stance, act, target, conditional, condition, hedged, past, attribution, confidence, rule, evidence };
}

function distinct(ranges: readonly Range[]): Range[] {
  return [...new Map(ranges.map((range) => [`${range.start}-${range.end}`, range])).values()].sort((a, b) => a.start - b.start);
}

/** "accepted a draft with a truce in it": where the same words show a row on what is in a paper, none is made of the paper as a whole. */
export function withoutPapers({ index }: View, found: readonly PositionFinding[]): PositionFinding[] {
  const isPaper = ({ issue }: PositionFinding): boolean => index.issues.get(issue)?.container === true;
  return found.filter(
    (row) =>
      !isPaper(row) ||
      !found.some(
        (other) =>
          !isPaper(other) &&
          other.actor === row.actor &&
          other.evidence[0]?.start === row.evidence[0]?.start &&
          other.evidence[0]?.end === row.evidence[0]?.end,
      ),
  );
}
