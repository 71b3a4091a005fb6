// Everything that a request can have wrong, and what the answer says of it.
import { type AddressInfo, connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../src/api/app.ts";
import type { App } from "../../src/api/types.ts";
import { problemKeys } from "../../src/domain/problems.ts";
import { resourceNames } from "../../src/domain/resources/resource.ts";
import { open, type Store } from "../../src/store/open.ts";
import { codebook, documentOf } from "../store/fixtures.ts";
import { filledStore, get, strictApp } from "./fixture.ts";

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

const problem = async (url: string, headers = {}) => {
  const answer = await get(app, url, headers);
  expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
  return answer.body;
};

describe.each(resourceNames)("/v1/%s", (name) => {
  it.each([
    ["sorrt=id", "sorrt", "sort"],
    ["limit=0", "limit", "1"],
    ["limit=1001", "limit", "1000"],
    ["limit=ten", "limit", undefined],
    ["cursor=rubbish", "cursor", undefined],
    ["sort=unsortable", "sort", undefined],
    ["fields=idd", "fields", "id"],
    ["limit=1&limit=2", "limit", undefined],
  ])("refuses ?%s and names %s", async (query, parameter, suggestion) => {
    const body = await problem(`/v1/${name}?${query}`);
    expect(body).toMatchObject({ type: "/problems/invalid-parameter", status: 400, errors: [{ parameter }] });
    if (suggestion !== undefined) expect(body.errors[0].did_you_mean).toBe(suggestion);
  });

  it("has no other suffix than those of its formats, which it names", async () => {
    const body = await problem(`/v1/${name}.xls`);
    expect([body.status, body.errors[0].allowed.slice(0, 2)]).toEqual([404, [`/v1/${name}.json`, `/v1/${name}.csv`]]);
    for (const path of body.errors[0].allowed) expect([path, (await app.inject(path)).statusCode]).toEqual([path, 200]);
    expect((await get(app, `/v1/${name}.json?limit=2`)).body).toEqual((await get(app, `/v1/${name}?limit=2`)).body);
    expect((await problem(`/v1/${name}.json?format=csv`)).errors[0].allowed).not.toContain("csv");
  });

  it("lists the allowed parameters where one is unknown", async () => {
    const { errors } = await problem(`/v1/${name}?unheard=1`);
    expect(errors[0].allowed).toContain("limit");
    expect(errors[0].allowed).toContain("id");
  });

  it.each([
    ["search", name === "articles" || name === "positions" ? "q" : undefined],
    ["offset", "cursor"],
    ["per_page", "limit"],
    ["order_by", "sort"],
    ["group_by", name === "topics" ? undefined : "facets"],
    ["z", undefined],
  ])("knows what other services call %s", async (given, ours) => {
    expect((await problem(`/v1/${name}?${given}=1`)).errors[0].did_you_mean).toBe(ours);
  });

  it("answers an unknown id with 404", async () => {
    expect(await problem(`/v1/${name}/no-such-row`)).toMatchObject({ type: "/problems/not-found", status: 404 });
  });

  it("answers other methods with 405 and the allowed ones", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
      const answer = await app.inject({ method, url: `/v1/${name}`, payload: "rubbish", headers: { "content-type": "text/rubbish" } });
      expect([answer.statusCode, answer.headers.allow, answer.json().type]).toEqual([405, "GET, HEAD, OPTIONS", "/problems/method-not-allowed"]);
    }
  });
});

describe("wrong values", () => {
  it("name the allowed codes and the nearest one", async () => {
    const { errors } = await problem("/v1/positions?stance=agianst,for");
    expect(errors).toEqual([{ parameter: "stance", message: 'does not take "agianst"', allowed: ["for", "against", "mixed"], did_you_mean: "against" }]);
  });

  it("are all named at once", async () => {
    const { errors } = await problem("/v1/positions?stance=no&issue=ceasfire&hedged=1&from=yesterday");
    expect(errors.map((error: { parameter: string }) => error.parameter).sort()).toEqual(["from", "hedged", "issue", "stance"]);
  });

  it("of the codebook's lists name what this server's codebook has", async () => {
    const { errors } = await problem("/v1/positions?issue=ceasfire");
    expect(errors[0]).toMatchObject({ allowed: ["ceasefire", "withdrawal", "prisoners"], did_you_mean: "ceasefire" });
  });

  it.each([
    ["2025-02-30", "2025-02-28"],
    ["2025/11/3", "2025-11-03"],
    ["2025-13", "2025"],
    ["20251103", undefined],
    ["yesterday", undefined],
  ])("that are no date (%s) are told %s", async (from, meant) => {
    const { errors } = await problem(`/v1/positions?from=${from}`);
    expect(errors).toHaveLength(1);
    expect([errors[0].parameter, errors[0].did_you_mean]).toEqual(["from", meant]);
  });

  it("include a period that ends before it begins, a parameter given twice, an empty value, too many values", async () => {
    for (const query of [
      "from=2025-05&to=2025-04",
      "stance=for&stance=against",
      "actor=",
      `actor=${"a,".repeat(100)}a`,
      "stance=for,,against",
      "include=actor,actor",
      "sort=stance,-stance",
    ]) {
      expect((await problem(`/v1/positions?${query}`)).status).toBe(400);
    }
  });

  it.each([
    ["limit=1&limit=2", 'does not take ["1","2"]: a whole number from 1 to 1000'],
    ["q=one&q=two", 'does not take ["one","two"]: give it once'],
    ["id=", "does not take an empty value: at least 1 character"],
  ])("?%s are refused in words of our own", async (query, message) => {
    expect((await problem(`/v1/positions?${query}`)).errors[0].message).toBe(message);
  });

  it("include names that objects have by nature", async () => {
    const { errors } = await problem("/v1/positions?__proto__=1&constructor=2&toString=3");
    expect(errors.map((error: { parameter: string }) => error.parameter)).toEqual(["__proto__", "constructor", "toString"]);
  });
});

describe("the rest", () => {
  it("a path that nobody serves is 404", async () => {
    expect(await problem("/v1/nothing")).toMatchObject({ status: 404, instance: "/v1/nothing" });
  });

  it("a malformed path is 400", async () => {
    expect(await problem("/v1/actors/%zz")).toMatchObject({ type: "/problems/bad-request", status: 400 });
  });

  it("a client that takes no JSON is told 406, one that takes anything is not", async () => {
    expect(await problem("/v1/positions", { accept: "image/png, application/json;q=0" })).toMatchObject({ status: 406 });
    expect((await get(app, "/v1/positions", { accept: "text/html,*/*;q=0.8" })).status).toBe(200);
  });

  it("a body of another type, or too large, is told what to send", async () => {
    const post = (type: string, payload: string) => app.inject({ method: "POST", url: "/v1/extract", headers: { "content-type": type }, payload });
    const [other, large] = [await post("text/plain", "words"), await post("application/json", JSON.stringify({ text: "x".repeat(3_000_000) }))];
    expect([other.statusCode, other.json().detail]).toEqual([415, "the body must be application/json"]);
    expect([large.statusCode, large.json().detail]).toEqual([413, "Send at most two megabytes."]);
  });

  it("a body that comes packed is 415, and what may be packed is said", async () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    const packed = await app.inject({ method: "POST", url: "/v1/extract", headers, payload: gzipSync('{"text": "Words."}') });
    expect([packed.statusCode, packed.headers["accept-encoding"], packed.json().type]).toEqual([415, "identity", "/problems/unsupported-media-type"]);
    const plain = { ...headers, "content-encoding": "identity" };
    expect((await app.inject({ method: "POST", url: "/v1/extract", headers: plain, payload: '{"text": "Words."}' })).statusCode).toBe(200);
  });

  it.each([
    ["/v1/position", "/v1/positions"],
    ["/positions", "/v1/positions"],
    ["/v1/analysis/matrx", "/v1/analysis/matrix"],
    ["/v1/analysis/matrix.csv", "/v1/analysis/matrix"],
    ["/openapi", undefined],
    ["/wp-login.php", undefined],
  ])("a path that no route serves, %s, leads to %s", async (path, near) => {
    const body = await problem(path);
    expect([body.status, body.errors?.[0].did_you_mean]).toEqual([404, near]);
  });

  it("a long address is 414, a long query 400", async () => {
    expect((await problem(`/v1/positions?q=${"x".repeat(9000)}`)).status).toBe(414);
    expect((await problem(`/v1/positions?${"id=1&".repeat(150)}`)).status).toBe(400);
  });

  it("too many requests are 429 with the seconds to wait", async () => {
    const limited = await strictApp(store, 2);
    const answers = [await get(limited, "/v1"), await get(limited, "/v1"), await get(limited, "/v1")];
    await limited.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.body.type).toBe("/problems/too-many-requests");
    expect(Number(answers[2]?.headers["retry-after"])).toBeGreaterThan(0);
  });

  it("a fault of the server is 500 and tells nothing of its cause", async () => {
    const broken = await open(":memory:");
    const failing = await buildApp({ store: broken, codebook: codebook(), extract: () => documentOf(""), logger: false });
    const { status, body } = await get(failing, "/v1/positions");
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/no such table|sqlite|\.ts|select/i);
    expect(body).toMatchObject({ type: "/problems/internal", detail: body.title });
    expect((await get(failing, "/readyz")).body).toMatchObject({ type: "/problems/unavailable", status: 503 });
    expect((await get(failing, "/healthz")).status).toBe(200);
    await failing.close();
    await broken.close();
  });

  it("what is no HTTP message, or one with headers too large, is answered with a problem as well", async () => {
    const listening = await strictApp(store);
    await listening.listen({ host: "127.0.0.1", port: 0 });
    const { port } = listening.server.address() as AddressInfo;
    const answers = await Promise.all(
      ["GET /v1 HTTP/1.1\r\nHost: x\r\nno header\r\n\r\n", `GET /v1 HTTP/1.1\r\nHost: x\r\nA: ${"a".repeat(20_000)}\r\n\r\n`].map((message) =>
        send(port, message),
      ),
    );
    await listening.close();
    expect(answers[0]).toMatch(/^HTTP\/1.1 400 Bad Request\r\nContent-Type: application\/problem\+json/);
    expect(answers[1]).toContain('"type":"/problems/headers-too-large"');
  });

  it("every kind of problem has its page", async () => {
    for (const key of problemKeys)
      expect((await get(app, `/problems/${key}`)).body).toMatchObject({ type: `/problems/${key}`, help: expect.stringMatching(/\.$/) });
    expect((await problem("/problems/intrenal")).errors[0].did_you_mean).toBe("internal");
  });

  it("a client's request id comes back if it is a plain word", async () => {
    expect((await get(app, "/v1", { "x-request-id": "abc-1" })).headers["x-request-id"]).toBe("abc-1");
    expect((await get(app, "/v1", { "x-request-id": "a b\u00e9" })).headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect((await problem("/v1/nothing", { "x-request-id": "abc-2" })).request_id).toBe("abc-2");
  });
});

/** What a server answers to raw bytes before it closes the connection. */
function send(port: number, message: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(message));
    let answer = "";
    socket.on("data", (data) => {
      answer += data;
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

describe("POST /v1/extract", () => {
  const post = async (payload: unknown, headers: Record<string, string> = { "content-type": "application/json" }) => {
    const response = await app.inject({
      method: "POST",
      url: "/v1/extract",
      payload: typeof payload === "string" ? payload : JSON.stringify(payload),
      headers,
    });
    return { status: response.statusCode, body: response.json() };
  };

  it("answers the document of the normalised text", async () => {
    const { status, body } = await post({ text: "Two\r\nlines \u00a0.", published: "2025-11" });
    expect([status, body.text]).toEqual([200, "Two\nlines  ."]);
  });

  it("names each wrong field", async () => {
    const { status, body } = await post({ titel: "x", published: "soon" });
    expect([status, body.type]).toEqual([400, "/problems/invalid-body"]);
    expect(body.errors.map((error: { parameter: string }) => error.parameter).sort()).toEqual(["published", "text", "titel"]);
  });

  it.each([
    ["[]", 400],
    ["{", 400],
    ["", 400],
    [JSON.stringify({ text: " \n " }), 400],
    [JSON.stringify({ text: "x".repeat(2_200_000) }), 413],
  ])("refuses a body such as %#", async (payload, status) => {
    expect((await post(payload)).status).toBe(status);
  });

  it("takes JSON alone", async () => {
    expect((await post("text", { "content-type": "text/plain" })).status).toBe(415);
  });
});
