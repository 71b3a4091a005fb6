// The view of all code lists as one, which a migration made by hand. It is none of the tables: nothing is ever written to it.
import { sqliteKit as k } from "./kit.ts";

export const codesView = k.table("codes", {
  id: k.text("id").primaryKey(),
  list: k.text("list").notNull(),
  code: k.text("code").notNull(),
  label: k.text("label").notNull(),
  definition: k.text("definition").notNull(),
  when_not: k.text("when_not"),
  example: k.text("example"),
  plover_event: k.text("plover_event"),
  plover_mode: k.text("plover_mode"),
  position: k.int("position").notNull(),
});
