// The options that say what is known of an article, shared by `ingest` and `extract`.
import { type Command, Option } from "commander";
import { genres, textBases } from "../domain/vocabulary.ts";
import { UsageError } from "../ingest/errors.ts";
import { type FormatName, formatNames } from "../ingest/formats.ts";
import { metaFields, readMetadata } from "../ingest/metadata.ts";
import type { GivenMeta } from "../ingest/read.ts";

export interface MetadataOptions {
  type?: FormatName;
  source?: string;
  published?: string;
  title?: string;
  url?: string;
  author?: string;
  genre?: string;
  language?: string;
  textBasis?: string;
}

export function addMetadataOptions(command: Command): Command {
  return command
    .option("--source <name>", "the outlet that published it")
    .option("--published <date>", "EDTF: 2025-11-23, 2025-11, 2026-02-17/2026-02-18")
    .option("--title <text>", "its headline (one article only)")
    .option("--url <address>", "where it was published (one article only)")
    .option("--author <name>", "who wrote it")
    .option("--genre <code>", genres.join(", "))
    .option("--language <code>", "such as en")
    .option("--text-basis <code>", `${textBases.join(", ")} (default: original)`)
    .addOption(new Option("--type <type>", "the type of standard input (default: told from how it begins)").choices(formatNames));
}

/** The metadata that the options give. Throws UsageError naming every wrong one. */
export function givenMeta(options: MetadataOptions): GivenMeta {
  const { textBasis, ...rest } = options;
  const named: Record<string, unknown> = { ...rest, text_basis: textBasis };
  const { fields, wrong } = readMetadata(Object.fromEntries(metaFields.map((name) => [name, named[name]])));
  if (wrong.length > 0) throw new UsageError(wrong.map(({ field, message }) => `--${field.replace("_", "-")}: ${message}`).join("\n"));
  return fields;
}
