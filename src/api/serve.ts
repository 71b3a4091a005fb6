// Listens, and stops gracefully. The application itself is in app.ts.
import closeWithGrace from "close-with-grace";
import { type AppOptions, buildApp } from "./app.ts";

interface ServeOptions extends Pick<AppOptions, "store" | "codebook" | "extract" | "accuracy"> {
  host: string;
  /** 0 takes any free port. */
  port: number;
  logLevel: string;
}

/**
 * Serves until the process is told to end (SIGINT, SIGTERM): requests under way are finished, then the store is closed.
 * Answers the address, such as `http://127.0.0.1:3000`. Throws where the port cannot be had; the store is then still open.
 */
export async function serve({ store, codebook, extract, accuracy = null, host, port, logLevel }: ServeOptions): Promise<string> {
  const app = await buildApp({ store, codebook, extract, accuracy, logger: { level: logLevel } });
  const address = await app.listen({ host, port });
  closeWithGrace({ delay: 10_000, logger: app.log }, async ({ err }) => {
    if (err) app.log.fatal({ err }, "ending after an error");
    await app.close();
    await store.close();
  });
  return address;
}
