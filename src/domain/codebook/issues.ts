// What parties take positions on: topics and the propositions below them.
import * as z from "zod";
import { Id } from "./id.ts";

const Topic = z.strictObject({ id: Id, label: z.string(), definition: z.string() });

export const Issue = z.strictObject({
  id: Id,
  topic: Id,
  label: z.string(),
  proposition: z.string().describe("The sentence that a stance is for or against."),
  directed: z.boolean().default(false).describe("Whether it matters who would have to act (the target)."),
  note: z.string().nullable().default(null),
  when_not: z.string().describe("What looks like this issue and is another."),
  example: z.string().describe("A sentence that is coded with it."),
});
export type Issue = z.infer<typeof Issue>;

export const Issues = z.strictObject({ topics: z.array(Topic), issues: z.array(Issue) });
