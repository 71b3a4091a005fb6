// The pages' examples: a fenced `sh` block that begins with curl, perhaps through jq, and the fenced answer below it. Shared by the generator and by the test that runs them.

export interface Example {
  /** Path and query that curl asks for. */
  url: string;
  /** What jq picks out of the answer: paths with commas between. Null: the answer is shown whole. */
  pick: string | null;
  /** What the page prints below. */
  answer: string;
}

const block = /```sh\ncurl -s '([^'\n]+)'(?: \| jq '([^'\n]+)')?\n```\n\n```json\n([\s\S]*?)^```/gm;

/** The examples in order. */
export function examplesOf(page: string): Example[] {
  return [...page.matchAll(block)].map(([, address, pick, answer]) => ({ url: pathOf(address as string), pick: pick ?? null, answer: answer as string }));
}

/** The page with each answer put in from `answers`, in order. */
export function withAnswers(page: string, answers: readonly string[]): string {
  let next = 0;
  return page.replace(block, (whole: string) => `${whole.slice(0, whole.indexOf("```json\n"))}\`\`\`json\n${answers[next++]}\`\`\``);
}

/** An answer as the page prints it, which is as jq does. */
export function printed(body: string, pick: string | null = null): string {
  const answer: unknown = JSON.parse(body);
  const values = pick === null ? [answer] : pick.split(", ").flatMap((path) => walk(answer, path));
  return values.map((value) => `${JSON.stringify(value, null, 2)}\n`).join("");
}

const step = /\.?(?:(\w+)|\[(\d*)\])/y;

/** What a path of jq finds: `.data[0].why`, `.data[].id`. Nothing has null under every name, as in jq. Throws for what is no such path. */
function walk(value: unknown, path: string): unknown[] {
  let found = [value];
  step.lastIndex = 0;
  while (step.lastIndex < path.length) {
    const [, name, index] = step.exec(path) ?? [];
    if (name === undefined && index === undefined) throw new Error(`not a path that examples take: ${path}`);
    const key = name ?? index;
    found = key === "" ? found.flatMap((one) => one as unknown[]) : found.map((one) => (one as Record<string, unknown> | null)?.[String(key)] ?? null);
  }
  return found;
}

function pathOf(address: string): string {
  const url = new URL(address);
  return url.pathname + url.search;
}

/** Sent with each example, so that the id of the request in an answer is the same each time. */
export const exampleHeaders = { "x-request-id": "readme" };
