// The closed word lists of analysis.
export const relations = ["agreed", "bridgeable", "opposed", "unknown"] as const;
export type Relation = (typeof relations)[number];

export const directions = ["towards", "away", "firmer", "softer", "sideways"] as const;
export type Direction = (typeof directions)[number];

export const silenceStatuses = ["silent", "not_covered"] as const;
export type SilenceStatus = (typeof silenceStatuses)[number];

export const bucketSizes = ["day", "week", "month"] as const;
export type BucketSize = (typeof bucketSizes)[number];
