// The pages that a problem's `type` leads to.
import * as z from "zod";
import { ProblemError, type ProblemKey, ProblemPage, problemKeys, problems } from "../../domain/problems.ts";
import { nearest } from "../errors.ts";
import { responses } from "../responses.ts";
import type { App } from "../types.ts";

/** Registers `/problems` and `/problems/{key}`. */
export function addProblemPages(app: App): void {
  const list = {
    operationId: "listProblems",
    tags: ["operations"],
    summary: "List the kinds of problems",
    description: "Everything that can go wrong with a request, and how to put it right.",
    querystring: z.strictObject({}),
    response: responses("All kinds.", z.strictObject({ data: z.array(ProblemPage) }), ["invalid-parameter"]),
  };
  app.get("/problems", { schema: list }, async () => ({ data: problemKeys.map(page) }));

  const one = {
    operationId: "getProblem",
    tags: ["operations"],
    summary: "Explain a kind of problem",
    description: "The page that a problem's `type` leads to.",
    params: z.strictObject({ key: z.string().describe("The last part of the problem's `type`.") }),
    querystring: z.strictObject({}),
    response: responses("The explanation.", ProblemPage, ["invalid-parameter", "not-found"]),
  };
  app.get("/problems/:key", { schema: one }, async (request) => {
    const { key } = request.params;
    if (!Object.hasOwn(problems, key)) {
      throw new ProblemError("not-found", {
        errors: [{ parameter: "key", message: "is no kind of problem", allowed: problemKeys, ...nearest(key, problemKeys) }],
      });
    }
    return page(key as ProblemKey);
  });
}

const page = (key: ProblemKey): z.infer<typeof ProblemPage> => ({ type: `/problems/${key}`, ...problems[key] });
