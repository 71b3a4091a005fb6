// What zod finds wrong with a request, as a problem that names each parameter, what may stand there and what was probably meant.
import { distance } from "fastest-levenshtein";
import * as z from "zod";
import { type FieldError, ProblemError, type ProblemKey } from "../domain/problems.ts";
import { splitList } from "../domain/resources/values.ts";

/** A problem with one error a wrong parameter or field; `given` is what was checked. */
export function problemOf(error: z.ZodError, schema: z.ZodType, key: ProblemKey, given: unknown): ProblemError {
  return new ProblemError(key, { errors: error.issues.flatMap((issue) => fieldErrors(issue, schema, given)) });
}

function fieldErrors(issue: z.core.$ZodIssue, schema: z.ZodType, given: unknown): FieldError[] {
  const parameter = issue.path.length === 0 ? "" : String(issue.path[0]);
  if (issue.code === "unrecognized_keys" && issue.path.length === 0) {
    const allowed = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    return issue.keys.map((name) => ({
      parameter: name,
      message: "is not a parameter here",
      allowed,
      ...(elsewhere(name, allowed) ?? nearest(name, allowed)),
    }));
  }
  const raw = (given as Record<string, unknown> | null | undefined)?.[parameter];
  if (issue.path.length === 0) return [{ parameter: "body", message: "is not a JSON object" }];
  const value = givenValue(raw, issue.path[1]);
  const allowed = allowedValues(schema, parameter);
  if (raw === undefined) return [{ parameter, message: "is missing", ...(allowed && { allowed }) }];
  if (issue.code === "invalid_value")
    return [{ parameter, message: `does not take ${shown(value)}`, ...(allowed && { allowed }), ...nearest(String(value), allowed ?? []) }];
  return [{ parameter, message: `does not take ${shown(value)}: ${issue.message}`, ...(allowed && { allowed }), ...passedBound(issue), ...date(issue, value) }];
}

/** What a parameter takes, where that is a closed list or a bounded number. */
function allowedValues(schema: z.ZodType, parameter: string): string[] | undefined {
  const field = schema instanceof z.ZodObject ? (schema.shape[parameter] as z.ZodType | undefined) : undefined;
  if (!field) return undefined;
  const json = z.toJSONSchema(field, { io: "input", unrepresentable: "any" });
  const item = json.type === "array" && typeof json.items === "object" && !Array.isArray(json.items) ? json.items : json;
  if (item.enum) return item.enum.map(String);
  if (item.type === "boolean") return ["true", "false"];
  return item.type === "integer" ? [`${item.minimum} to ${item.maximum}`] : undefined;
}

/** The value at fault: of a comma list the item. */
function givenValue(raw: unknown, item: PropertyKey | undefined): unknown {
  const list = typeof item === "number" ? splitList(raw) : raw;
  return Array.isArray(list) && typeof item === "number" ? list[item] : raw;
}

function shown(value: unknown): string {
  if (value === "") return "an empty value";
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return typeof value === "string" ? `"${short}"` : short;
}

/** What zod would say in words of its own where a schema gives none: what belongs there. Undefined: zod's words will do. */
export function reasonOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type") return `a ${issue.expected}, given once`;
  if (issue.code === "too_small" && issue.origin === "string") return `at least ${issue.minimum} character${issue.minimum === 1 ? "" : "s"}`;
  if (issue.code === "too_big" && issue.origin === "string") return `at most ${issue.maximum} characters`;
  return undefined;
}

/** What other services call the same thing: a parameter of theirs, and those of ours that may be meant. */
const namesElsewhere: Readonly<Record<string, readonly string[]>> = {
  query: ["q"],
  search: ["q"],
  text: ["q"],
  page: ["cursor"],
  offset: ["cursor"],
  skip: ["cursor"],
  per_page: ["limit"],
  page_size: ["limit"],
  size: ["limit"],
  order: ["sort"],
  order_by: ["sort"],
  sort_by: ["sort"],
  select: ["fields"],
  expand: ["include"],
  embed: ["include"],
  since: ["from"],
  start: ["from"],
  start_date: ["from"],
  date_from: ["from"],
  until: ["to"],
  end: ["to"],
  end_date: ["to"],
  date_to: ["to"],
  interval: ["bucket"],
  granularity: ["bucket"],
  group_by: ["by", "facets"],
};

/** Undefined: not a name that is known from elsewhere. */
function elsewhere(given: string, allowed: readonly string[]): { did_you_mean?: string } | undefined {
  const name = given.toLowerCase();
  if (!Object.hasOwn(namesElsewhere, name)) return undefined;
  const ours = namesElsewhere[name]?.find((one) => allowed.includes(one));
  return ours === undefined ? {} : { did_you_mean: ours };
}

/**
 * The word of `allowed` that is fewest changes away, if it is not another word altogether: more than one change must leave the first letter within
 * the first two, so that `form` may mean `from` and `q` does not mean `id`.
 */
export function nearest(given: string, allowed: readonly string[]): { did_you_mean?: string } {
  const word = given.slice(0, 100).toLowerCase();
  let best: { word: string; changes: number } | undefined;
  for (const candidate of allowed) {
    const contained = word.length >= 3 && (candidate.startsWith(word) || (candidate.length >= 3 && word.startsWith(candidate)));
    const changes = contained ? 1 : distance(word, candidate.toLowerCase());
    if (!best || changes < best.changes) best = { word: candidate, changes };
  }
  if (!best) return {};
  // Where every letter would change, nothing is alike.
  if (best.changes >= Math.max(word.length, best.word.length)) return {};
  const alike = best.changes <= 1 || best.word.slice(0, 2).toLowerCase().includes(word.charAt(0));
  const limit = Math.max(2, Math.max(word.length, best.word.length) * 0.5);
  return alike && best.changes <= limit ? { did_you_mean: best.word } : {};
}

/** For a number out of bounds, the bound that it passed. */
function passedBound(issue: z.core.$ZodIssue): { did_you_mean?: string } {
  if (issue.code === "too_small" && issue.origin !== "string" && issue.origin !== "array") return { did_you_mean: String(issue.minimum) };
  if (issue.code === "too_big" && issue.origin !== "string" && issue.origin !== "array") return { did_you_mean: String(issue.maximum) };
  return {};
}

/** For a date in another spelling or past the end of its month, the day or month that it must mean. */
function date(issue: z.core.$ZodIssue, value: unknown): Pick<FieldError, "allowed" | "did_you_mean"> {
  if (!/day, month or year|calendar/.test(issue.message)) return {};
  const allowed = ["YYYY-MM-DD", "YYYY-MM", "YYYY"];
  const parts = /^(\d{4})(?:\D(\d{1,2})(?:\D(\d{1,2}))?)?(?!\d)/.exec(String(value));
  if (!parts) return { allowed };
  const [, year = "", month, day] = parts;
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return { allowed, did_you_mean: year };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const inMonth = day === undefined || Number(day) < 1 ? "" : `-${String(Math.min(Number(day), last)).padStart(2, "0")}`;
  return { allowed, did_you_mean: `${year}-${month.padStart(2, "0")}${inMonth}` };
}
