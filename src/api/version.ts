// The program's version, as package.json has it: the same file from src/ and from dist/.
import { readFileSync } from "node:fs";

export const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
