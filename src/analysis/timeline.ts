// Positions over time: counts in days, ISO weeks or months without gaps. Pure; counts come in by day.
import { type BucketSize, bucketSizes } from "../domain/analysis/words.ts";
import { bounded, compareText } from "../domain/collect.ts";
import { addDays } from "../domain/dates.ts";

/** How many rows begin on a day and have a key. A null day: undated. A null key: the rows lack what they are counted by. */
export interface DayCount {
  day: string | null;
  key: string | null;
  count: number;
}

interface Bucket {
  /** `2025-11-23`, `2025-W47` (ISO 8601 week, beginning on Monday), `2025-11`. */
  bucket: string;
  from: string;
  to: string;
  total: number;
  /** By key; every series stands in every bucket. */
  counts: Record<string, number>;
}

interface Timeline {
  buckets: Bucket[];
  /** Keys by number of rows, then by name. */
  series: { key: string; total: number }[];
  /** Rows of no series: they lack a key, or it is not among the most frequent. Part of every total. */
  others: number;
  undated: number;
  /** Rows in buckets that are left out because there would be too many: the oldest go. */
  earlier: number;
  /** The time of those buckets; null where all are there. */
  cut: { from: string; to: string } | null;
}

interface TimelineOptions {
  size: BucketSize;
  /** ISO days: the first and last bucket. Rows that begin outside count in the nearest bucket. Null: where the rows begin and end. */
  from: string | null;
  to: string | null;
  /** The most series. */
  series: number;
}

export const maxBuckets = 2000;

/** All totals, `undated` and `earlier` together are the number of rows. */
export function timeline(counts: readonly DayCount[], { size, from, to, series }: TimelineOptions): Timeline {
  const dated = counts.filter(isDated);
  const days = dated.map(({ day }) => day).sort(compareText);
  const first = from ?? days[0] ?? to;
  const last = to ?? later(days.at(-1) ?? null, from);
  const totals = new Map<string, number>();
  for (const { key, count } of counts) if (key !== null) totals.set(key, (totals.get(key) ?? 0) + count);
  const ranked = [...totals].map(([key, total]) => ({ key, total })).sort((a, b) => b.total - a.total || compareText(a.key, b.key));
  const { kept } = bounded(ranked, series);
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const buckets = first === null || last === null ? [] : emptyBuckets(first, last, size, kept);
  const oldest = buckets[0]?.from;
  const cut = first !== null && oldest !== undefined && first < oldest ? { from: first, to: addDays(oldest, -1) } : null;
  const byName = new Map(buckets.map((bucket) => [bucket.bucket, bucket]));
  let earlier = 0;
  for (const { day, key, count } of dated) {
    const within = day < (first as string) ? (first as string) : day > (last as string) ? (last as string) : day;
    const bucket = byName.get(bucketOf(within, size));
    if (!bucket) earlier += count;
    else {
      bucket.total += count;
      if (key !== null && Object.hasOwn(bucket.counts, key)) bucket.counts[key] = (bucket.counts[key] ?? 0) + count;
    }
  }
  return {
    buckets,
    series: kept,
    others: all - kept.reduce((sum, { total }) => sum + total, 0),
    undated: counts.filter((count) => !isDated(count)).reduce((sum, { count }) => sum + count, 0),
    earlier,
    cut,
  };
}

/** Years of five digits, which EDTF allows, are no news. */
const isDated = (count: DayCount): count is DayCount & { day: string } => count.day !== null && /^\d{4}-\d{2}-\d{2}$/.test(count.day);

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

function emptyBuckets(first: string, last: string, size: BucketSize, series: readonly { key: string }[]): Bucket[] {
  const buckets: Bucket[] = [];
  for (let to = endOf(last, size); buckets.length < maxBuckets; ) {
    const from = startOf(to, size);
    buckets.push({ bucket: bucketOf(to, size), from, to, total: 0, counts: Object.fromEntries(series.map(({ key }) => [key, 0])) });
    if (from <= first) break;
    to = addDays(from, -1);
  }
  return buckets.reverse();
}

/** Monday is 0. */
const weekday = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;

/** The smallest size of which so many buckets cover the time; null where not even months do. */
export const sizeFor = (from: string, to: string): BucketSize | null =>
  bucketSizes.find((size) => (Date.parse(to) - Date.parse(from)) / 86_400_000 < (maxBuckets - 2) * { day: 1, week: 7, month: 28 }[size]) ?? null;

function startOf(day: string, size: BucketSize): string {
  if (size === "day") return day;
  return size === "month" ? `${day.slice(0, 7)}-01` : addDays(day, -weekday(day));
}

function endOf(day: string, size: BucketSize): string {
  if (size === "day") return day;
  if (size === "week") return addDays(day, 6 - weekday(day));
  return addDays(startOf(addDays(startOf(day, "month"), 31), "month"), -1);
}

/** The name of the bucket that holds a day. An ISO week belongs to the year of its Thursday. */
export function bucketOf(day: string, size: BucketSize): string {
  if (size === "day") return day;
  if (size === "month") return day.slice(0, 7);
  const thursday = addDays(day, 3 - weekday(day));
  const year = thursday.slice(0, 4);
  const number = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * 86_400_000)) + 1;
  return `${year}-W${String(number).padStart(2, "0")}`;
}
