// The two halves of a list of texts, for what is learned of one and weighed on the other.
export const halfOf = <T>(list: readonly T[], half: 0 | 1): T[] => list.filter((_, i) => i % 2 === half);

export const otherThan = (half: 0 | 1): 0 | 1 => (half === 0 ? 1 : 0);
