// Which articles' accounts tell of one round, and which never do.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayBounds } from "../../src/domain/dates.ts";
import { roundKinds, roundStatuses } from "../../src/domain/vocabulary.ts";
import { joinRounds, type Telling } from "../../src/store/join-rounds.ts";

type Told = Partial<Omit<Telling, "participants">> & { parties?: string[] };

const told = (id: string, { parties = ["norland", "southmark"], ...told }: Told = {}): Telling => {
  const when = told.when === undefined ? "2025-11-23" : told.when;
  const { from, to } = dayBounds(when);
  return {
    id,
    kind: "talks",
    status: "held",
    place: "geneva",
    country: "CH",
    label: null,
    date_basis: when === null ? null : "stated",
    ...told,
    when,
    when_from: from,
    when_to: to,
    participants: parties.map((party) => ({ actor_id: `${party}-envoy`, party_id: party, role: "delegate" })),
  };
};

/** The rounds as "known: reports", in order. */
const joined = (reports: Telling[], known: Telling[] = []): string[] =>
  joinRounds(reports, known)
    .map(({ known, reports }) => `${known ?? "-"}: ${reports.map(({ id }) => id).join(" ")}`)
    .sort();

const geneva = told("geneva");

describe("a report and a known round", () => {
  it.each<[string, Told]>([
    ["the same day, place and parties", {}],
    ["a day next to it, given by the text", { when: "2025-11-24" }],
    ["two days that touch it", { when: "2025-11-22/2025-11-23" }],
    ["no venue at all", { place: null, country: null }],
    ["a longer name of the place", { place: "geneva-old-town" }],
    ["one of the parties at the same place", { parties: ["norland"] }],
    ["one of the parties beside a stranger at the same place", { parties: ["norland", "eastia"] }],
    ["nobody named at the same place", { parties: [] }],
    ["one party and the country alone", { parties: ["norland"], place: null }],
    ["another kind of meeting", { kind: "visit" }],
    ["a plan for it", { status: "planned" }],
    ["a month, where no other known round is meant", { when: "2025-11" }],
    ["a month and the country", { when: "2025-11", place: null }],
    ["no year", { when: "XXXX-11-23" }],
  ])("are one with %s", (_, report) => expect(joined([told("r", report)], [geneva])).toEqual(["geneva: r"]));

  it.each<[string, Told]>([
    ["another country", { country: "AT", place: null }],
    ["another place", { place: "bern" }],
    ["a date two days off", { when: "2025-11-25" }],
    ["the day after, where that is only the day of the article", { when: "2025-11-24", date_basis: "published" }],
    ["other parties", { parties: ["eastia", "westia"] }],
    ["one of the parties and no venue", { parties: ["norland"], place: null, country: null }],
    ["one party, a stranger and the country alone", { parties: ["norland", "eastia"], place: null }],
    ["nobody named and the country alone", { parties: [], place: null }],
    ["a call", { kind: "call" }],
    ["a channel", { kind: "contact" }],
    ["no date", { when: null }],
    ["a month without a venue", { when: "2025-11", place: null, country: null }],
    ["a month and one of the parties", { when: "2025-11", parties: ["norland"] }],
    ["no year and another day", { when: "XXXX-11-25" }],
    ["the news that it was called off, without a place", { status: "cancelled", place: null }],
  ])("are two with %s", (_, report) => expect(joined([told("r", report)], [geneva])).toEqual(["-: r"]));

  it("find the best match: the venue before the day, the day before the number of parties", () => {
    const next = told("geneva-next", { when: "2025-11-24" });
    expect(joined([told("r", { when: "2025-11-24" })], [geneva, next])).toEqual(["geneva-next: r"]);
    const elsewhere = told("nowhere", { place: null, country: null, parties: ["norland", "southmark", "eastia"] });
    expect(joined([told("r", { parties: ["norland", "southmark", "eastia"] })], [elsewhere, geneva])).toEqual(["geneva: r"]);
  });

  it("that gives a month alone stay apart where two known rounds can be meant", () => {
    expect(joined([told("r", { when: "2025-11" })], [geneva, told("geneva-earlier", { when: "2025-11-03" })])).toEqual(["-: r"]);
  });

  it("without a date are one where place, parties and the round's name pin it", () => {
    const third = told("a", { label: "the third round" });
    expect(joined([third, told("b", { when: null, label: "The third round" })], [geneva])).toEqual(["geneva: a b"]);
    expect(joined([third, told("b", { when: null, label: "the fourth round" })], [geneva])).toEqual(["-: b", "geneva: a"]);
    expect(joined([third, told("b", { when: null, label: "the third round", place: null })], [geneva])).toEqual(["-: b", "geneva: a"]);
  });

  it("of a call are one with a known call, wherever its people sat", () => {
    const call = told("call", { kind: "call", place: null, country: null });
    expect(joined([told("r", { kind: "call", place: "bern" })], [call, geneva])).toEqual(["call: r"]);
    expect(joined([told("r", { place: null, country: null })], [call])).toEqual(["call: r"]);
  });
});

describe("reports of rounds that the codebook does not know", () => {
  it.each<[string, Told]>([
    ["the same parties and no venue", { place: null, country: null }],
    ["the same place and one of the parties", { parties: ["norland"] }],
    ["the same place and nobody named", { parties: [] }],
    ["days that overlap", { when: "2025-11-23/2025-11-24" }],
    ["another kind of meeting", { kind: "summit" }],
  ])("are one with %s", (_, report) => expect(joined([told("a"), told("b", report)])).toEqual(["-: a b"]));

  it.each<[string, Told]>([
    ["another day", { when: "2025-11-24" }],
    ["another place", { place: "vienna", country: "AT" }],
    ["the same place and one party of two", { parties: ["norland", "eastia"] }],
    ["one of the parties and no venue", { parties: ["norland"], place: null, country: null }],
    ["a month", { when: "2025-10" }],
    ["no date", { when: null }],
    ["another year", { when: "2024-11-23" }],
  ])("are two with %s", (_, report) => expect(joined([told("a"), told("b", report)])).toEqual(["-: a", "-: b"]));

  it("are not tied together by one that leaves the venue open", () => {
    const rounds = joined([told("a"), told("b", { place: "vienna", country: "AT" }), told("c", { place: null, country: null })]);
    expect(rounds).toHaveLength(2);
  });

  it("without a date are never one with each other", () => {
    expect(joined([told("a", { when: null }), told("b", { when: null })])).toEqual(["-: a", "-: b"]);
  });

  it("of one month or one day without a year are one at the same place", () => {
    expect(joined([told("a", { when: "XXXX-02-17" }), told("b", { when: "XXXX-02-17" })])).toEqual(["-: a b"]);
    expect(joined([told("a", { when: "2025-02" }), told("b", { when: "2025-02" })])).toEqual(["-: a b"]);
    expect(joined([told("a", { when: "XXXX-02-17" }), told("b", { when: "XXXX-02-18" })])).toEqual(["-: a", "-: b"]);
  });
});

describe("whatever is told", () => {
  const parties = fc.uniqueArray(fc.constantFrom("norland", "southmark", "eastia", "westia"), { maxLength: 3 });
  const when = fc.constantFrom(
    null,
    "2025-11-22",
    "2025-11-23",
    "2025-11-23/2025-11-24",
    "2025-11-24",
    "2025-11",
    "XXXX-11-23",
    "../2025-11-23",
    "2025-11-20/2025-12-20",
  );
  const venue = fc.constantFrom([null, null], ["geneva", "CH"], ["geneva", null], [null, "CH"], ["vienna", "AT"]);
  const telling = fc.record({
    parties,
    when,
    venue,
    kind: fc.constantFrom(...roundKinds),
    status: fc.constantFrom(...roundStatuses),
    label: fc.constantFrom(null, "third"),
  });
  const tellings = (prefix: string, maxLength: number) =>
    fc
      .array(telling, { maxLength })
      .map((all) => all.map(({ venue: [place, country], ...one }, i) => told(`${prefix}${i}`, { ...one, place: place ?? null, country: country ?? null })));

  it("each report is in one round, and the order of reports and known rounds does not matter", () => {
    fc.assert(
      fc.property(
        tellings("r", 12).chain((reports) => fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length }))),
        tellings("k", 3),
        ([reports, shuffled], known) => {
          const rounds = joined(reports, known);
          expect(rounds.flatMap((round) => round.split(": ")[1]?.split(" ")).sort()).toEqual(reports.map(({ id }) => id).sort());
          expect(joined(shuffled, [...known].reverse())).toEqual(rounds);
        },
      ),
    );
  });

  it("a known round of which nothing is known but its parties takes the reports of one country", () => {
    const known = [told("k", { when: null, place: null, country: null })];
    const reports = [told("a", { place: "vienna", country: "AT" }), told("b", { place: "geneva", country: "CH" })];
    expect(joinRounds(reports, known).map((round) => round.reports.map(({ country }) => country))).toEqual([["AT"], ["CH"]]);
  });

  it("no round holds two countries, but for calls", () => {
    fc.assert(
      fc.property(tellings("r", 12), tellings("k", 3), (reports, known) => {
        for (const round of joinRounds(reports, known)) {
          if (round.reports.some(({ kind }) => kind === "call")) continue;
          expect(new Set(round.reports.flatMap(({ country }) => country ?? [])).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
