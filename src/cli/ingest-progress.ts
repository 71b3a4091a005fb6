// How an ingest is shown while it runs: a bar on a terminal, a line an article in a pipe, nothing where a machine reads.
import type { Writable } from "node:stream";
import { Presets, SingleBar } from "cli-progress";
import type { IngestStep } from "../ingest/ingest.ts";
import { printable } from "./terminal.ts";

interface Progress {
  step: (step: IngestStep) => void;
  end: () => void;
}

export function showProgress(stream: Writable & { isTTY?: boolean }, silent: boolean): Progress {
  if (silent) return { step: () => {}, end: () => {} };
  return stream.isTTY === true ? bar(stream) : lines(stream);
}

function lines(stream: Writable): Progress {
  const step = ({ path, outcome, reason }: IngestStep) =>
    void stream.write(`${printable(`${outcome.padEnd(7)}  ${path}${reason === null ? "" : ` ${reason}`}`)}\n`);
  return { step, end: () => {} };
}

function bar(stream: Writable): Progress {
  const shown = new SingleBar(
    {
      stream: stream as NodeJS.WriteStream,
      format: "{bar} {value}/{total} files  {articles} articles, {skipped} skipped  {eta_formatted}",
      clearOnComplete: true,
      hideCursor: null,
    },
    Presets.shades_classic,
  );
  const counts = { articles: 0, skipped: 0 };
  let started = false;
  return {
    step: ({ outcome, done, total }) => {
      if (outcome === "skipped") counts.skipped++;
      else counts.articles++;
      if (!started) shown.start(total, done, counts);
      else shown.update(done, counts);
      started = true;
    },
    end: () => shown.stop(),
  };
}
