// Answers as routes declare them: one that is right, and the problems that may come instead. For the OpenAPI document and the checks of tests.
import * as z from "zod";
import { Problem, type ProblemKey, problems } from "../domain/problems.ts";
import { problemMediaType } from "./plugins/problems.ts";

export interface DeclaredResponse {
  description: string;
  content: Record<string, { schema: z.ZodType }>;
}

/** What any documented route may answer instead. */
const always: readonly ProblemKey[] = ["not-acceptable", "too-many-requests", "internal"];

/** The schema of an answer that is no JSON, for `others`. */
export const textAnswer = (description: string): z.ZodType => z.string().describe(description);

/** The schema of an answer in a format of its own: text, or an object where the media type says that it is JSON of some kind. */
export const foreignAnswer = (mediaType: string, description: string): z.ZodType =>
  mediaType.endsWith("+json") ? z.looseObject({}).describe(description) : textAnswer(description);

/** The responses of a route: `schema` with 200, in each of the media types, `others` by media type besides, and a problem for each of the keys. */
export function responses(
  description: string,
  schema: z.ZodType,
  keys: readonly ProblemKey[] = [],
  mediaTypes: readonly string[] = ["application/json"],
  others: Readonly<Record<string, z.ZodType>> = {},
): Record<number, DeclaredResponse> {
  const schemas = { ...Object.fromEntries(mediaTypes.map((type) => [type, schema])), ...others };
  const content = Object.fromEntries(Object.entries(schemas).map(([type, of]) => [type, { schema: of }]));
  const declared: Record<number, DeclaredResponse> = { 200: { description, content } };
  for (const key of [...keys, ...always]) {
    const { status, title } = problems[key];
    declared[status] = { description: `${title}.`, content: { [problemMediaType]: { schema: Problem } } };
  }
  return declared;
}
