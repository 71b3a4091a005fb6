// Build step after the compiler: joins the program's modules, zod's and the tagger's into a few files, dist/bin. A start finds, reads and links 400 modules otherwise, which takes a quarter of what `parley extract` of one text costs.
// Blanks and comments go, for to read past them takes a twentieth of a start; names stay, so that a stack trace names the functions, and `node --enable-source-maps` tells their modules and lines.
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
rmSync(`${root}dist/bin`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ["dist/cli/main.js"],
  // As deep as the modules that look for seeds/, migrations/ and what the build keeps beside the program.
  outdir: "dist/bin",
  bundle: true,
  // What a command loads when it needs it stays a file of its own.
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  alias: {
    // Ninety modules. Fastify's part for zod keeps its own: the two know one another's schemas, and share the registry of them.
    zod: "./node_modules/zod/index.js",
    // Forty-five, each looked for by Node where an extractor starts. Its language model stays outside: it asks for large files by their place beside it.
    "wink-nlp": "./node_modules/wink-nlp/src/wink-nlp.js",
  },
  minifyWhitespace: true,
  sourcemap: true,
  sourcesContent: false,
  logLevel: "warning",
});
