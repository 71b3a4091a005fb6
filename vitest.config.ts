import { defineConfig } from "vitest/config";

// One process for many files: no test leaves anything behind that another could see, and the codebook is read once instead of ninety times.
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], isolate: false, testTimeout: 60_000, hookTimeout: 60_000 },
});
