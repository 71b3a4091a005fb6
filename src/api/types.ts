// Fastify's types as this application uses them: schemas are zod schemas, and routes say what they answer with.
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyServerOptions,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";

export type App = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, ZodTypeProvider>;
export type LogSettings = NonNullable<FastifyServerOptions["logger"]>;

declare module "fastify" {
  interface FastifySchema {
    /** Left out of the OpenAPI document. */
    hide?: boolean;
    operationId?: string;
    tags?: readonly string[];
    summary?: string;
    description?: string;
    /** Media type of the body; JSON where it says nothing. */
    consumes?: readonly string[];
  }
  interface FastifyContextConfig {
    /** Media types that the route can answer with, the preferred one first; `application/json` where it says nothing. */
    produces?: readonly string[];
  }
}
