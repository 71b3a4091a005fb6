// Fills a database with invented rows, any number of them, the same each time: what the benchmarks and the tests of query plans ask. Uses no article.
import { sql } from "drizzle-orm";
import { loadCodebook } from "../src/codebook/load.ts";
import { loadCodebookRows } from "../src/store/codebook-rows.ts";
import { migrate } from "../src/store/migrate.ts";
import { open, type Store } from "../src/store/open.ts";

const positionsPerArticle = 4;
const words = "the envoy told reporters that a truce must hold before any of the delegations would sit down again ".repeat(3);

/** A pseudo-random whole number from 0 to `below` - 1 for each row `n`; another `salt`, another sequence. */
const pick = (below: number, salt: number) => `((n * 2654435761 + ${salt} * 40503 + (n * ${salt * 2 + 1}) / 97) % 1000003 % ${below})`;
const rowId = (salt: number) => `printf('%08x%08x', (n * 2654435761) % 4294967296, (n * 40503 + ${salt}) % 4294967296)`;
const oneOf = (list: readonly string[], salt: number) => `json_extract('${JSON.stringify(list)}', '$[' || ${pick(list.length, salt)} || ']')`;
const numbers = (count: number) => `with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n < ${count - 1})`;

/** Makes the database at `url`, which must not exist, with that many positions, and answers the open store. */
export async function generate(url: string, positions: number): Promise<Store> {
  const store = await open(url);
  await migrate(store);
  const codebook = loadCodebook();
  await loadCodebookRows(store, codebook);
  const issues = codebook.issues.issues.map(({ id }) => id);
  const articles = Math.ceil(positions / positionsPerArticle);
  const rounds = Math.ceil(positions / 20);
  const day = (salt: number) => `date('2022-01-01', '+' || ${pick(1500, salt)} || ' days')`;
  await store.exec(`
    pragma cache_size = -1000000;
    begin;
    insert into sources (id, name, kind) ${numbers(100)} select 'source-' || n, 'Source ' || n, 'outlet' from numbers;
    insert into actors (id, name, kind, provisional) ${numbers(10)} select 'party-' || n, 'Party ' || n, 'state', 1 from numbers;
    insert into actors (id, name, kind, party_id, provisional) ${numbers(1000)} select 'person-' || n, 'Person ' || n, 'person', 'party-' || (n % 10), 1 from numbers;
    insert into articles (id, source_id, title, genre, language, text_basis, published, published_from, published_to, text, text_sha256, words, meta, notes, extraction)
      ${numbers(articles)}, dated as (select n, ${day(1)} as day from numbers)
      select ${rowId(1)}, 'source-' || ${pick(100, 2)}, 'Dispatch ' || n, ${oneOf(["report", "analysis", "opinion"], 3)}, 'en', 'original', day, day, day,
        'Dispatch ' || n || ': ${words}', printf('%064d', n), 60, '{}', '[]', 'generated' from dated;
    insert into positions (id, article_id, actor_id, party_id, issue_id, stance, act, target_id, conditional, hedged, past, attribution, speaker_id,
        stated, stated_from, stated_to, date_basis, confidence, rule)
      ${numbers(positions)}, dated as (select n, case when ${pick(10, 4)} = 0 then null else ${day(5)} end as day,
        case when ${pick(1000, 6)} = 0 then 900 when ${pick(20, 7)} = 0 then 30 else 0 end as days from numbers)
      select ${rowId(2)}, ${rowId(1).replaceAll("n *", `(n / ${positionsPerArticle}) *`)}, 'person-' || ${pick(1000, 8)}, 'party-' || (${pick(1000, 8)} % 10),
        ${oneOf(issues, 9)}, ${oneOf(["for", "against", "mixed"], 10)}, ${oneOf(["demand", "propose", "support", "accept", "oppose", "refuse"], 11)},
        case when ${pick(5, 12)} = 0 then 'party-' || ${pick(10, 13)} end, ${pick(7, 14)} = 0, ${pick(5, 15)} = 0, ${pick(9, 16)} = 0,
        ${oneOf(["quote", "statement", "officials", "author"], 17)}, case when ${pick(2, 18)} = 0 then 'person-' || ${pick(1000, 19)} end,
        case when days = 0 then day else day || '/' || date(day, '+' || days || ' days') end, day, date(day, '+' || days || ' days'),
        case when day is not null then 'stated' end, ${pick(100, 20)} / 100.0, 'rule-' || ${pick(50, 21)} from dated;
    insert into evidence (id, position_id, article_id, start, end, quote) select 'e' || substr(id, 2), id, article_id, 20, 60, 'told reporters that a truce must hold be' from positions;
    insert into rounds (id, kind, status, format, place, country, "when", when_from, when_to, date_basis, provisional)
      ${numbers(rounds)}, dated as (select n, ${day(22)} as day from numbers)
      select 'round-' || n, ${oneOf(["talks", "summit", "call"], 23)}, 'held', 'bilateral', 'Place ' || ${pick(200, 24)}, 'CH', day, day, day, 'stated', 1 from dated;
    insert into round_participants (round_id, actor_id, party_id, role)
      ${numbers(rounds)} select 'round-' || n, 'party-' || ${pick(10, 25)}, 'party-' || ${pick(10, 25)}, 'lead' from numbers;
    insert into round_issues (round_id, issue_id) ${numbers(rounds)} select 'round-' || n, ${oneOf(issues, 26)} from numbers;
    update positions set round_id = 'round-' || (rowid % ${rounds}) where rowid % 3 = 0;
    update dataset set version = 'generated-${positions}';
    commit;
    analyze;
  `);
  const broken = await store.rows(sql`pragma foreign_key_check`);
  if (broken.length > 0) throw new Error(`the generated rows refer to nothing ${broken.length} times`);
  return store;
}
