// The closing table of an ingest, for people. Machines read the report itself (--json).
import type { IngestReport } from "../ingest/ingest.ts";

/** Lines of the table: what was read, what came of it, what was skipped and why. */
export function reportLines(report: IngestReport): string[] {
  const { read, added, updated, known, skipped, notes, found } = report;
  const row = (label: string, count: number) => `${label.padEnd(11)}${String(count).padStart(7)}`;
  const outcomes = report.dry_run ? [] : [row("  added", added), row("  updated", updated), row("  known", known)];
  return [
    row("read", read),
    ...outcomes,
    row("skipped", skipped.length),
    ...skipped.map(({ path, reason }) => `  ${path} ${reason}`),
    `found${report.dry_run ? "" : " in added and updated articles"}`,
    row("  actors", found.actors),
    row("  rounds", found.rounds),
    row("  positions", found.positions),
    ...(notes.length > 0 ? [`${notes.length} notes on what reading left out or doubted: --json lists them`] : []),
    ...(report.dry_run ? ["dry run: nothing was written"] : []),
    ...(report.stopped ? ["stopped before the end: the articles above are stored, the others were not read"] : []),
  ];
}
