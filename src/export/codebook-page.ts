// The codebook as a page to read (Markdown): what each code and each issue means.
import type { Codebook } from "../domain/codebook/codebook.ts";

/** Each list of codes, then the issues by topic. */
export function codebookPage({ codes, issues }: Pick<Codebook, "codes" | "issues">): string {
  const cell = (text: string | null) => (text ?? "").replace(/\|/g, "\\|").replace(/\s+/g, " ");
  const table = (head: string[], rows: (string | null)[][]) =>
    [`| ${head.join(" | ")} |`, `| ${head.map(() => "---").join(" | ")} |`, ...rows.map((row) => `| ${row.map(cell).join(" | ")} |`)].join("\n");
  const lists = Object.entries(codes).map(([name, list]) => {
    const mapped = list.some((code) => code.plover !== null);
    const head = ["code", "label", "definition", "when not", "example", ...(mapped ? ["PLOVER"] : [])];
    const rows = list.map((c) => [
      `\`${c.code}\``,
      c.label,
      c.definition,
      c.when_not,
      c.example,
      ...(mapped ? [[c.plover?.event, c.plover?.mode].filter(Boolean).join(" / ") || "none"] : []),
    ]);
    return `## ${name}\n\n${table(head, rows)}\n`;
  });
  const topics = issues.topics.map((topic) => {
    const rows = issues.issues
      .filter((issue) => issue.topic === topic.id)
      .map((i) => [`\`${i.id}\``, i.proposition, i.directed ? "yes" : "", i.note, i.when_not, i.example]);
    return `### ${topic.label}\n\n${topic.definition}\n\n${table(["issue", "proposition", "directed", "note", "when not", "example"], rows)}\n`;
  });
  return `# Codebook\n\nA stance is an attitude to an issue's proposition; *directed* issues have a target, the actor that would have to act.\n\n${lists.join("\n")}\n## Issues\n\n${topics.join("\n")}`;
}
