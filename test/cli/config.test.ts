// Settings: what holds when nothing is set, and a wrong one is named with what is allowed.
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";

test("has a default for every setting", () => {
  expect(readConfig({}, {})).toEqual({ host: "127.0.0.1", port: 3000, database_url: "file:data/parley.db", codebook: null, log_level: "info" });
});

test("reads the environment; options win; an empty setting counts as none", () => {
  const environment = { HOST: "0.0.0.0", PORT: "0", DATABASE_URL: "file:/tmp/x.db", CODEBOOK: "/codebook", LOG_LEVEL: "", UNRELATED: "x" };
  expect(readConfig({ CODEBOOK: "./other", DATABASE_URL: undefined }, environment)).toEqual({
    host: "0.0.0.0",
    port: 0,
    database_url: "file:/tmp/x.db",
    codebook: "./other",
    log_level: "info",
  });
});

test.each([
  ["PORT", "http", "0 to 65535"],
  ["PORT", "70000", "0 to 65535"],
  ["PORT", "-1", "0 to 65535"],
  ["PORT", "80.5", "0 to 65535"],
  ["HOST", "http://x", "host name"],
  ["DATABASE_URL", "data/parley.db", "file:PATH"],
  ["DATABASE_URL", "file:", "file:PATH"],
  ["DATABASE_URL", "mysql://x", "file:PATH"],
  ["LOG_LEVEL", "loud", "debug, trace, silent"],
])("names a wrong setting: %s=%s", (name, value, allowed) => {
  expect(() => readConfig({}, { [name]: value })).toThrow(`${name}=${value} is not allowed`);
  expect(() => readConfig({}, { [name]: value })).toThrow(allowed);
});

test("names all wrong settings at once", () => {
  expect(() => readConfig({}, { PORT: "x", LOG_LEVEL: "y" })).toThrow(/PORT=x[\s\S]*LOG_LEVEL=y/);
});
