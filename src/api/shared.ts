// What an OpenAPI document says more than once, said once: parameters, headers and problems go into its components. For readers and agents that take the whole document.
import type { OpenAPIV3_1 } from "openapi-types";

type Json = Record<string, unknown>;
type Answer = { headers?: Json; content?: Record<string, { schema?: unknown; example?: unknown }> };
type Operation = { operationId: string; parameters?: { name: string }[]; responses: Record<string, Answer> };

/** The same document with references. What stands in one place alone stays there; of problems that differ in their examples alone the first example stays. */
export function withShared(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  // Not structuredClone, which would keep one object for what several operations share.
  const copy = JSON.parse(JSON.stringify(document)) as OpenAPIV3_1.Document;
  const operations = Object.values(copy.paths as unknown as Record<string, Record<string, Operation>>).flatMap((methods) => Object.values(methods));
  const parameters = shelf("parameters");
  const headers = shelf("headers");
  const responses = shelf("responses");

  for (const { parameters: own = [] } of operations) for (const one of own) parameters.count(one);
  for (const operation of operations) {
    for (const answer of Object.values(operation.responses))
      for (const [name, header] of Object.entries(answer.headers ?? {})) (answer.headers as Json)[name] = headers.put(name, header);
    if (operation.parameters)
      operation.parameters = operation.parameters.map((one) => (parameters.times(one) > 1 ? parameters.put(one.name, one) : one) as { name: string });
    for (const [status, answer] of Object.entries(operation.responses))
      if (Number(status) >= 400) operation.responses[status] = responses.put(`Problem${status}`, answer, withoutExamples(answer)) as Answer;
  }
  copy.components = { ...copy.components, parameters: parameters.kept, headers: headers.kept, responses: responses.kept } as OpenAPIV3_1.ComponentsObject;
  return copy;
}

/** A place in `components`, where each thing stands once under its name; others of that name get a number. */
function shelf(place: string) {
  const kept: Json = {};
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return {
    kept,
    count: (thing: unknown): void => void counts.set(JSON.stringify(thing), (counts.get(JSON.stringify(thing)) ?? 0) + 1),
    /** How often it was counted. */
    times: (thing: unknown): number => counts.get(JSON.stringify(thing)) ?? 0,
    /** A reference to the thing; `like` is what makes two things the same one. */
    put(name: string, thing: unknown, like: unknown = thing): { $ref: string } {
      const key = JSON.stringify(like);
      let found = names.get(key);
      if (found === undefined) {
        found = name;
        for (let number = 2; found in kept; number++) found = `${name}.${number}`;
        names.set(key, found);
        kept[found] = thing;
      }
      return { $ref: `#/components/${place}/${found}` };
    },
  };
}

const withoutExamples = ({ content = {}, ...answer }: Answer): unknown => ({
  ...answer,
  content: Object.entries(content).map(([type, { schema }]) => [type, schema]),
});
