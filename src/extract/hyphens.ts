// Where a hyphen makes one word of two: "Norland-backed", "go-between". Looks at three tokens.
import type { Token } from "./types.ts";

/** Whether token `i` is a hyphen or a short dash with nothing between it and the words on either side. */
export function isHyphen(tokens: readonly Token[], i: number): boolean {
  const [before, hyphen, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  return hyphen !== undefined && /^[-‑–]$/.test(hyphen.text) && before?.end === hyphen.start && hyphen.end === after?.start;
}
