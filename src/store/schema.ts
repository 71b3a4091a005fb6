// All tables. Column names are the published field names. Ids are made by the program; nothing is deleted by cascade.
import { type Kit, sqliteKit } from "./kit.ts";
import { actorTables } from "./schema/actors.ts";
import { articleTables } from "./schema/articles.ts";
import { codebookTables } from "./schema/codebook.ts";
import { positionTables } from "./schema/positions.ts";
import { roundTables } from "./schema/rounds.ts";
import { runTables } from "./schema/runs.ts";

function define(k: Kit) {
  const codebook = codebookTables(k);
  const articles = articleTables(k, codebook);
  const actors = actorTables(k, { ...codebook, ...articles });
  const rounds = roundTables(k, { ...codebook, ...articles, ...actors });
  const positions = positionTables(k, { ...codebook, ...articles, ...actors, ...rounds });
  return { ...codebook, ...articles, ...actors, ...rounds, ...positions, ...runTables(k, articles) };
}

export const tables = define(sqliteKit);
export type Tables = typeof tables;
