// Labels and definitions of the closed word lists; `codeLists` in vocabulary.ts says which codes each list must hold.
import * as z from "zod";
import { codeLists } from "../vocabulary.ts";

const Code = z.strictObject({
  code: z.string(),
  label: z.string(),
  definition: z.string(),
  when_not: z.string().nullable().default(null),
  example: z.string().nullable().default(null),
  plover: z
    .strictObject({ event: z.string(), mode: z.string().nullable() })
    .nullable()
    .default(null)
    .describe("PLOVER event type and mode, on acts alone; null where PLOVER has none."),
});

/** One list a code list, each holding exactly the codes of vocabulary.ts in their order. */
export const Codes = z.strictObject(
  Object.fromEntries(Object.keys(codeLists).map((list) => [list, z.array(Code)])) as Record<keyof typeof codeLists, z.ZodArray<typeof Code>>,
);
export type Codes = z.infer<typeof Codes>;
