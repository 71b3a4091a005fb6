// Settings from the environment as typed values. The only reader of process.env; knows nothing of what the settings are used for.
import * as z from "zod";

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const Settings = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, { error: "a host name or an IP address" })
    .default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: "a whole number from 0 to 65535" })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: "a whole number from 0 to 65535" })
    .default(3000),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|:memory:$|postgres(ql)?:\/\/)/, { error: "file:PATH, such as file:data/parley.db" })
    .default("file:data/parley.db"),
  CODEBOOK: z.string().optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `one of ${logLevels.join(", ")}` }).default("info"),
});

/** `codebook` null is the bundled codebook. A relative path in `database_url` counts from the working directory. */
export interface Config {
  host: string;
  port: number;
  database_url: string;
  codebook: string | null;
  log_level: (typeof logLevels)[number];
}

/** Reads the settings; `overrides` win over `environment`, an empty one counts as not set. Throws an Error that names every wrong one, its value and what is allowed. */
export function readConfig(overrides: Record<string, string | undefined> = {}, environment: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, overrides[name] || environment[name] || undefined]));
  const parsed = Settings.safeParse(given);
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `${String(path[0])}=${given[String(path[0])]} is not allowed: must be ${message}`).join("\n"),
    );
  }
  const { HOST, PORT, DATABASE_URL, CODEBOOK, LOG_LEVEL } = parsed.data;
  return { host: HOST, port: PORT, database_url: DATABASE_URL, codebook: CODEBOOK ?? null, log_level: LOG_LEVEL };
}
