// Everything that can go wrong with a request, in one table: status, title and how to put it right. The answer's form is RFC 9457.
import * as z from "zod";

export const problems = {
  "invalid-parameter": {
    status: 400,
    title: "A parameter is wrong",
    help: "`errors` names each parameter, what is wrong with it, the allowed values where they are a closed list, and the nearest one. No parameter is ever ignored.",
  },
  "invalid-body": {
    status: 400,
    title: "The body is wrong",
    help: "`errors` names each field and what is wrong with it. Send a JSON object of the form that the OpenAPI document gives.",
  },
  "bad-request": {
    status: 400,
    title: "The request cannot be read",
    help: "The path or the HTTP message itself is malformed, for instance a `%` that is not followed by two hexadecimal digits.",
  },
  "not-found": {
    status: 404,
    title: "There is nothing here",
    help: "No row has this id, or no route this path. `/v1` lists the resources; a list with `id=` tells which ids exist.",
  },
  "method-not-allowed": {
    status: 405,
    title: "The method is not allowed here",
    help: "The `Allow` header lists the methods that the path takes. The record is read-only.",
  },
  "not-acceptable": {
    status: 406,
    title: "No format that the client accepts",
    help: "Ask for a format that the path offers, in `Accept`, or leave the header out.",
  },
  timeout: { status: 408, title: "The request took too long to arrive", help: "Send the whole request without pauses." },
  "body-too-large": { status: 413, title: "The body is too large", help: "Send at most two megabytes." },
  "uri-too-long": { status: 414, title: "The address is too long", help: "Ask for fewer values at once." },
  "unsupported-media-type": {
    status: 415,
    title: "The body is of a type that is not understood",
    help: "Send the body in a type that the path takes, most often JSON with `Content-Type: application/json`, and as it is: no `Content-Encoding`.",
  },
  "too-many-requests": {
    status: 429,
    title: "Too many requests",
    help: "Wait for the seconds that `Retry-After` gives. To read everything, take larger pages.",
  },
  "headers-too-large": { status: 431, title: "The headers are too large", help: "Send fewer or shorter headers." },
  internal: { status: 500, title: "The server failed", help: "The fault is the server's. Its log holds the cause under the answer's `request_id`." },
  unavailable: {
    status: 503,
    title: "The server cannot answer now",
    help: "The database is missing or not migrated, or the server is overloaded. Try again later.",
  },
} as const satisfies Record<string, { status: number; title: string; help: string }>;
export type ProblemKey = keyof typeof problems;

export const problemKeys = Object.keys(problems) as ProblemKey[];

/** One wrong parameter or field. */
export const FieldError = z.strictObject({
  parameter: z.string().describe("The parameter, or the field of the body."),
  message: z.string().describe("What is wrong with it."),
  allowed: z.array(z.string()).optional().describe("All that may stand there, where that is a closed list."),
  did_you_mean: z.string().optional().describe("The allowed word nearest to what was given."),
});
export type FieldError = z.infer<typeof FieldError>;

export const Problem = z
  .strictObject({
    type: z.string().describe("Address of the page that explains this kind of problem."),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("What happened this time."),
    instance: z.string().describe("The path that was asked."),
    request_id: z.string().describe("The id under which the server's log knows the request."),
    errors: z.array(FieldError).optional().describe("What is wrong, parameter by parameter."),
  })
  .meta({ id: "Problem", description: "What went wrong, in the form of RFC 9457." });
export type Problem = z.infer<typeof Problem>;

/** What `/problems/{key}` answers. */
export const ProblemPage = z
  .strictObject({ type: z.string(), title: z.string(), status: z.int(), help: z.string().describe("How to put it right.") })
  .meta({ id: "ProblemPage", description: "One kind of problem, explained." });

/** Thrown to answer with a problem. `detail` defaults to the errors in words, else to the title. */
export class ProblemError extends Error {
  readonly key: ProblemKey;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(key: ProblemKey, about: { detail?: string; errors?: readonly FieldError[]; headers?: Readonly<Record<string, string>> } = {}) {
    super(about.detail ?? (about.errors ? about.errors.map(inWords).join("; ") : problems[key].title));
    this.name = "ProblemError";
    this.key = key;
    this.errors = about.errors;
    this.headers = about.headers ?? {};
  }
}

const inWords = ({ parameter, message, did_you_mean }: FieldError) =>
  `\`${parameter}\` ${message}${did_you_mean === undefined ? "" : ` (did you mean ${did_you_mean}?)`}`;
