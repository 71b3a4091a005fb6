// Reading an `Accept` header (RFC 9110). Knows no route.

interface Range {
  type: string;
  /** 0 to 1; 0 is a refusal. */
  quality: number;
}

/**
 * The one of `offered` that the header likes best; of equals the first offered. Null where it takes none. Parameters other than `q` are ignored.
 * "text/csv;q=0.5, application/json" likes application/json; "text/html" takes none of the two.
 */
export function preferred(header: string, offered: readonly string[]): string | null {
  const ranges = header.slice(0, 1000).split(",").map(readRange);
  let best: { type: string; quality: number } | null = null;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type ?? null;
}

/** Whether the header takes any of the media types. */
export const accepts = (header: string, offered: readonly string[]): boolean => preferred(header, offered) !== null;

function readRange(text: string): Range {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = q === undefined ? 1 : Number(q.slice(2));
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** The most specific range that covers the type decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const [bare = ""] = type.split(";");
  const family = `${bare.split("/")[0]}/*`;
  for (const wanted of [bare, family, "*/*"]) {
    const range = ranges.find((one) => one.type === wanted);
    if (range) return range.quality;
  }
  return 0;
}
