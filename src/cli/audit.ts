// `parley audit`: whether the database keeps every promise of the record.
import { Command } from "commander";
import { type Context, exitCodes } from "./context.ts";
import { type GlobalOptions, settings, withReadonlyStore } from "./setup.ts";
import { print, printable } from "./terminal.ts";

export function auditCommand({ terminal, exit }: Context): Command {
  return new Command("audit")
    .description("Check every invariant of the database: quotes equal their slice of the text, each fact has evidence, no orphans, known codes.")
    .addHelpText(
      "after",
      "\nPrints one line a breach: rule, table, row. Changes nothing.\n\nExit codes: 0 sound, 1 a breach was found, 2 wrong usage, 3 no database to audit.\n\nExample:\n  $ parley audit --database file:data/parley.db\n",
    )
    .action(async (_, self: Command) => {
      const { audit } = await import("../store/audit.ts");
      const breaches = await withReadonlyStore(settings(self.optsWithGlobals<GlobalOptions>()), audit);
      for (const { rule, table, id } of breaches) await print(terminal.stdout, printable(`${rule}: ${table}${id === "" ? "" : ` ${id}`}`));
      await print(terminal.stderr, breaches.length === 0 ? "sound: no breach" : `${breaches.length} breaches`);
      if (breaches.length > 0) exit(exitCodes.faults);
    });
}
