// The view of all code lists as one, which a migration made by hand. It is none of the tables: nothing is ever written to it.
import { sqliteKit as k } from "./kit.ts";
import { meaningColumns } from "./schema/codebook.ts";

export const codesView = k.table("codes", {
  id: k.text("id").primaryKey(),
  list: k.text("list").notNull(),
  code: k.text("code").notNull(),
  ...meaningColumns(k),
});
