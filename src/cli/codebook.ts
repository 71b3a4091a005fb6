// `parley codebook check`: what stands in a codebook folder and all that is wrong with it.
import { Command } from "commander";
import { type Context, exitCodes } from "./context.ts";
import { type GlobalOptions, settings } from "./setup.ts";
import { print, printable } from "./terminal.ts";

export function codebookCommand(context: Context): Command {
  const codebook = new Command("codebook").description("Work with a codebook: the issues, actors, rounds and words that articles are read by.");
  codebook.addCommand(checkCommand(context));
  return codebook;
}

function checkCommand({ terminal, exit }: Context): Command {
  return new Command("check")
    .description("Check a codebook folder. Files that it lacks are the bundled ones, but for actors and rounds, which are then empty.")
    .argument("[folder]", "the folder (default: --codebook, setting CODEBOOK, else the bundled one)")
    .addHelpText(
      "after",
      "\nPrints each file with its number of entries, and each problem as file:line:column.\n\nExit codes: 0 sound, 1 a problem was found, 2 wrong usage.\n\nExamples:\n  $ parley codebook check\n  $ parley codebook check ../other-conflict\n",
    )
    .action(async (folder: string | undefined, _, self: Command) => {
      const { checkCodebook } = await import("../codebook/load.ts");
      const at = folder ?? settings(self.optsWithGlobals<GlobalOptions>()).codebook ?? undefined;
      const { files, problems: faults } = checkCodebook(at);
      const problems = faults.length > 0 ? faults : await exampleFaults(at);
      for (const { name, entries, bundled } of files)
        await print(terminal.stdout, `${name.padEnd(12)}${String(entries).padStart(6)}${bundled ? "  bundled" : ""}`);
      for (const problem of problems) await print(terminal.stderr, printable(problem));
      if (problems.length > 0) exit(exitCodes.faults);
    });
}

/** What the words of a sound codebook do not find in its own examples. */
async function exampleFaults(folder: string | undefined): Promise<string[]> {
  const { loadCodebook } = await import("../codebook/load.ts");
  const { prepare } = await import("../extract/lexicon.ts");
  const { faultyExamples } = await import("../extract/positions/vocabulary-examples.ts");
  const codebook = loadCodebook(folder);
  return faultyExamples(codebook.vocabulary, prepare(codebook));
}
