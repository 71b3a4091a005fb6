// `parley`: its commands, global options and exit codes. Each command is a file of its own; a command answers its exit code.
import { Command, CommanderError } from "commander";
import { version } from "../api/version.ts";
import { UsageError } from "../ingest/errors.ts";
import { auditCommand } from "./audit.ts";
import { codebookCommand } from "./codebook.ts";
import { type Context, exitCodes } from "./context.ts";
import { diffCommand } from "./diff.ts";
import { dumpCommand } from "./dump.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { extractCommand } from "./extract.ts";
import { ingestCommand } from "./ingest.ts";
import { migrateCommand } from "./migrate.ts";
import { serveCommand } from "./serve.ts";
import { print, printable, type Terminal } from "./terminal.ts";

/** Runs one command line, without `node` and the script's name, and answers its exit code. Throws nothing. */
export async function runProgram(argv: readonly string[], terminal: Terminal): Promise<number> {
  let code: number = exitCodes.done;
  const context: Context = { terminal, exit: (value) => (code = value) };
  try {
    await buildProgram(context).parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    const usage = error instanceof UsageError;
    for (const line of (error as Error).message.split("\n")) await print(terminal.stderr, `parley: ${printable(line)}`);
    return usage ? exitCodes.usage : exitCodes.setup;
  }
}

function buildProgram(context: Context): Command {
  const { stdout, stderr } = context.terminal;
  const program = new Command("parley")
    .description(
      "News articles on peace negotiations as a queryable record: who said what at the table, on which issue, when, with the sentence that shows it.",
    )
    .option("--codebook <folder>", "the codebook to read by (setting CODEBOOK; default: the bundled one)")
    .option("--database <url>", "the database, file:PATH (setting DATABASE_URL; default: file:data/parley.db)")
    .version(version, "-V, --version", "print the version")
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(--help tells more)")
    .exitOverride()
    .addHelpText("after", programHelp);
  for (const command of [
    ingestCommand,
    extractCommand,
    explainCommand,
    diffCommand,
    serveCommand,
    auditCommand,
    migrateCommand,
    codebookCommand,
    exportCommand,
    dumpCommand,
  ])
    program.addCommand(command(context));
  inheritSettings(program);
  return program;
}

/** Commands made apart from their parent do not know its streams and its way of ending. */
function inheritSettings(parent: Command): void {
  for (const command of parent.commands) inheritSettings(command.copyInheritedSettings(parent));
}

const programHelp = `
Exit codes:
  0  done
  1  done with faults: articles were skipped, the audit or the codebook check found something
  2  the command line is wrong
  3  the set-up is broken: a setting, the codebook or the database
  130  stopped by Ctrl-C, after the article in hand

Settings from the environment: HOST, PORT, DATABASE_URL, CODEBOOK, LOG_LEVEL.

To begin:
  $ parley serve --seed          the bundled articles, served at http://127.0.0.1:3000/docs
  $ parley ingest my-articles/   your own
`;
