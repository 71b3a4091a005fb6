// Function words of verb groups: auxiliaries, moods, negation, and verbs that a bare form follows. Decides nothing.

export type Mood = "must" | "will" | "may";

export const be = new Set(["be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "'m"]);
export const copulas = new Set([
  "become",
  "becomes",
  "became",
  "remain",
  "remains",
  "remained",
  "seem",
  "seems",
  "seemed",
  "appear",
  "appears",
  "appeared",
  "stay",
  "stays",
  "stayed",
]);
/** Behind a verb and before or behind its object: "give away", "turn that down". */
export const particles = new Set(["away", "up", "over", "back", "off", "out", "down", "aside"]);
export const negation = new Set(["not", "n't", "never", "neither", "nor", "hardly", "scarcely", "barely"]);
export const moods: ReadonlyMap<string, Mood> = new Map<string, Mood>([
  ["must", "must"],
  ["should", "must"],
  ["shall", "must"],
  ["ought", "must"],
  ["will", "will"],
  ["would", "will"],
  ["wo", "will"],
  ["'ll", "will"],
  ["'d", "will"],
  ["may", "may"],
  ["might", "may"],
  ["could", "may"],
  ["can", "may"],
  ["ca", "may"],
]);
export const marks = new Set(['"', "“", "”", "'", "‘", "’"]);
export const takesTo = new Set(["have", "has", "had", "having", "need", "needs", "needed", "ought", "going", ...be]);
export const bareAfter = new Set(["let", "make", "help", "see", "have", "watch"]);
