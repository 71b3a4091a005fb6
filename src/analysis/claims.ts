// What the articles claim of a round, fact by fact, where they contradict each other, and why one version is shown first. Pure.
// The choice itself is made when the record is settled (src/store/round-facts.ts); this says which rule made it.
import { type Claim, type ClaimFact, type ClaimVersion, claimFacts } from "../domain/analysis/claims.ts";
import { compareText, groupBy } from "../domain/collect.ts";
import { dayBounds } from "../domain/dates.ts";
import { slug } from "../domain/ids.ts";
import type { Participant, Round, RoundReport } from "../domain/resources/rounds.ts";

type Told = Pick<Round, "when" | "place" | "country" | "kind" | "status" | "format" | "participants">;
type Report = Told & Pick<RoundReport, "id" | "article_id" | "source_id" | "label" | "evidence">;

/** A claim for every fact, in the order of `claimFacts`. */
export function claimsOf(round: Told & Pick<Round, "provisional">, reports: readonly Report[]): Claim[] {
  return claimFacts.map((fact): Claim => {
    const shown = fact === "label" ? null : toldOf(round, fact);
    const versions = versionsOf(fact, reports, shown);
    return { fact, shown, why: whyShown(fact, shown, round.provisional, versions), disputed: isDisputed(fact, versions), versions };
  });
}

type Value = Claim["shown"];

/** What a telling says of a fact; null where it does not say. `unclear` says nothing. */
function toldOf(told: Told & { label?: string | null }, fact: ClaimFact): Value {
  if (fact === "participants") {
    const parties = partiesOf(told.participants);
    return parties.length > 0 ? parties : null;
  }
  const value = told[fact] ?? null;
  return value === "unclear" ? null : value;
}

const partiesOf = (participants: readonly Participant[]): string[] =>
  [...new Set(participants.filter(({ role }) => role !== "host" && role !== "observer").map(({ actor_id, party_id }) => party_id ?? actor_id))].sort(
    compareText,
  );

/** Spellings that differ in case or accents are one version. */
const keyOf = (fact: ClaimFact, value: Value): string =>
  Array.isArray(value) ? value.join(" ") : fact === "place" || fact === "label" ? slug(value ?? "") : (value ?? "");

function versionsOf(fact: ClaimFact, reports: readonly Report[], shown: Value): ClaimVersion[] {
  const saying = reports.filter((report) => toldOf(report, fact) !== null);
  const versions = [...groupBy(saying, (report) => keyOf(fact, toldOf(report, fact)))].map(([key, own]) => ({
    key,
    version: {
      value: toldOf(own[0] as Report, fact) as ClaimVersion["value"],
      shown: shown !== null && key === keyOf(fact, shown),
      reports: own.length,
      report_ids: own.map(({ id }) => id),
      article_ids: own.map(({ article_id }) => article_id),
      source_ids: [...new Set(own.map(({ source_id }) => source_id))].sort(compareText),
      evidence_ids: own.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
    },
  }));
  versions.sort((a, b) => Number(b.version.shown) - Number(a.version.shown) || b.version.reports - a.version.reports || compareText(a.key, b.key));
  return versions.map(({ version }) => version);
}

function whyShown(fact: ClaimFact, shown: Value, provisional: boolean, versions: readonly ClaimVersion[]): Claim["why"] {
  if (fact === "label") return versions.length === 0 ? "not_told" : "never_shown";
  if (!provisional) return "codebook";
  if (shown === null || versions.length === 0) return "not_told";
  if (versions.length === 1) return "only_version";
  if (fact === "participants") return "everyone_named";
  if (fact === "status" && new Set(versions.map(({ value }) => stage(String(value)))).size > 1) return "latest_stage";
  const [first, second] = versions as [ClaimVersion, ClaimVersion, ...ClaimVersion[]];
  return first.reports > second.reports ? "most_reports" : "first_of_equals";
}

/** How far a round has come: a later stage follows from an earlier one. */
const stage = (status: string): number => ({ planned: 1, ongoing: 2, held: 3, cancelled: 3 })[status] ?? 0;

/** Whether two versions contradict each other and not all of their articles are of one source. */
function isDisputed(fact: ClaimFact, versions: readonly ClaimVersion[]): boolean {
  return versions.some((a, at) =>
    versions.slice(at + 1).some((b) => new Set([...a.source_ids, ...b.source_ids]).size > 1 && contradicts[fact](a.value, b.value)),
  );
}

const text = (value: ClaimVersion["value"]): string => String(value);
const parts = (value: ClaimVersion["value"]): Set<string> => new Set(Array.isArray(value) ? value : slug(value).split("-"));
/** Whether neither holds everything that the other holds. */
const apart = (a: ClaimVersion["value"], b: ClaimVersion["value"]): boolean => {
  const [ours, theirs] = [parts(a), parts(b)];
  return [...ours].some((part) => !theirs.has(part)) && [...theirs].some((part) => !ours.has(part));
};

/** What is a contradiction, fact by fact; called on versions that differ. */
const contradicts: Record<ClaimFact, (a: ClaimVersion["value"], b: ClaimVersion["value"]) => boolean> = {
  /** Days that cannot be the same. Dates without a year rule nothing out. */
  when: (a, b) => {
    const [one, other] = [dayBounds(text(a)), dayBounds(text(b))];
    return (one.from !== null && other.to !== null && one.from > other.to) || (other.from !== null && one.to !== null && other.from > one.to);
  },
  /** A town is no other place than its region by the same name. */
  place: apart,
  country: () => true,
  /** Any meeting may be called talks. */
  kind: (a, b) => a !== "talks" && b !== "talks",
  /** A plan that came about, or was called off, was still a plan. */
  status: (a, b) => [a, b].includes("cancelled") && ([a, b].includes("held") || [a, b].includes("ongoing")),
  format: () => true,
  /** An article need not name everybody. */
  participants: apart,
  /** The number comes first: "second round" is no other than "second meeting". */
  label: (a, b) => apart(a, b) && slug(text(a)).split("-")[0] !== slug(text(b)).split("-")[0],
};
