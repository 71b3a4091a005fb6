// Calendar, map, feed, graph: each against the rules of its standard, on rows that break careless writers.
import { describe, expect, it } from "vitest";
import type { Position } from "../../src/domain/resources/positions.ts";
import { resources } from "../../src/domain/resources/registry.ts";
import type { Round } from "../../src/domain/resources/rounds.ts";
import { atom } from "../../src/export/atom.ts";
import type { ExportRow, Format } from "../../src/export/format.ts";
import { geojson } from "../../src/export/geojson.ts";
import { graphml } from "../../src/export/graphml.ts";
import { fold, icalendar } from "../../src/export/icalendar.ts";

const round = (changes: Partial<Round> = {}): Round => ({
  id: "geneva-2025-11-23",
  kind: "talks",
  status: "held",
  format: "bilateral",
  place: "Geneva",
  country: "CH",
  latitude: 46.2,
  longitude: 6.14,
  when: "2025-11-23/2025-11-24",
  when_from: "2025-11-23",
  when_to: "2025-11-24",
  date_basis: "stated",
  outcome: null,
  provisional: true,
  participants: [],
  issue_ids: [],
  links: {} as Round["links"],
  ...changes,
});

async function written(format: Format, rows: unknown[], resource: "rounds" | "positions" = "rounds"): Promise<string> {
  async function* batches() {
    for (const row of rows) yield [row as ExportRow];
  }
  let text = "";
  const list = {
    resource: resources[resource],
    fields: null,
    bom: false,
    url: `/v1/${resource}?limit=2&q=a`,
    origin: "https://example.org",
    dataset_version: "v",
  };
  for await (const piece of format.write(batches(), list)) text += piece;
  return text;
}

/** Content lines, unfolded, as a reader has them. */
const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("the calendar", () => {
  it("ends each line with CRLF and folds it to 75 octets, which unfold to what was meant", async () => {
    const long = round({ outcome: "Ünïcödé ".repeat(40), place: "😀".repeat(30) });
    const text = await written(icalendar, [long]);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of text.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\ufffd");
    }
    expect(unfolded(text).find((line) => line.startsWith("LOCATION"))).toBe(`LOCATION:${"😀".repeat(30)}\\, CH`);
  });

  it("has whole days with an exclusive end, a place on the map and a stable identity", async () => {
    const lines = unfolded(await written(icalendar, [round()]));
    expect(lines).toEqual(
      expect.arrayContaining([
        "DTSTART;VALUE=DATE:20251123",
        "DTEND;VALUE=DATE:20251125",
        "GEO:46.2;6.14",
        "UID:round-geneva-2025-11-23@parley",
        "STATUS:CONFIRMED",
      ]),
    );
    const cancelled = unfolded(await written(icalendar, [round({ status: "cancelled" })]));
    expect(cancelled).toEqual(expect.arrayContaining(["UID:round-geneva-2025-11-23@parley", "STATUS:CANCELLED"]));
  });

  it("numbers a later state of one round higher", async () => {
    const sequence = async (status: Round["status"]) =>
      Number(
        unfolded(await written(icalendar, [round({ status })]))
          .find((line) => line.startsWith("SEQUENCE"))
          ?.slice(9),
      );
    expect(await sequence("planned")).toBeLessThan(await sequence("ongoing"));
    expect(await sequence("ongoing")).toBeLessThan(await sequence("held"));
    expect(await sequence("planned")).toBeLessThan(await sequence("cancelled"));
  });

  it("escapes what would end a value or begin a line", async () => {
    const lines = unfolded(await written(icalendar, [round({ place: "A;B,C\\D\nEND:VEVENT", outcome: "one\r\ntwo" })]));
    expect(lines).toContain("LOCATION:A\\;B\\,C\\\\D\\nEND:VEVENT\\, CH");
    expect(lines.filter((line) => line === "END:VEVENT")).toHaveLength(1);
  });

  it("leaves out rounds without days", async () => {
    expect(await written(icalendar, [round({ when: null, when_from: null, when_to: null })])).not.toContain("VEVENT");
  });

  it("leads from each event to its round, by an address that works outside of the server", async () => {
    expect(unfolded(await written(icalendar, [round()]))).toContain("URL:https://example.org/v1/rounds/geneva-2025-11-23");
  });
});

it("folds nothing of 75 octets", () => {
  expect(fold("x".repeat(75))).toBe("x".repeat(75));
  expect(fold("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
});

describe("the map", () => {
  it("is a feature collection with longitude first, and a null geometry for an unknown place", async () => {
    const map = JSON.parse(await written(geojson, [round(), round({ id: "b", latitude: null, longitude: null })]));
    expect(map.type).toBe("FeatureCollection");
    expect(map.features.map(({ type, id, geometry }: Record<string, unknown>) => [type, id, geometry])).toEqual([
      ["Feature", "geneva-2025-11-23", { type: "Point", coordinates: [6.14, 46.2] }],
      ["Feature", "b", null],
    ]);
    expect(map.features[0].properties).toMatchObject({ id: "geneva-2025-11-23", status: "held" });
    expect(map.features[0].properties).not.toHaveProperty("latitude");
  });

  it("of nothing is an empty collection", async () => {
    expect(JSON.parse(await written(geojson, []))).toEqual({ type: "FeatureCollection", features: [] });
  });
});

describe("the feed", () => {
  const position = {
    id: "p1",
    actor_name: "A <b> & \u0001c",
    issue_label: "Truce",
    issue_id: "truce",
    topic_id: "t",
    stance: "for",
    act: "demand",
    conditional: true,
    hedged: false,
    evidence: [{ quote: "“No” ]]> yes" }],
    source_name: "Post",
    published: "2025-11",
    stated: "2025-10-01",
  } as unknown as Position;

  it("gives each entry id, title, author and update time, and itself the newest of them", async () => {
    const feed = await written(atom, [position, { ...position, id: "p2", published: null }], "positions");
    expect(feed.match(/<entry>/g)).toHaveLength(2);
    for (const name of ["id", "title", "updated", "author"]) expect(feed.match(new RegExp(`<entry>.*?<${name}>`, "g"))).toHaveLength(2);
    expect(feed.match(/<updated>[^<]*/g)?.map((time) => time.slice(9))).toEqual(["2025-11-01T00:00:00Z", "2025-10-01T00:00:00Z", "2025-11-01T00:00:00Z"]);
  });

  it("holds no sign that XML does not allow", async () => {
    const feed = await written(atom, [position], "positions");
    expect(feed).toContain("A &lt;b&gt; &amp; \ufffdc");
    expect(feed).toContain("“No” ]]&gt; yes");
    expect(feed).not.toMatch(/[\u0000-\u0008]/);
  });

  it("has an identity even where nothing is in it", async () => {
    const feed = await written(atom, [], "positions");
    expect(feed).toContain("<id>urn:parley:list:%2Fv1%2Fpositions%3Flimit%3D2%26q%3Da</id>");
    expect(feed).toContain("<updated>1970-01-01T00:00:00Z</updated>");
  });

  it("of rounds dates them by their first day", async () => {
    expect(await written(atom, [round()])).toContain("<title>talks in Geneva</title><updated>2025-11-23T00:00:00Z</updated>");
  });
});

it("a graph declares every key that it uses, and escapes names", () => {
  const text = graphml({
    nodes: [{ id: "a", name: 'A & "B"', issues: 2 }],
    edges: [
      {
        source: "a",
        target: "b",
        agreed: 1,
        bridgeable: 0,
        opposed: 2,
        issues: { agreed: ["x"], bridgeable: [], opposed: ["y", "z"] },
        position_ids: [],
        evidence_ids: [],
      },
    ],
  });
  const declared = new Set([...text.matchAll(/<key id="(\w+)"/g)].map(([, id]) => id));
  for (const [, id] of text.matchAll(/<data key="(\w+)"/g)) expect(declared).toContain(id);
  expect(text).toContain("A &amp; &quot;B&quot;");
  expect(text).toContain('<edge source="a" target="b"><data key="weight">3</data>');
});
