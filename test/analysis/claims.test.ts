// What articles claim of a round: versions, disputes, and the reason for the one that is shown.
import { describe, expect, it } from "vitest";
import { claimsOf } from "../../src/analysis/claims.ts";
import type { ClaimFact } from "../../src/domain/analysis/claims.ts";
import type { Participant, RoundReport } from "../../src/domain/resources/rounds.ts";

const who = (...parties: string[]): Participant[] => parties.map((id) => ({ actor_id: id, actor_name: id, party_id: id, party_name: id, role: "delegate" }));

const round = {
  when: "2025-11-23",
  place: "Geneva" as string | null,
  country: "CH",
  kind: "talks" as const,
  status: "held" as const,
  format: "bilateral" as const,
  participants: who("norland", "southmark"),
  provisional: true,
};

let made = 0;
type Report = Parameters<typeof claimsOf>[1][number];
function report(changes: Partial<RoundReport> = {}): Report {
  made++;
  const { provisional: _, ...facts } = round;
  const evidence = [{ id: `e${made}`, start: 0, end: 4, quote: "They", prefix: "", suffix: "" }];
  return { id: `r${made}`, article_id: `a${made}`, source_id: `source-${made}`, label: null, evidence, ...facts, ...changes };
}

function claim(fact: ClaimFact, reports: Report[], changes: Partial<typeof round> = {}) {
  const found = claimsOf({ ...round, ...changes }, reports).find((one) => one.fact === fact);
  if (!found) throw new Error("no claim");
  return found;
}

describe("a claim", () => {
  it("has each version with its articles, sources and evidence, the shown one first", () => {
    const reports = [report({ place: "Bern", id: "x", article_id: "ax", source_id: "s2" }), report({ source_id: "s1" }), report({ source_id: "s1" })];
    const { versions, shown, why, disputed } = claim("place", reports);
    expect([shown, why, disputed]).toEqual(["Geneva", "most_reports", true]);
    expect(versions.map(({ value, shown, reports, source_ids }) => [value, shown, reports, source_ids])).toEqual([
      ["Geneva", true, 2, ["s1"]],
      ["Bern", false, 1, ["s2"]],
    ]);
    expect(versions[1]).toMatchObject({ report_ids: ["x"], article_ids: ["ax"], evidence_ids: [expect.stringMatching(/^e/)] });
  });

  it("says why a version is shown", () => {
    expect(claim("place", [report()]).why).toBe("only_version");
    expect(claim("place", [report(), report({ place: "Bern" })], { provisional: false }).why).toBe("codebook");
    expect(claim("place", [report({ place: "Bern" }), report()], { place: "Bern" }).why).toBe("first_of_equals");
    expect(claim("place", [report({ place: null })], { place: null })).toMatchObject({ shown: null, why: "not_told", versions: [] });
    expect(claim("status", [report({ status: "planned" }), report({ status: "planned" }), report()]).why).toBe("latest_stage");
    expect(claim("participants", [report(), report({ participants: who("norland") })]).why).toBe("everyone_named");
    expect(claim("label", [report({ label: "third round" })])).toMatchObject({ shown: null, why: "never_shown" });
  });

  it("takes spellings of one place for one version", () => {
    expect(claim("place", [report(), report({ place: "geneva" })]).versions).toHaveLength(1);
  });
});

describe("a dispute", () => {
  it("is about days that cannot be the same", () => {
    expect(claim("when", [report(), report({ when: "2025-11-25" })]).disputed).toBe(true);
  });
  it("is about who was there where each names somebody whom the other lacks", () => {
    expect(claim("participants", [report(), report({ participants: who("norland", "eastia") })]).disputed).toBe(true);
  });
  it("is about the number of a round, a cancelled round that was held, a format", () => {
    expect(claim("label", [report({ label: "third round" }), report({ label: "second round" })]).disputed).toBe(true);
    expect(claim("status", [report(), report({ status: "cancelled" })]).disputed).toBe(true);
    expect(claim("format", [report(), report({ format: "trilateral" })]).disputed).toBe(true);
  });

  it("is no vaguer date, shorter list, wider place or earlier stage", () => {
    expect(claim("when", [report(), report({ when: "2025-11" })]).disputed).toBe(false);
    expect(claim("when", [report(), report({ when: "XXXX-11-23" })]).disputed).toBe(false);
    expect(claim("participants", [report(), report({ participants: who("norland") })]).disputed).toBe(false);
    expect(claim("place", [report(), report({ place: "Geneva region" })]).disputed).toBe(false);
    expect(claim("status", [report(), report({ status: "planned" })]).disputed).toBe(false);
    expect(claim("kind", [report(), report({ kind: "summit" })]).disputed).toBe(false);
    expect(claim("label", [report({ label: "second round" }), report({ label: "second meeting" })]).disputed).toBe(false);
  });
  it("is no difference within one source", () => {
    expect(claim("place", [report({ source_id: "s" }), report({ source_id: "s", place: "Bern" })]).disputed).toBe(false);
  });
  it("is nothing where an article does not say", () => {
    expect(claim("format", [report(), report({ format: "unclear" })]).disputed).toBe(false);
    expect(claim("country", [report(), report({ country: null })]).disputed).toBe(false);
  });
});
