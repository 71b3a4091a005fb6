// Which lines of a page's head give the article's date, and which only mention one.
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../src/codebook/load.ts";
import { unknownMeta } from "../../src/domain/articles.ts";
import { extract } from "../../src/extract/extract.ts";
import { prepare } from "../../src/extract/lexicon.ts";

const lexicon = prepare(loadCodebook());
const body = "Negotiators of the two republics agreed on a truce in the capital, officials said, after a day of talks.\n\nBoth sides will meet again.";

function publishedOf(head: string): string | null {
  return extract({ text: `${head}\n\n${body}\n`, meta: unknownMeta }, lexicon).article.published;
}

describe("the date of an article", () => {
  it.each([
    ["Envoys agree on a truce\n\nPublished: 4 December 2025 at 11:20 CET", "2025-12-04"],
    ["Envoys agree on a truce\n\nUpdated 14:05 GMT, 3 March 2025", "2025-03-03"],
    ["Envoys agree on a truce\n\n03.03.2025", "2025-03-03"],
    ["Envoys agree on a truce\n\n2025/10/08 - 11:45 PM | Views: 2,311 | A- A+", "2025-10-08"],
    ["envoys agree on a truce\n\n22 october 2023 · updated 06:14 · 2 min read · 17 comments", "2023-10-22"],
    ["Envoys agree on a truce\n\nLAKESIDE — Interview: Mara Holt — 3 September 2024", "2024-09-03"],
    ["Envoys agree on a truce\n\nMarch 11, 2026, 14:22 | Text: Mara Holt, special correspondent | Lake Wire", "2026-03-11"],
    ["Truce live: envoys agree\n\nRolling coverage, 5 February 2026 | By Mara Holt (now) and Jo Lind (earlier)", "2026-02-05"],
    ["COMMENTARY\n\nA truce in name only?\n\nMara Holt, Senior Fellow, Lakes Programme\n21 September 2023 | 6 min read | Download PDF", "2023-09-21"],
    ["The Lake Letter, no. 114: A truce\n\nFriday 17 November 2023. You receive this as a paying subscriber.", "2023-11-17"],
    ['<h1>Envoys agree on a truce</h1>\n<span>Mara Holt</span> <time datetime="2025-06-24T09:30:00Z">24 June 2025</time></div>', "2025-06-24"],
    ["Envoys agree on a truce\n\nLAKESIDE, May 13 (2024) - Talks between the two sides are on pause, a spokesman said.", "2024-05-13"],
    ["Envoys agree on a truce\n\nLAKESIDE, September 12. /VESTNIK/. Talks between the two sides are on pause, a spokesman said.", "XXXX-09-12"],
  ])("is read from %j", (head, date) => {
    expect(publishedOf(head)).toBe(date);
  });

  it.each([
    ["Envoys agree on a truce\n\nThe war began on 24 February 2022 — and nobody in the valley has forgotten the morning."],
    ["Envoys agree on a truce\n\n24 February 2022. The sirens wake the city and nobody knows yet what the day will bring."],
    ["Envoys agree on a truce\n\nFriday 17 November 2023 was the day on which the bridge fell, and the two sides still argue about it."],
    ["Envoys agree on a truce\n\nThe accord – signed on 12 May 2019 by both presidents – has never been put into force in the border towns."],
    ["Envoys agree on a truce\n\nBy Mara Holt | 3 min read | Lakes"],
  ])("is not read from %j", (head) => {
    expect(publishedOf(head)).toBeNull();
  });
});
