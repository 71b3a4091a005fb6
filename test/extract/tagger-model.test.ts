// The model made ready in place is the one that the package makes.

import { expect, it } from "vitest";
import model from "wink-eng-lite-web-model";
import { taggerModel } from "../../src/extract/tagger-model.ts";

it("holds what the package's own holds", () => {
  const core = (made: unknown): Record<string, unknown> => (made as { core: () => Record<string, unknown> }).core();
  const own = core(model); // A copy, made before the original is changed.
  const ready = core(taggerModel);
  expect(Object.keys(ready)).toEqual(Object.keys(own));
  for (const part of Object.keys(own)) expect(ready[part], part).toEqual(own[part]);
});
