// Which of the attributions inside somebody's words a document tells.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../../src/codebook/load.ts";
import { unknownMeta } from "../../../src/domain/articles.ts";
import { extract } from "../../../src/extract/extract.ts";
import { prepare } from "../../../src/extract/lexicon.ts";

const lexicon = prepare(loadCodebook());

/** The sources of a text's attributions, as the document tells them. */
function sourcesIn(text: string): (string | null)[] {
  return extract({ text, meta: unknownMeta }, lexicon).attributions.map(({ source }) => source && text.slice(source.start, source.end));
}

describe("attributions inside somebody's words", () => {
  it("are left out where the speaker tells of thoughts in passing", () => {
    expect(sourcesIn("The minister said that he believes the dam is safe and that nobody wants it closed.")).toEqual(["The minister"]);
  });
  it("are told where they are the next link of a chain", () => {
    expect(sourcesIn("Reuters reported that two officials said the dam was safe.")).toEqual(["Reuters", "two officials"]);
    expect(sourcesIn("Lavrov said that Zelensky had rejected the plan.")).toEqual(["Lavrov", "Zelensky"]);
  });
});
