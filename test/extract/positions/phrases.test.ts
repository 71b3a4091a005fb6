// Phrases of newspapers for being for or against a thing, each tried with one thing: whether frames.yaml knows the phrase and its side.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { rowsOf } from "./extract-of.ts";

const phrases = z
  .strictObject({ for: z.array(z.string()), against: z.array(z.string()) })
  .parse(parse(readFileSync(new URL("./phrases.yaml", import.meta.url), "utf8")));

describe.each(["for", "against"] as const)("who is %s a truce", (stance) => {
  it.each(phrases[stance])("%s", (phrase) => expect(rowsOf(`Russian soldiers attacked. Ukraine ${phrase}.`)).toContain(`ukraine ceasefire ${stance}`));
});
