// Sends what the API's tests asked (a file of test/api/record.ts) through a Prism proxy. Fails where an answer differs from the document, or where the server took
// a request that the document does not allow; what it refused may be wrong, as tests want it. Usage: node prism-replay.mjs openapi.json REQUESTS PROXY
import { readFileSync } from "node:fs";

const [, , path, requests, proxy] = process.argv;
const { paths } = JSON.parse(readFileSync(path, "utf8"));
const routes = Object.entries(paths).map(([route, methods]) => ({
  pattern: new RegExp(`^${route.replace(/[.]/g, "\\.").replace(/\{\w+\}/g, "[^/]+")}$`),
  methods: new Set(Object.keys(methods).map((method) => method.toUpperCase())),
}));
/** Prism ends at an address that is no address, and takes no body of the size that the server refuses. */
const canPass = ({ url, body }) => URL.canParse(url, proxy) && isEncoded(url) && (body ?? "").length < 100_000;
const isEncoded = (url) => {
  try {
    return decodeURIComponent(url) !== null;
  } catch {
    return false;
  }
};
const isDocumented = ({ method, url }) => routes.some(({ pattern, methods }) => methods.has(method) && pattern.test(url.split("?", 1)[0]));
// Prism holds any answer whose type ends in +json against the first content type, so those are left to the API's own tests.
const isJsonOfItsOwn = (type) => /\+json/.test(type ?? "") && !/problem\+json/.test(type);

const lines = [...new Set(readFileSync(requests, "utf8").split("\n").filter(Boolean))].map((line) => JSON.parse(line));
const documented = lines.filter((one) => isDocumented(one) && canPass(one));
const violations = [];
const statuses = {};
let left = 0;
await Promise.all(Array.from({ length: 4 }, worker));

async function worker() {
  for (let at = left++; at < documented.length; at = left++) {
    const { method, url, headers, body } = documented[at];
    const response = await fetch(`${proxy}${url}`, { method, headers, body, redirect: "manual" }).catch((error) => ({ error }));
    if (response.error) {
      violations.push(`${method} ${url}: ${response.error.cause ?? response.error}`);
      continue;
    }
    await response.arrayBuffer();
    statuses[response.status] = (statuses[response.status] ?? 0) + 1;
    const found = JSON.parse(response.headers.get("sl-violations") ?? "[]");
    const counted = found.filter(({ location }) => location[0] === "response" || response.status < 400);
    if (isJsonOfItsOwn(response.headers.get("content-type"))) continue;
    if (response.status >= 500 || counted.length > 0)
      violations.push(`${response.status} ${method} ${url} ${JSON.stringify(headers)}\n    ${JSON.stringify(counted)}`);
  }
}

console.log(
  `${documented.length} requests of tests (${lines.length - documented.length} others: paths and methods that the document does not have, and what Prism cannot pass on), answered with`,
  statuses,
);
console.log(`${violations.length} violations`);
for (const violation of violations.slice(0, 20)) console.log(violation.slice(0, 1000));
if (violations.length > 0 || documented.length < 1000) process.exitCode = 1;
