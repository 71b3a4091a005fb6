// Counts requests for Prometheus. Labels are routes as declared, methods and statuses, so that no client can make new ones.
import type { App } from "../types.ts";

/** Upper bounds in seconds. */
const buckets = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10] as const;

interface Durations {
  /** Requests no slower than each bucket's bound. */
  counts: number[];
  count: number;
  /** Seconds. */
  sum: number;
}

/** Registers the counting and answers what writes it down, in Prometheus' text format (0.0.4). Call it before the routes. */
export function addMetrics(app: App): () => string {
  const requests = new Map<string, number>();
  const replies = new Map<string, number>();
  const durations = new Map<string, Durations>();

  app.addHook("onResponse", (request, reply, done) => {
    const { url = "unmatched" } = request.routeOptions;
    add(requests, labels({ method: request.method, route: url, status: String(reply.statusCode) }));
    if (request.cached !== null) add(replies, labels({ result: request.cached }));
    const seconds = reply.elapsedTime / 1000;
    const route = durations.get(url) ?? { counts: buckets.map(() => 0), count: 0, sum: 0 };
    durations.set(url, route);
    route.count++;
    route.sum += seconds;
    for (const [at, bound] of buckets.entries()) if (seconds <= bound) route.counts[at] = (route.counts[at] as number) + 1;
    done();
  });

  return () =>
    [
      metric("parley_http_requests_total", "counter", "Requests by method, route and status.", [...requests]),
      metric("parley_cache_replies_total", "counter", "Answers of the dataset: kept ones (hit), unchanged ones (revalidated), new ones (miss).", [...replies]),
      histogram("parley_http_request_duration_seconds", "Time to answer by route.", durations),
      metric("process_resident_memory_bytes", "gauge", "Memory of the process.", [["", process.memoryUsage.rss()]]),
      metric("process_uptime_seconds", "gauge", "Time since the process began.", [["", process.uptime()]]),
    ].join("");
}

type Sample = readonly [labels: string, value: number];

/** One metric with its help, in the text format. */
export function metric(name: string, type: "counter" | "gauge", help: string, samples: readonly Sample[]): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${samples.map(([of, value]) => `${name}${of} ${value}\n`).join("")}`;
}

/** Labels in braces, their values escaped. */
export function labels(values: Readonly<Record<string, string>>): string {
  const escaped = (value: string) => value.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n");
  return `{${Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join()}}`;
}

function histogram(name: string, help: string, byRoute: ReadonlyMap<string, Durations>): string {
  const samples = [...byRoute].flatMap(([route, { counts, count, sum }]) => [
    ...buckets.map((bound, at) => `${name}_bucket${labels({ route, le: String(bound) })} ${counts[at]}\n`),
    `${name}_bucket${labels({ route, le: "+Inf" })} ${count}\n`,
    `${name}_sum${labels({ route })} ${sum}\n`,
    `${name}_count${labels({ route })} ${count}\n`,
  ]);
  return `# HELP ${name} ${help}\n# TYPE ${name} histogram\n${samples.join("")}`;
}

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
