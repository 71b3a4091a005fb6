// Writes a TypeScript program that calls every operation of an OpenAPI document through openapi-fetch, with the document's own examples. Usage: node client-program.mjs openapi.json URL
import { readFileSync } from "node:fs";
import { pathsOf } from "./references.mjs";

const [, , path, server] = process.argv;
const paths = pathsOf(JSON.parse(readFileSync(path, "utf8")));
const calls = [];
for (const [route, methods] of Object.entries(paths)) {
  for (const [method, { operationId, parameters = [], requestBody }] of Object.entries(methods)) {
    const params = {};
    for (const place of ["path", "query"]) {
      const sent = parameters.filter((one) => one.in === place && (one.required || one.name === "limit"));
      if (sent.length > 0) params[place] = Object.fromEntries(sent.map((one) => [one.name, exampleOf(operationId, one)]));
    }
    const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
    const body =
      type === "application/json"
        ? `, body: ${JSON.stringify(media.example ?? {})}`
        : media
          ? `, body: ${JSON.stringify(media.example ?? {})}, bodySerializer: (body) => new URLSearchParams(body as Record<string, string>), headers: { "Content-Type": "application/x-www-form-urlencoded" }`
          : "";
    calls.push(
      `await check("${operationId}", client.${method.toUpperCase()}(${JSON.stringify(route)}, { params: ${JSON.stringify(params)}, parseAs: "text"${body} }));`,
    );
  }
}

function exampleOf(operation, { name, example, schema }) {
  const value = example ?? schema.example ?? schema.examples?.[0] ?? (name === "limit" ? 2 : undefined);
  if (value === undefined) throw new Error(`${operation}: the required parameter ${name} has no example`);
  return value;
}

console.log(`import createClient from "openapi-fetch";
import type { paths } from "./api.js";

const client = createClient<paths>({ baseUrl: ${JSON.stringify(server)}, querySerializer: { array: { style: "form", explode: false } } });
let failed = 0;
async function check(operation: string, call: Promise<{ response: Response }>): Promise<void> {
  const { response } = await call;
  if (!response.ok) failed++;
  console.log(response.status, operation);
}
${calls.join("\n")}
if (failed > 0) throw new Error(\`\${failed} operations failed\`);`);
