// The SQLite driver that the running Node can load. No one driver serves them all: 12.x aborts on Node 24 when its statements are collected, 13.x is built for Node-API 10 and crashes on
// Node 20 (upstream issue 1514). The two speak alike; everybody else takes the driver from here.
import { createRequire } from "node:module";
import type BetterSqlite3 from "better-sqlite3";

const driver = Number(process.versions.napi) >= 10 ? "better-sqlite3-napi10" : "better-sqlite3";

/** An open connection. */
export type Connection = BetterSqlite3.Database;

/** The constructor of a connection. Loading it throws where npm was told to leave optional dependencies out and Node is newer than 22.13. */
export const Database: typeof BetterSqlite3 = createRequire(import.meta.url)(driver);
