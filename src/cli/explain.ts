// `parley explain`: sentence by sentence, what the extractor saw in a text and why it made a position or none.
import { Command } from "commander";
import type { ExplainedCue, ExplainedDocument, ExplainedSentence } from "../domain/explanations.ts";
import { type Context, exitCodes } from "./context.ts";
import { beginToExtract, holdOneText } from "./engine.ts";
import { addMetadataOptions, type MetadataOptions } from "./metadata-options.ts";
import { readOneSource } from "./one-source.ts";
import { brief, paint, type Style, wrap } from "./page.ts";
import { type GlobalOptions, loadCodebookOf, loadExtractor, settings } from "./setup.ts";
import { print, printable, type Terminal } from "./terminal.ts";

interface Options extends MetadataOptions, GlobalOptions {
  json?: boolean;
}

export function explainCommand(context: Context): Command {
  const command = new Command("explain")
    .description("Show, sentence by sentence, what the extractor saw in an article, and why words made a position or none.")
    .argument("<file>", "a file of any type that ingest reads, or - for standard input")
    .option("--json", "the extraction document with its explanation, as POST /v1/extract?explain=true answers it");
  return addMetadataOptions(command)
    .addHelpText("after", help)
    .action(async (file: string, _, self: Command) => runExplain(file, self.optsWithGlobals<Options>(), context));
}

async function runExplain(path: string, options: Options, { terminal, exit }: Context): Promise<void> {
  beginToExtract();
  const { articles, skipped } = await readOneSource(path, options, terminal.stdin);
  const { explain } = await loadExtractor(await loadCodebookOf(settings(options)));
  holdOneText();
  for (const { path: where, article } of articles) {
    const document = explain(article);
    if (options.json) await print(terminal.stdout, JSON.stringify(document, null, 2));
    else for (const line of pageOf(where, document, terminal.stdout)) await print(terminal.stdout, line);
  }
  for (const { path: where, reason } of skipped) await print(terminal.stderr, `parley: ${printable(`${where} ${reason}`)}`);
  if (skipped.length > 0) exit(exitCodes.faults);
}

/** What stands beside a sentence: a label and its words. */
interface Note {
  label: string;
  text: string;
  style?: Style;
}

const margin = 11;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

function pageOf(path: string, { article, positions, explanation }: ExplainedDocument, stdout: Terminal["stdout"]): string[] {
  const { genre, published } = article;
  const about = explanation.about_conflict ? counted(positions.length, "position") : "not about a conflict: it makes no positions";
  const head = `${path}: ${genre}, ${published === null ? "no date" : `published ${published}`}, ${counted(explanation.sentences.length, "sentence")}, ${about}`;
  return [
    ...wrap("", head).map((line) => paint(stdout, "bold", line)),
    ...explanation.unread.flatMap((line) => wrap(pad("unread"), brief(line.text))).map((line) => paint(stdout, "dim", line)),
    ...explanation.sentences.flatMap((sentence) => sentenceLines(sentence, stdout)),
  ];
}

function sentenceLines(sentence: ExplainedSentence, stdout: Terminal["stdout"]): string[] {
  const text = wrap("", sentence.text).map((line) => paint(stdout, "bold", line));
  return ["", ...text, ...notesOf(sentence).flatMap((note) => noteLines(note, stdout))];
}

function noteLines({ label, text, style }: Note, stdout: Terminal["stdout"]): string[] {
  return wrap(pad(label), text).map(
    (line) => paint(stdout, "dim", line.slice(0, margin)) + (style ? paint(stdout, style, line.slice(margin)) : line.slice(margin)),
  );
}

function pad(label: string): string {
  return `  ${label}`.padEnd(margin);
}

function notesOf({ block, clauses, mentions, attributions, dates, rounds, frames, cues }: ExplainedSentence): Note[] {
  const list = (label: string, items: readonly string[]): Note[] => (items.length === 0 ? [] : [{ label, text: items.join("; ") }]);
  return [
    ...(block === "paragraph" ? [] : [{ label: "line", text: block }]),
    ...(clauses.length < 2
      ? []
      : list(
          "clauses",
          clauses.map(({ kind, spans }) => `${kind} “${brief(spans.map((span) => span.text).join(" … "), 60)}”`),
        )),
    ...list(
      "who",
      mentions.map(({ text, actor, form, acts }) => `“${text}” ${actor} (${form}${acts ? "" : ", a place here"})`),
    ),
    ...attributions.map(({ kind, speaker, hedged, cue, content }) => ({
      label: "said",
      text: `${kind} by ${speaker ?? "nobody named"}${hedged ? ", hedged" : ""}${cue === null ? "" : `, cue “${cue.text}”`}: ${content.map((span) => `“${brief(span.text, 70)}”`).join(" and ")}`,
    })),
    ...list(
      "when",
      dates.map(({ text, when, basis, relation }) => `${relation === "at" ? "" : `${relation} `}“${text}” ${when ?? "left open"} (${basis})`),
    ),
    ...list(
      "rounds",
      rounds.map(({ id, kind, status }) => `${id} (${status} ${kind})`),
    ),
    ...list(
      "frames",
      frames.map(({ text, id, kind, act }) => `“${text}” ${id} (${kind}${act === null ? "" : `, ${act}`})`),
    ),
    ...cues.filter((cue) => cue.reasons.every(({ code }) => code !== "yields")).flatMap(cueNotes),
  ];
}

function cueNotes({ text, entry, direction, positions, reasons }: ExplainedCue): Note[] {
  const words = `“${text}” ${entry}, ${direction}`;
  if (reasons.length > 0) return [{ label: "–", text: `${words}: ${reasons.map((reason) => reason.text).join("; ")}`, style: "yellow" }];
  return positions.map(({ actor, issue, stance, act, target, condition, hedged, past, attribution, confidence, rule }) => {
    const marks = [
      target === null ? "" : `target ${target}`,
      condition === null ? "" : `condition “${condition}”`,
      hedged ? "hedged" : "",
      past ? "past" : "",
      `by ${attribution.kind}`,
      `confidence ${confidence}`,
      `rule ${rule}`,
    ].filter((mark) => mark !== "");
    return { label: "+", text: `${words}: ${actor} ${stance} ${issue}, ${act}, ${marks.join(", ")}`, style: "green" };
  });
}

const help = `
Beside each sentence: its clauses, who is named, who says what, dates, rounds, the frames that were found, and each run of
words that points to an issue: "+" with the position it made, "–" with the reason why it made none. Words that only lost
to longer or more specific ones stand in the JSON alone.

Exit codes: 0 printed, 1 the file or a part of it was skipped, 2 wrong usage, 3 broken codebook.

Examples:
  $ parley explain dispatch.txt --published 2025-11-23
  $ pbpaste | parley explain -
`;
