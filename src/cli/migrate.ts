// `parley migrate`: the database brought to this program's schema and codebook.
import { Command } from "commander";
import type { Context } from "./context.ts";
import { type GlobalOptions, loadCodebookOf, settings, withStore } from "./setup.ts";
import { print } from "./terminal.ts";

export function migrateCommand({ terminal }: Context): Command {
  return new Command("migrate")
    .description("Make the database, or bring it to this version's tables and to the codebook. Ingest and serve --seed do so by themselves.")
    .addHelpText(
      "after",
      "\nDoing it again changes nothing. Articles are not extracted anew: ingest them again for that.\n\nExit codes: 0 done, 2 wrong usage, 3 it could not be done.\n\nExample:\n  $ parley migrate --database file:data/parley.db\n",
    )
    .action(async (_, self: Command) => {
      const { settle } = await import("../store/settle.ts");
      const config = settings(self.optsWithGlobals<GlobalOptions>());
      const codebook = await loadCodebookOf(config);
      await withStore(
        config,
        codebook,
        (line) => void terminal.stderr.write(`${line}\n`),
        (store) => settle(store, codebook),
      );
      await print(terminal.stdout, `${config.database_url} is up to date, with codebook ${codebook.version}`);
    });
}
