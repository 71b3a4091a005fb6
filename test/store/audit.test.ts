// The audit finds each breach of the record's rules, and none in a sound store.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { audit } from "../../src/store/audit.ts";
import { loadArticle } from "../../src/store/load.ts";
import { open } from "../../src/store/open.ts";
import { settle } from "../../src/store/settle.ts";
import { codebook, documentOf, freshStore, meta, talks } from "./fixtures.ts";

async function sound() {
  const store = await freshStore();
  for (const document of [talks, documentOf("Nothing.")]) await loadArticle(store, { text: document.text, meta: meta() }, document, "x1", []);
  await settle(store, codebook());
  return store;
}

describe("an audit", () => {
  it("of a sound store finds nothing", async () => expect(await audit(await sound())).toEqual([]));

  it("of a store without anything finds nothing", async () => expect(await audit(await freshStore())).toEqual([]));

  it("works on a store that is only to be read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "parley-audit-"));
    const store = await sound();
    await store.exec(`VACUUM INTO '${join(folder, "copy.db")}'`);
    const copy = await open(`file:${join(folder, "copy.db")}`, { readonly: true });
    expect(await audit(copy)).toEqual([]);
    await copy.close();
    await rm(folder, { recursive: true });
  });

  it.each<[string, string, string]>([
    ["a changed quote", "update evidence set quote = 'x' where position_id is not null", "a quote is its slice of the article's text"],
    ["a span that is one too long", `update evidence set "end" = "end" + 1`, "a quote is its slice of the article's text"],
    ["a span that counts UTF-16 units", `update evidence set start = start + 1, "end" = "end" + 1`, "a quote is its slice of the article's text"],
    ["a changed mention", "update mentions set text = text || '!'", "a mention is its slice of the article's text"],
    ["an attribution beyond the text", `update attributions set content = '[{"start":1,"end":9999}]'`, "an attribution's spans lie within the article's text"],
    [
      "an attribution that ends before it starts",
      `update attributions set cue = '{"start":9,"end":2}'`,
      "an attribution's spans lie within the article's text",
    ],
    ["a position without evidence", "delete from evidence where position_id is not null", "a position has evidence"],
    ["a round report without evidence", "delete from evidence where round_report_id is not null", "a round report has evidence"],
    [
      "evidence with two owners",
      "update evidence set round_report_id = (select id from round_reports), position_id = (select id from positions)",
      "evidence belongs to one row alone",
    ],
    [
      "evidence from another article",
      "update evidence set article_id = (select id from articles where text = 'Nothing.')",
      "evidence stands in the article of its row",
    ],
    [
      "a round report of another article",
      "update round_reports set article_id = (select id from articles where text = 'Nothing.')",
      "a position's round report is of the same article",
    ],
    ["a position at another round than its report", "update positions set round_id = null", "a position's round is that of its round report"],
    ["a condition that is none", "update positions set condition = 'if', conditional = 0", "a condition makes a position conditional"],
    ["a confidence of two", "update positions set confidence = 2", "confidence lies between 0 and 1"],
    [
      "a target on an issue without one",
      "update positions set target_id = 'norland' where issue_id = 'ceasefire'",
      "only positions on directed issues have a target",
    ],
    ["a date of a position without a basis", "update positions set date_basis = null", "a date has a basis, and no basis stands without a date"],
    ["a basis of a round's date without a date", 'update round_reports set "when" = null', "a date has a basis, and no basis stands without a date"],
    ["a flag that is no flag", "update positions set hedged = 7", "yes or no is 1 or 0"],
    ["a round's unknown issue", "update round_issues set issue_id = 'tariffs'", "a round's issue is an issue or a topic of the codebook"],
    ["a round report's unknown issue", "update round_report_issues set issue_id = 'tariffs'", "a round's issue is an issue or a topic of the codebook"],
    [
      "a provisional round that nobody tells of",
      "update rounds set provisional = 1; update round_reports set round_id = null",
      "a round that the codebook does not know is told by an article",
    ],
    ["a source that nobody names", "insert into sources (id, name, kind) values ('x', 'X', 'outlet')", "a source is named by an article"],
    ["an article whose source it does not report", "delete from source_reports", "an article's source is reported by it"],
    ["a reference to nothing", "update positions set speaker_id = 'nobody'", "a reference leads to a row"],
    ["a code that is none", "update positions set stance = 'perhaps'", "a reference leads to a row"],
    [
      "a code that the vocabulary lacks",
      "insert into stance_codes (code, label, definition, position) values ('perhaps', '', '', 9)",
      "the codes are those of the vocabulary",
    ],
    ["a code that is gone", "delete from act_codes where code = 'warn'", "the codes are those of the vocabulary"],
    ["a changed text", "update articles set text = text || '.'", "an id is the hash of what its row says"],
    ["a changed hash", "update articles set text_sha256 = 'x' || id", "an id is the hash of what its row says"],
    ["a position of another actor", "update positions set actor_id = 'eastia' where actor_id = 'norland'", "an id is the hash of what its row says"],
    ["a round report under another key", "update round_reports set key = 'r2'", "an id is the hash of what its row says"],
    ["an attribution by somebody else", "update attributions set speaker_id = 'norland'", "an id is the hash of what its row says"],
    [
      "bounds that are not the date's",
      "update positions set stated_to = '2025-12-31' where stated is not null",
      "the bounds of a date are its first and last day",
    ],
    ["a date that is none", "update articles set published = 'soon'", "the bounds of a date are its first and last day"],
    ["an office's bounds", "update affiliations set held_from = '1900-01-01'", "the bounds of a date are its first and last day"],
    ["a known round's bounds", "update rounds set when_from = null", "the bounds of a date are its first and last day"],
    ["full text of an article that lacks a word", "update article_search set text = 'truce'", "full text holds the words of its row"],
    ["full text that is missing", "delete from position_search", "full text holds the words of its row"],
    ["full text of nothing", "insert into round_report_search (rowid, quotes) values (77, 'x')", "full text holds the words of its row"],
  ])("finds %s", async (_, corruption, rule) => {
    const store = await sound();
    await store.exec(`PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; ${corruption}; PRAGMA ignore_check_constraints = OFF`);
    const rules = (await audit(store)).map((breach) => breach.rule);
    expect(
      rules.some((one) => one.startsWith(rule)),
      rules.join(" | "),
    ).toBe(true);
  });
});
