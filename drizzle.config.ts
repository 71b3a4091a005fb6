// How drizzle-kit writes migrations from the schema: `npm run migration -- --name what-changes`.
import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "sqlite", schema: "./src/store/schema.sqlite.cjs", out: "./migrations" });
