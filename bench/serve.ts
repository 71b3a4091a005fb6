// One server of the benchmark in a process of its own: the API on a database, or a bare Fastify that sends the bytes of a file. Usage: serve.ts api URL | bytes FILE
import { readFileSync } from "node:fs";
import Fastify from "fastify";
import { buildApp } from "../src/api/app.ts";
import { loadCodebook } from "../src/codebook/load.ts";
import { open } from "../src/store/open.ts";

const [, , what, where = ""] = process.argv;

async function api() {
  const store = await open(where, { readonly: true });
  const extract = () => {
    throw new Error("the benchmark extracts nothing");
  };
  return buildApp({ store, codebook: loadCodebook(), extract, logger: false, requestsPerMinute: 1e9 });
}

function bytes() {
  const text = readFileSync(where, "utf8");
  const app = Fastify({ logger: false });
  app.get("/", (_request, reply) => reply.type("application/json; charset=utf-8").send(text));
  return app;
}

const app = what === "api" ? await api() : bytes();
await app.listen({ host: "127.0.0.1", port: 0 });
const address = app.server.address();
process.send?.(typeof address === "object" && address ? address.port : 0);
