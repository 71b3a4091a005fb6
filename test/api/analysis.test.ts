// The routes of analysis against the lists that they are made of.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/api/types.ts";
import type { Store } from "../../src/store/open.ts";
import { filledStore, get, type Json, statementsOf, strictApp } from "./fixture.ts";

let store: Store;
let app: App;
beforeAll(async () => {
  store = await filledStore();
  app = await strictApp(store);
});
afterAll(async () => {
  await app.close();
  await store.close();
});

const body = async (url: string): Promise<Json> => {
  const { status, body } = await get(app, url);
  expect([url, status]).toEqual([url, 200]);
  return body;
};
const total = async (query: string): Promise<number> => (await body(`/v1/positions?limit=1&${query}`)).page.total;

describe("the matrix", () => {
  it("shows in each cell the latest position of the list", async () => {
    for (const asked of ["", "&as_of=2025-06", "&hedged=false&past=any"]) {
      const filters = `${asked.includes("past") ? "hedged=false" : "past=false"}${asked.includes("as_of") ? "&to=2025-06" : ""}`;
      const { cells } = (await body(`/v1/analysis/matrix?by=actor${asked}`)).data;
      expect(cells.length).toBeGreaterThan(2);
      for (const { row_id, issue_id, position_ids, contested_position_ids, stated_from, stance, evidence_ids } of cells) {
        const { data } = await body(`/v1/positions?actor=${row_id}&issue=${issue_id}&${filters}&sort=-stated&limit=1`);
        expect(data[0].stated_from).toBe(stated_from);
        expect([...position_ids, ...contested_position_ids]).toContain(data[0].id);
        const [first] = (await body(`/v1/positions?id=${position_ids[0]}`)).data;
        expect(first.stance).toBe(stance);
        expect(evidence_ids).toEqual(expect.arrayContaining(first.evidence.map(({ id }: { id: string }) => id)));
      }
    }
  });

  it("has as many positions in all its cells as the list, by actor and by party", async () => {
    for (const by of ["actor", "party"]) {
      const { rows } = (await body(`/v1/analysis/matrix?by=${by}&past=any`)).data;
      expect(rows.reduce((sum: number, { reports }: { reports: number }) => sum + reports, 0)).toBe(await total(""));
    }
  });

  it("with fewer rows is the top of the whole, and says that there is more", async () => {
    for (const by of ["party", "actor"]) {
      const [whole, top] = [await get(app, `/v1/analysis/matrix?by=${by}`), await get(app, `/v1/analysis/matrix?by=${by}&limit=2`)];
      expect(top.body.data.rows).toEqual(whole.body.data.rows.slice(0, 2));
      expect(top.body.data.cells).toEqual(whole.body.data.cells.filter(({ row_id }: Json) => top.body.data.rows.some(({ id }: Json) => id === row_id)));
      expect([whole.body.meta.truncated, top.body.meta.truncated]).toEqual([false, true]);
      expect(top.body.meta.statements).toBe(whole.body.meta.statements);
    }
  });

  it("says what it was made with", async () => {
    const { meta } = await body("/v1/analysis/matrix?as_of=2025-02");
    expect(meta).toMatchObject({
      truncated: false,
      options: { as_of: "2025-02-28", by: "party", columns: "issue", hedged: "any", past: "false", independent: "source", limit: 50 },
    });
  });
});

describe("the comparison", () => {
  it("is the same from the other side", async () => {
    const one = await body("/v1/analysis/compare?between=norland,southmark&past=any");
    const other = await body("/v1/analysis/compare?between=southmark,norland&past=any");
    expect(one.data.issues.length).toBeGreaterThan(1);
    expect(other.data.summary).toEqual(one.data.summary);
    expect(other.data.issues.map(({ sides, ...issue }: Json) => ({ ...issue, sides: [sides[1], sides[0]] }))).toEqual(one.data.issues);
  });

  it("takes the two with most positions where nobody is named, and says who they are", async () => {
    const { data, meta } = await body("/v1/analysis/compare");
    expect(meta.options.between).toEqual(data.between.map(({ id }: { id: string }) => id));
    expect(data.between).toHaveLength(2);
  });

  it("finds the positions of an actor without a party under its own name", async () => {
    const { data } = await body("/v1/analysis/compare?between=envoy-1,norland&by=actor");
    expect(data.between.map(({ id }: { id: string }) => id)).toEqual(["envoy-1", "norland"]);
    expect(data.issues.some(({ sides }: Json) => sides[0] !== null)).toBe(true);
  });

  it("refuses one id, the same twice, and one that nobody has", async () => {
    for (const between of ["norland", "norland,norland", "norland,nowhere", "a,b,c"]) {
      const { status, body } = await get(app, `/v1/analysis/compare?between=${between}`);
      expect([between, status, body.errors[0].parameter]).toEqual([between, 400, "between"]);
    }
    expect((await get(app, "/v1/analysis/compare?between=norland,sothmark")).body.errors[0].did_you_mean).toBe("southmark");
  });

  it("of parties refuses whoever is none and acts for one, and leads to it", async () => {
    const { status, body: problem } = await get(app, "/v1/analysis/compare?between=anna-berg,southmark");
    expect([status, problem.errors]).toEqual([400, [expect.objectContaining({ parameter: "between", did_you_mean: "norland" })]]);
    expect(problem.errors[0].message).toContain("by=actor");
    expect((await get(app, "/v1/analysis/compare?between=anna-berg,southmark&by=actor")).status).toBe(200);
  });
});

describe("the timeline", () => {
  it("adds up to the list's total under the same filters, whatever it counts by", async () => {
    for (const filters of [
      "",
      "party=norland",
      "from=2025-02&to=2025-05",
      "stance=for&q=truce",
      "published__gte=2025-06",
      "past=true",
      "hedged=false&past=false",
    ]) {
      for (const by of ["none", "stance", "party", "source", "topic", "issue", "actor"]) {
        const { data, meta } = await body(`/v1/analysis/timeline?bucket=week&by=${by}&${filters}`);
        const counted = data.buckets.reduce((sum: number, bucket: { total: number }) => sum + bucket.total, 0) + data.undated + data.earlier;
        expect([filters, by, counted]).toEqual([filters, by, await total(filters)]);
        expect(meta.statements).toBe(counted);
      }
    }
  });

  it("of more time than it has buckets for says what it left out and how to ask for it", async () => {
    const { data, meta } = await body("/v1/analysis/timeline?bucket=day&from=2000&to=2026");
    expect([data.buckets.length, data.buckets.at(-1).to, meta.truncated]).toEqual([2000, "2026-12-31", true]);
    expect(data.left_out).toMatchObject({ from: "2000-01-01", to: expect.stringMatching(/^2021-/) });
    const [, better] = /bucket=(\w+)/.exec(data.left_out.help) ?? [];
    const whole = await body(`/v1/analysis/timeline?bucket=${better}&from=2000&to=2026`);
    expect([better, whole.data.left_out, whole.meta.truncated]).toEqual(["week", null, false]);
    const [, from, to] = /from=([\d-]+)&to=([\d-]+)/.exec(data.left_out.help) ?? [];
    expect((await body(`/v1/analysis/timeline?bucket=day&from=${from}&to=${to}`)).data.left_out).toBeNull();
  });

  it("names its series", async () => {
    expect((await body("/v1/analysis/timeline?by=party")).data.series).toContainEqual({ id: "norland", label: "Norland", total: expect.any(Number) });
  });
});

describe("an id that nobody has", () => {
  it.each(["matrix", "compare", "shifts", "timeline", "conflicts", "silence", "network"])(
    "is named by %s, with the one that was probably meant",
    async (name) => {
      const { meta } = await body(`/v1/analysis/${name}?party=norland,nordland&source=xyzzy`);
      expect(meta.unknown).toEqual([
        { parameter: "party", value: "nordland", did_you_mean: ["norland"] },
        { parameter: "source", value: "xyzzy", did_you_mean: [] },
      ]);
      expect((await body(`/v1/analysis/${name}?party=norland`)).meta.unknown).toEqual([]);
    },
  );

  it("of the codebook is refused, as by lists", async () => {
    const { status, body: problem } = await get(app, "/v1/analysis/matrix?issue=ceasfire");
    expect([status, problem.errors[0].did_you_mean]).toEqual([400, "ceasefire"]);
  });
});

describe("shifts, conflicts and silence", () => {
  it("show the words before and after", async () => {
    const { data } = await body("/v1/analysis/shifts?past=any&limit=3");
    expect(data.length).toBeGreaterThan(0);
    for (const { before, after } of data) for (const { statements } of [before, after]) expect(statements[0].evidence[0].quote).toMatch(/truce/i);
  });

  it("narrow by the filters of positions", async () => {
    const { data } = await body("/v1/analysis/shifts?issue=ceasefire&actor=norland&past=any&by=actor");
    for (const { holder, issue_id } of data) expect([holder.id, issue_id]).toEqual(["norland", "ceasefire"]);
  });

  it("tell position conflicts from round conflicts", async () => {
    const { data } = await body("/v1/analysis/conflicts?by=party&past=any");
    for (const conflict of data) expect(["position", "round"]).toContain(conflict.kind);
    expect((await body("/v1/analysis/conflicts?of=round&by=party")).data.every(({ kind }: { kind: string }) => kind === "round")).toBe(true);
  });

  it("count silence to the day asked", async () => {
    const { data, meta } = await body("/v1/analysis/silence?party=norland&as_of=2025-12-31");
    expect(meta.options.as_of).toBe("2025-12-31");
    expect(data.length).toBeGreaterThan(0);
    for (const { holder, days_since, last } of data) {
      expect(holder.id).toBe("norland");
      if (last) expect(days_since).toBe((Date.parse("2025-12-31") - Date.parse(last.stated_to)) / 86_400_000);
    }
  });

  it("have an entry for a party that is named and never spoke", async () => {
    const { data } = await body("/v1/analysis/silence?party=new-front&issue=ceasefire");
    expect(data).toMatchObject([{ holder: { id: "new-front" }, issue_id: "ceasefire", last: null, days_since: null }]);
  });
});

describe("the network", () => {
  it("says of each pair what the comparison says", async () => {
    const { edges } = (await body("/v1/analysis/network?past=any")).data;
    expect(edges.length).toBeGreaterThan(0);
    for (const { source, target, agreed, bridgeable, opposed } of edges) {
      const { summary } = (await body(`/v1/analysis/compare?between=${source},${target}&past=any`)).data;
      expect({ agreed, bridgeable, opposed }).toEqual({ agreed: summary.agreed, bridgeable: summary.bridgeable, opposed: summary.opposed });
    }
  });

  it("comes as GraphML", async () => {
    const { status, headers, body } = await get(app, "/v1/analysis/network?format=graphml");
    expect([status, headers["content-type"]]).toEqual([200, expect.stringMatching(/^application\/graphml\+xml/)]);
    expect(body).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<graphml /);
  });
});

it("runs a bounded number of statements, however many rows it answers", async () => {
  const fresh = await strictApp(store);
  const budgets = { matrix: 4, compare: 6, shifts: 4, timeline: 5, conflicts: 12, silence: 9, network: 4 };
  for (const [name, budget] of Object.entries(budgets)) {
    const between = name === "compare" ? "between=norland,southmark" : name === "silence" ? "party=norland,eastia" : "by=party";
    const statements = await statementsOf(() => get(fresh, `/v1/analysis/${name}?${between}`));
    expect([name, statements > 0, statements <= budget, statements]).toEqual([name, true, true, statements]);
  }
  await fresh.close();
});

it("refuses filters that it does not take, by name", async () => {
  for (const [route, parameter] of [
    ["matrix", "to"],
    ["conflicts", "stance"],
    ["timeline", "independent"],
    ["shifts", "as_of"],
  ]) {
    const { status, body } = await get(app, `/v1/analysis/${route}?${parameter}=2025`);
    expect([route, status, body.errors?.[0].parameter]).toEqual([route, 400, parameter]);
  }
});

it("a round's item carries a claim for each fact, and the articles behind it", async () => {
  const { claims, reports } = await body("/v1/rounds/geneva-2025-11-23");
  expect(claims.map(({ fact }: { fact: string }) => fact)).toEqual(["when", "place", "country", "kind", "status", "format", "participants", "label"]);
  expect(claims[1]).toMatchObject({ shown: "Geneva", why: "codebook", versions: [{ value: "Geneva", shown: true, article_ids: [reports[0].article_id] }] });
});
