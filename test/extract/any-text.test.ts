// Texts cut and mixed at random from real layouts and styles: the extractor reads each to its end, whatever it is.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCodebook } from "../../src/codebook/load.ts";
import { ExtractionDocument } from "../../src/domain/documents.ts";
import { normaliseText } from "../../src/domain/text.ts";
import { extract } from "../../src/extract/extract.ts";
import { prepare } from "../../src/extract/lexicon.ts";

const root = new URL("../..", import.meta.url).pathname;
const lexicon = prepare(loadCodebook());
const lines = ["test/practice", "seeds/articles", "test/others"].flatMap((dir) =>
  readdirSync(join(root, dir))
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .flatMap((name) => readFileSync(join(root, dir, name), "utf8").split("\n")),
);
const scraps = ["A:", "Q:", "- ", "1.", '"', "«", "(", "By", "[", "[Moscow –", " said.", '" he said, "', "PRESIDENT", "the former", "On Monday"];
const names = ["", "", "", "", "Dmitry Peskov: ", "Ukraine: ", "the rebels: "];

const piece = fc
  .record({
    line: fc.oneof({ arbitrary: fc.constantFrom(...lines), weight: 3 }, fc.constantFrom(...scraps)),
    name: fc.constantFrom(...names),
    from: fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, fc.double({ min: 0, max: 1, noNaN: true })),
    to: fc.oneof({ arbitrary: fc.constant(1), weight: 2 }, fc.double({ min: 0, max: 1, noNaN: true })),
    letters: fc.constantFrom("as is", "as is", "as is", "small", "capital"),
    end: fc.constantFrom("\n", "\n", " ", "\n\n"),
  })
  .map(({ line, name, from, to, letters, end }) => {
    const cut = name + line.slice(Math.floor(from * line.length), Math.ceil(to * line.length));
    return (letters === "small" ? cut.toLowerCase() : letters === "capital" ? cut.toUpperCase() : cut) + end;
  });

test("no text makes the extractor throw, and every document keeps its form", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(null, "2025-03-01", "2025"), (pieces, published) => {
      const meta = { title: null, source: null, author: null, url: null, published, genre: null, language: null, text_basis: "original" as const };
      expect(ExtractionDocument.safeParse(extract({ text: normaliseText(pieces.join("")), meta }, lexicon)).error).toBeUndefined();
    }),
    { numRuns: 600 },
  );
}, 120_000);

test.each(["The war goes on. We cannot.", "The winter is long.", "The autumn talks end soon.", "Vladimir Putin spoke with"])("%s", (text) => {
  const meta = { title: null, source: null, author: null, url: null, published: "2025-03-01", genre: null, language: null, text_basis: "original" as const };
  expect(extract({ text, meta }, lexicon).text).toBe(text);
});
