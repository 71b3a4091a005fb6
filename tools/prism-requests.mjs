// Sends every operation's examples through a Prism proxy and fails where it sees request or answer differ from the document. Usage: node prism-requests.mjs openapi.json PROXY
import { readFileSync } from "node:fs";
import { pathsOf } from "./references.mjs";

const [, , path, proxy] = process.argv;
const paths = pathsOf(JSON.parse(readFileSync(path, "utf8")));
const violations = [];
let sent = 0;

for (const [route, methods] of Object.entries(paths)) {
  for (const [method, { parameters = [], requestBody, responses }] of Object.entries(methods)) {
    const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
    const init = media
      ? {
          method: method.toUpperCase(),
          headers: { "content-type": type },
          body: type === "application/json" ? JSON.stringify(media.example ?? {}) : new URLSearchParams(media.example ?? {}),
        }
      : {};
    const url = parameters.filter((one) => one.in === "path").reduce((so, { name, example }) => so.replace(`{${name}}`, encodeURIComponent(example)), route);
    const query = parameters.filter((one) => one.in === "query");
    const needed = query.filter((one) => one.required).map(pair);
    await send(url, needed, init);
    for (const one of query.filter((one) => one.example !== undefined && !one.required)) await send(url, [...needed, pair(one)], init);
    const sorts = query.find(({ name }) => name === "sort")?.schema.items.enum ?? [];
    for (const sort of sorts) await send(url, [`sort=${sort}`], init);
    // Prism holds any answer whose type ends in +json against the first content type, so those are left to the API's own tests.
    for (const accept of Object.keys(responses["200"].content).filter((type) => !type.endsWith("+json")))
      await send(url, needed, { ...init, headers: { ...init.headers, accept } });
    if (method === "get" && route.endsWith("}")) await send(`${url}-nowhere`, needed, init);
    if (method === "get" && responses["304"]) {
      const etag = (await fetch(`${proxy}${url}?${needed.join("&")}`)).headers.get("etag");
      if (etag) await send(url, needed, { headers: { "if-none-match": etag } });
    }
  }
}

function pair({ name, example }) {
  return `${name}=${encodeURIComponent(String(example))}`;
}

async function send(url, query, init) {
  const address = `${url}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  const response = await fetch(`${proxy}${address}`, init);
  await response.arrayBuffer();
  sent++;
  const found = response.headers.get("sl-violations");
  if (found || response.status >= 500)
    violations.push(`${response.status} ${init.method ?? "GET"} ${address} ${JSON.stringify(init.headers ?? {})}\n    ${found ?? ""}`);
}

console.log(`${sent} requests, ${violations.length} violations`);
for (const violation of violations.slice(0, 20)) console.log(violation.slice(0, 1000));
if (violations.length > 0) process.exitCode = 1;
