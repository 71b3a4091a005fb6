// What the dates stage finds in one text.
import type { Range } from "../types.ts";
import type { Stretch } from "./calendar.ts";

/** `first` and `last` are token indices, `last` exclusive. */
export interface DateMention extends Range {
  first: number;
  last: number;
  /** EDTF; null where the words point to a day that the text and its date do not settle. */
  when: string | null;
  /** `resolved` where the article's date or an earlier date of the text was needed. */
  basis: "stated" | "resolved";
  /** What `when` is as fine as; `days` is a run of days. */
  precision: "day" | "days" | "week" | "month" | "season" | "year" | "vague";
  /** How the words before it tie it: "since Monday" is no date of what happened. `next`: "two days after", the day of what follows and of nothing before it. */
  relation: "at" | "since" | "until" | "before" | "after" | "next";
}

/** A date as read: `stretch` is null where nothing settles it. */
export interface Reading {
  first: number;
  last: number;
  stretch: Stretch | null;
  stated: boolean;
  precision: DateMention["precision"];
}
