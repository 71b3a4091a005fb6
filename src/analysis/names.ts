// Which actors a name may mean, with a score that explains itself: for search and for reconciling tables of names. Pure.
import { distance } from "fastest-levenshtein";
import { compareText } from "../domain/collect.ts";
import { searchText } from "../domain/search.ts";

export interface NamedActor {
  id: string;
  name: string;
  aliases: readonly string[];
}

/** Actors by the first letters of the words of their names. */
export interface NameIndex<Actor extends NamedActor> {
  actors: readonly { actor: Actor; names: readonly { name: string; folded: string; words: readonly string[] }[] }[];
  byStart: ReadonlyMap<string, readonly number[]>;
}

export interface NameMatch<Actor extends NamedActor> {
  actor: Actor;
  /** The name or alias that fits best. */
  name: string;
  /** 0 to 100. */
  score: number;
  /** How alike the spellings are, 0 to 1: 1 less the edit distance by the longer length. */
  spelling: number;
  /** Words in common, 0 to 1: twice the common ones by all words of both. The last word may be the beginning of one. */
  words: number;
  /** Whether the name fits exactly, case, accents and punctuation apart. */
  exact: boolean;
}

/** Names that share no beginning of a word with the query are not looked at. */
const startLength = 2;

export function indexNames<Actor extends NamedActor>(actors: readonly Actor[]): NameIndex<Actor> {
  const byStart = new Map<string, number[]>();
  const indexed = actors.map((actor, at) => {
    const names = [...new Set([actor.name, ...actor.aliases])].map((name) => {
      const folded = searchText(name);
      return { name, folded, words: folded.split(" ") };
    });
    for (const start of new Set(names.flatMap(({ words }) => words.map((word) => word.slice(0, startLength))))) {
      const known = byStart.get(start);
      if (known) known.push(at);
      else byStart.set(start, [at]);
    }
    return { actor, names };
  });
  return { actors: indexed, byStart };
}

/** The actors whose names are like the query, the best first, then by id; those that score less than 50 are left out. A query without a word finds nobody. */
export function matchNames<Actor extends NamedActor>({ actors, byStart }: NameIndex<Actor>, query: string): NameMatch<Actor>[] {
  const folded = searchText(query.slice(0, 200));
  if (folded === "") return [];
  const words = folded.split(" ");
  const near = new Set(words.flatMap((word) => byStart.get(word.slice(0, startLength)) ?? []));
  return [...near]
    .map((at) => {
      const { actor, names } = actors[at] as (typeof actors)[number];
      const matches = names.map((name) => ({ actor, ...scoreOf(folded, words, name) }));
      return matches.reduce((best, match) => (match.score > best.score ? match : best));
    })
    .filter(({ score }) => score >= 50)
    .sort((a, b) => b.score - a.score || compareText(a.actor.id, b.actor.id));
}

function scoreOf(folded: string, words: readonly string[], { name, folded: other, words: theirs }: { name: string; folded: string; words: readonly string[] }) {
  const exact = folded === other;
  const spelling = 1 - distance(folded, other) / Math.max(folded.length, other.length, 1);
  const common = words.filter(
    (word, at) => theirs.includes(word) || (at === words.length - 1 && word.length >= 3 && theirs.some((their) => their.startsWith(word))),
  );
  const shared = Math.min(1, (2 * common.length) / (words.length + theirs.length));
  const score = exact ? 100 : Math.min(99, Math.round(100 * Math.max(shared * 0.95, spelling, (shared + spelling) / 2)));
  return { name, score, spelling: rounded(spelling), words: rounded(shared), exact };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
