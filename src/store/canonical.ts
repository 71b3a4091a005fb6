// JSON in one form only, so that equal values are equal bytes: for dumps, comparisons and hashes.
import { compareText } from "../domain/collect.ts";

/** JSON of a plain value with the keys of every object in code-unit order and no blanks. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareText(a, b))) : part,
  );
}
