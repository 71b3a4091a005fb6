// How requests are checked and answers are written: zod checks, JSON.stringify writes. Zod checks answers too where the app is strict.
import { serializerCompiler } from "fastify-type-provider-zod";
import type { z } from "zod";
import { inPlainWords } from "../../domain/wording.ts";
import { problemOf, reasonOf } from "../errors.ts";
import type { App } from "../types.ts";

/** Registers the two compilers. Answers are made from declared columns alone, so nothing has to be dropped on the way out. */
export function addCompilers(app: App, strict: boolean): void {
  app.removeContentTypeParser("text/plain");
  app.setValidatorCompiler<z.ZodType>(({ schema, httpPart }) => (data: unknown) => {
    const result = schema.safeParse(data, { error: httpPart === "body" ? inPlainWords : reasonOf });
    return result.success
      ? { value: result.data }
      : { error: problemOf(result.error, schema, httpPart === "body" ? "invalid-body" : "invalid-parameter", data) };
  });
  app.setSerializerCompiler(strict ? serializerCompiler : () => JSON.stringify);
}
