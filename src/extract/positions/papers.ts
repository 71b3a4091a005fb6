// Lists of what a paper holds: "Westland's plan has five parts:" over "A six-week truce". Knows no words of issues.
import type { Analysis } from "./rows.ts";
import { isThing, subjectOf } from "./subjects.ts";
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
