// Tables of the codebook: what each code means, topics and issues.
import type { Kit } from "../kit.ts";

/** What a code means: the columns of each reference table, and of the view of them all. */
export function meaningColumns(k: Kit) {
  return {
    label: k.text("label").notNull(),
    definition: k.text("definition").notNull(),
    when_not: k.text("when_not"),
    example: k.text("example"),
    plover_event: k.text("plover_event"),
    plover_mode: k.text("plover_mode"),
    position: k.int("position").notNull(),
  };
}

export function codebookTables(k: Kit) {
  /** A reference table: the codes of one closed list with what they mean, so that the file explains itself. */
  const codeTable = <const Name extends string>(name: Name) =>
    k.table(name, {
      code: k.text("code").primaryKey(),
      ...meaningColumns(k),
    });

  const stance_codes = codeTable("stance_codes");
  const act_codes = codeTable("act_codes");
  const attribution_codes = codeTable("attribution_codes");
  const actor_kind_codes = codeTable("actor_kind_codes");
  const round_kind_codes = codeTable("round_kind_codes");
  const round_status_codes = codeTable("round_status_codes");
  const round_format_codes = codeTable("round_format_codes");
  const participant_role_codes = codeTable("participant_role_codes");
  const genre_codes = codeTable("genre_codes");
  const text_basis_codes = codeTable("text_basis_codes");
  const source_kind_codes = codeTable("source_kind_codes");
  const date_basis_codes = codeTable("date_basis_codes");

  const topics = k.table("topics", {
    id: k.text("id").primaryKey(),
    label: k.text("label").notNull(),
    definition: k.text("definition").notNull(),
    position: k.int("position").notNull(),
  });

  const issues = k.table(
    "issues",
    {
      id: k.text("id").primaryKey(),
      topic_id: k
        .text("topic_id")
        .notNull()
        .references(() => topics.id),
      label: k.text("label").notNull(),
      proposition: k.text("proposition").notNull(),
      directed: k.bool("directed").notNull(),
      note: k.text("note"),
      when_not: k.text("when_not").notNull(),
      example: k.text("example").notNull(),
      position: k.int("position").notNull(),
    },
    (t) => [
      k.index("issues_topic").on(t.topic_id, t.position, t.id),
      k.index("issues_position").on(t.position, t.id),
      k.index("issues_label").on(t.label, t.id),
      k.index("issues_directed").on(t.directed, t.position, t.id),
    ],
  );

  return {
    stance_codes,
    act_codes,
    attribution_codes,
    actor_kind_codes,
    round_kind_codes,
    round_status_codes,
    round_format_codes,
    participant_role_codes,
    genre_codes,
    text_basis_codes,
    source_kind_codes,
    date_basis_codes,
    topics,
    issues,
  };
}
export type CodebookTables = ReturnType<typeof codebookTables>;
