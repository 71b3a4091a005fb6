// Moods that no modal verb shows: "that they be freed", "let them go", and the second verb of "should pack up and go". Reads verb groups and clauses; knows no words but "be" and "let".
import type { Token } from "../types.ts";
import type { Clauses } from "./clauses.ts";
import type { VerbGroup } from "./verbs.ts";

/** Gives "be" after a subject and "let" at a clause's head the mood of "must". In place, on the groups of one sentence. */
export function markWishes(tokens: readonly Token[], first: number, groups: readonly VerbGroup[]): void {
  groups.forEach((group, k) => {
    if (group.form !== "finite" || group.mood !== null) return;
    const before = groups[k - 1];
    const inverted = before !== undefined && before.first === before.main && before.mood !== null;
    if ((isSubjunctive(tokens, first, group) && !inverted) || isJussive(tokens, first, group)) group.mood = "must";
  });
}

/** "that every hostage be freed": a plain "be" with its subject before it. */
function isSubjunctive(tokens: readonly Token[], first: number, group: VerbGroup): boolean {
  const before = tokens[group.first - 1];
  return (tokens[group.first] as Token).lower === "be" && group.first > first + 1 && before !== undefined && !["PUNCT", "CCONJ"].includes(before.tag);
}

/** "Let us talk", "and let the assembly vote". */
function isJussive(tokens: readonly Token[], first: number, { first: at, last }: VerbGroup): boolean {
  if ((tokens[at] as Token).lower !== "let" || ["go", "down", "alone", "in", "out", "up"].includes(tokens[last]?.lower ?? "")) return false;
  const before = at > first ? (tokens[at - 1] as Token) : null;
  return !before || before.tag === "PUNCT" || before.tag === "CCONJ";
}

/** "should pack up and go", "must be freed and their names published": a plain second verb stands under the first one's modal verb. In place. */
export function shareMoods(tokens: readonly Token[], { clauses, clauseAt }: Clauses, first: number): void {
  for (const clause of clauses) {
    const verb = clause.verbs[0];
    if (verb?.form !== "finite" || verb.mood !== null || verb.first !== verb.main || clause.opener <= first) continue;
    if (!["and", "or", ","].includes((tokens[clause.opener] as Token).lower)) continue;
    const beside = clauses[clause.shares ?? (clauseAt[clause.opener - 1 - first] as number)];
    const over = beside?.verbs.findLast(({ form }) => form === "finite");
    if (!over?.mood || over.last > verb.first) continue;
    const { lower, lemma } = tokens[verb.main] as Token;
    const isOr = (tokens[clause.opener] as Token).lower === "or";
    if (clause.shares !== null && lower === lemma.toLowerCase() && (over.negators.length === 0 || isOr)) {
      verb.mood = over.mood;
      if (isOr) verb.negators.push(...over.negators);
    } else if (
      clause.shares === null &&
      over.passive &&
      over.negators.length === 0 &&
      lower !== lemma.toLowerCase() &&
      !lower.endsWith("s") &&
      endsHere(tokens, verb)
    ) {
      verb.mood = over.mood;
      verb.passive = true;
    }
  }
}

/** No object follows. */
function endsHere(tokens: readonly Token[], { last }: VerbGroup): boolean {
  return !["DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "SCONJ"].includes(tokens[last]?.tag ?? "PUNCT");
}
