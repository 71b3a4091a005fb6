// The README's examples: a fenced `sh` block that begins with curl, and the fenced answer below it. Shared by the generator and by the test that runs them.

export interface Example {
  /** Path and query that curl asks for. */
  url: string;
  /** What the README prints below. */
  answer: string;
}

const block = /```sh\ncurl -s '([^'\n]+)'\n```\n\n```json\n([\s\S]*?)^```/gm;

/** The examples in order. */
export function examplesOf(readme: string): Example[] {
  return [...readme.matchAll(block)].map(([, address, answer]) => ({ url: pathOf(address as string), answer: answer as string }));
}

/** The README with each answer put in from `answers`, in order. */
export function withAnswers(readme: string, answers: readonly string[]): string {
  let next = 0;
  return readme.replace(block, (_whole, address: string) => `\`\`\`sh\ncurl -s '${address}'\n\`\`\`\n\n\`\`\`json\n${answers[next++]}\`\`\``);
}

/** An answer as the README prints it. */
export function printed(body: string): string {
  return `${JSON.stringify(JSON.parse(body), null, 2)}\n`;
}

function pathOf(address: string): string {
  const url = new URL(address);
  return url.pathname + url.search;
}

/** Sent with each example, so that the id of the request in an answer is the same each time. */
export const exampleHeaders = { "x-request-id": "readme" };
