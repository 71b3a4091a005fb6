// `parley dump`: the whole record as text, to compare or keep.
import { Command } from "commander";
import type { Context } from "./context.ts";
import { type GlobalOptions, settings, withReadonlyStore } from "./setup.ts";
import { print } from "./terminal.ts";

export function dumpCommand({ terminal }: Context): Command {
  return new Command("dump")
    .description("Print every row of the record as canonical JSON, one a line, ordered by table and key. Equal records give equal bytes.")
    .addHelpText(
      "after",
      "\nThe log of runs is left out: it holds the clock.\n\nExit codes: 0 printed, 2 wrong usage, 3 no database to read.\n\nExample:\n  $ parley dump | sha256sum\n",
    )
    .action(async (_, self: Command) => {
      const { dump } = await import("../store/dump.ts");
      await withReadonlyStore(settings(self.optsWithGlobals<GlobalOptions>()), async (store) => {
        for await (const line of dump(store)) await print(terminal.stdout, line);
      });
    });
}
