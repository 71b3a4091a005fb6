// Identifiers in the codebook: kebab case in ASCII.
import * as z from "zod";

export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: "an id is lower-case words joined by hyphens" })
  .max(100);
