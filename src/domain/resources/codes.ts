// Codes: the words of the closed lists (stances, acts, kinds, roles), with what each means.
import * as z from "zod";
import { type CodeList, codeLists } from "../vocabulary.ts";
import { RowId } from "./fields.ts";
import { linksSchema, type Resource } from "./resource.ts";

export const CodeRecord = z
  .strictObject({
    id: RowId.describe("The list and the code, with a dot between: `stance.for`."),
    list: z.enum(Object.keys(codeLists) as [CodeList, ...CodeList[]]).describe("The list that the code belongs to."),
    code: z.string().describe("The code, as fields and filters hold it."),
    label: z.string().describe("Its name."),
    definition: z.string().describe("What it means."),
    when_not: z.string().nullable().describe("What looks like it and is coded otherwise. Null: nothing to warn of."),
    example: z.string().nullable().describe("A sentence that is coded with it. Null: none given."),
    plover_event: z.string().nullable().describe("The PLOVER event type nearest to it. Null: none."),
    plover_mode: z.string().nullable().describe("The PLOVER mode nearest to it. Null: none."),
    position: z.int().describe("Its place in the codebook's order."),
    links: linksSchema([]),
  })
  .meta({ id: "Code", description: "A word of a closed list and what it means." });

export const codes: Resource = {
  name: "codes",
  singular: "code",
  description:
    "What the codes mean: stances, acts, ways of knowing, formats and kinds, each with its definition, what it is not, an example and, for acts, its PLOVER type.",
  record: CodeRecord,
  item: CodeRecord,
  fields: {
    id: { filter: "text", sort: true },
    list: { filter: "word", sort: true, facet: true },
    code: { filter: "text", sort: true },
    label: { filter: "text", sort: true },
    definition: {},
    when_not: {},
    example: {},
    plover_event: { filter: "text", sort: true, facet: true },
    plover_mode: { filter: "text", sort: true },
    position: { sort: true },
  },
  references: {},
  relations: {},
  lists: {},
  date: null,
  fullText: false,
  defaultSort: ["list", "position"],
};
