// A whole codebook in memory: everything that the extractor knows about a war, its people and the language. Files of a codebook folder, one schema each.
import type { z } from "zod";
import { Actors } from "./actors.ts";
import { AttributionLanguage } from "./attribution.ts";
import { Codes } from "./codes.ts";
import { IssueCues } from "./cues.ts";
import { Dates } from "./dates.ts";
import { Frames } from "./frames.ts";
import { Groups } from "./groups.ts";
import { Issues } from "./issues.ts";
import { Layout } from "./layout.ts";
import { Learned } from "./learned.ts";
import { Meetings } from "./meetings.ts";
import { Modality } from "./modality.ts";
import { type Gazetteer, Venues } from "./places.ts";
import { Rounds } from "./rounds.ts";
import { Titles } from "./titles.ts";
import { Vocabulary } from "./vocabulary.ts";

/** `<name>.yaml` in a codebook folder and the schema that checks it. */
export const codebookFiles = {
  issues: Issues,
  codes: Codes,
  actors: Actors,
  world: Actors,
  rounds: Rounds,
  venues: Venues,
  titles: Titles,
  groups: Groups,
  attribution: AttributionLanguage,
  frames: Frames,
  cues: IssueCues,
  vocabulary: Vocabulary,
  learned: Learned,
  modality: Modality,
  meetings: Meetings,
  dates: Dates,
  layout: Layout,
} as const;
export type CodebookFile = keyof typeof codebookFiles;

type Parsed = { [K in CodebookFile]: z.infer<(typeof codebookFiles)[K]> };

/** `version` is the first 12 characters of the SHA-256 over all files; `places` comes from packages and venues.yaml. */
export type Codebook = Omit<Parsed, "venues"> & { version: string; places: Gazetteer };
