// What zod finds wrong with a value, in plain words that follow its name: "must be text, not a number". Knows no schema.
import type { z } from "zod";

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "named fields",
  record: "named fields",
  null: "nothing",
};

/** For `error` of a parse. Undefined where zod's own words will do, and where the schema has words of its own, which win. */
export function inPlainWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== "custom") return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `must be ${kinds[issue.expected] ?? issue.expected}, not ${kindOf(issue.input)}`;
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}`;
    case "too_small":
      return `must ${bound(issue.origin, "at least", Number(issue.minimum))}`;
    case "too_big":
      return `must ${bound(issue.origin, "at most", Number(issue.maximum))}`;
    case "unrecognized_keys":
      return `must not have ${issue.keys.map((key) => JSON.stringify(key)).join(", ")}`;
    case "invalid_format":
      return issue.format === "url" ? "must be a web address" : "is not of the form that is wanted";
    case "invalid_union":
      return `has none of the forms that may stand there, and is ${kindOf(issue.input)}`;
    default:
      return undefined;
  }
}

function bound(origin: string, edge: string, count: number): string {
  const what = { string: "character", array: "entry" }[origin];
  if (what === undefined) return `be ${edge} ${count}`;
  return `have ${edge} ${count} ${count === 1 ? what : what === "entry" ? "entries" : `${what}s`}`;
}

function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  return Array.isArray(value) ? "a list" : (kinds[typeof value] ?? "that");
}
