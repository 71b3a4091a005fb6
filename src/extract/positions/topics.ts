// What a sentence told of that a later one may answer with no word of its own: "Norland rejected the idea". Reads no words: who held what is known by then.
import type { Act } from "../../domain/vocabulary.ts";
import type { CueRef } from "./compile.ts";
import type { Hearing } from "./hearing.ts";
import type { Match } from "./patterns.ts";
import type { Draft } from "./rows.ts";
import type { PositionFinding } from "./types.ts";

/** What an earlier sentence was about. */
export interface Topic {
  issue: CueRef["issue"];
  cue: CueRef["cue"];
  /** What the words said of the proposition, and what stance the row took: "the truce" is the first, "the demand" the second. */
  sign: 1 | -1;
  stance: 1 | -1;
  /** How it was put forward; null where nobody did. */
  act: Act | null;
  /** The parties that hold it, who do not answer it. */
  by: readonly string[];
  /** Whether all words of the sentence told of it, and none of the codebook's alone. */
  heard: boolean;
  /** Tokens of the words. */
  at: readonly number[];
  sentence: number;
}

/** What one sentence told: its cues, the rows that they made, and the rows that its words made, each as likely as its own sentence lets it be. */
export interface SaidInOne {
  cues: readonly Match<CueRef>[];
  drafts: readonly Draft[];
  told: readonly { draft: Draft; finding: PositionFinding; chance: number }[];
  heard: readonly Hearing[];
}

/** Rows less likely tell of nothing that anybody answers. */
const least = 0.3;
/** Weaker cues that made no row tell of too little. */
const sure = 0.9;
const most = 3;

/** What a cue was about, with the stance that one of `drafts` took on it. */
export function topicOf(cue: Match<CueRef>, drafts: readonly Draft[], sentence: number): Topic {
  const { issue, cue: entry, sign } = cue.value;
  const stance = drafts.find((draft) => draft.cue === cue)?.stance;
  return { issue, cue: entry, sign, stance: stance === undefined ? sign : signOf(stance), act: null, by: [], heard: false, at: cue.at, sentence };
}

/** The topic, taken up again in `sentence`. */
export function takenUp({ issue, cue, sign, stance, act, by, heard, at }: Topic, sentence: number): Topic {
  return { issue, cue, sign, stance, act, by, heard, at, sentence };
}

/** What sentence `s` was about, the likeliest first; its cues where no row is likely. Empty where it told of nothing. */
export function topicsOf({ cues, drafts, told, heard }: SaidInOne, s: number): Topic[] {
  const rows = [
    ...told.map(({ draft, finding, chance }) => ({ cue: draft.cue, finding, chance, heard: false })),
    ...heard.map(({ cue, finding, chance }) => ({ cue, finding, chance, heard: true })),
  ]
    .filter(({ cue, chance }) => chance >= least && cue.value.cue.act === undefined)
    .toSorted((a, b) => b.chance - a.chance);
  const holdersOf = (issue: string): string[] => rows.flatMap(({ finding }) => (finding.issue === issue ? (finding.party ?? finding.actor) : []));
  const topics =
    rows.length > 0
      ? rows.map(
          ({ cue, finding, heard: byWords }): Topic => ({
            ...topicOf(cue, drafts, s),
            stance: signOf(finding.stance),
            act: finding.act,
            by: holdersOf(finding.issue),
            heard: byWords,
          }),
        )
      : cues.filter(({ value }) => value.cue.act === undefined && (value.cue.weight >= sure || value.issue.container)).map((cue) => topicOf(cue, drafts, s));
  return [...new Map(topics.map((topic) => [topic.issue.issue, topic])).values()].slice(0, most);
}

const signOf = (stance: string): 1 | -1 => (stance === "for" ? 1 : -1);
