// Papers and what they hold: lists under "Westland's plan has five parts:", and points of a plan that count instead of it. Knows no words of issues.
import type { Analysis } from "./rows.ts";
import { isThing, subjectOf } from "./subjects.ts";
import type { PositionFinding } from "./types.ts";
import { type Holder, nobody, phrasesOf, type View } from "./view.ts";

/** Whose paper the lines over a list tell of; nobody where they tell of none or its owner is unknown. */
export function paperOver(view: View, above: readonly (Analysis | undefined)[]): Holder {
  for (const at of above) {
    const [plan] = at ? phrasesOf(at.marks, "plan") : [];
    const subject = at ? subjectOf(view, at.marks, at.grammar, 0) : nobody;
    if (!at || (!plan && !(isThing(view, subject) && at.marks.before.paper))) continue;
    const owners = [...at.owners.paper];
    if (owners.length > 0) return { via: "plan", actors: owners, token: plan?.first ?? subject.token };
  }
  return nobody;
}

/** "accepted a draft with a truce in it": where the same words show a row on what is in a paper, none is made of the paper as a whole. */
export function withoutPapers({ index }: View, found: readonly PositionFinding[]): PositionFinding[] {
  const isPaper = ({ issue }: PositionFinding): boolean => index.issues.get(issue)?.container === true;
  return found.filter(
    (row) =>
      !isPaper(row) ||
      !found.some(
        (other) =>
          !isPaper(other) &&
          other.actor === row.actor &&
          other.evidence[0]?.start === row.evidence[0]?.start &&
          other.evidence[0]?.end === row.evidence[0]?.end,
      ),
  );
}
