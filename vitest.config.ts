import { defineConfig } from "vitest/config";

// One process for many files: no test leaves anything behind that another could see, and the codebook is read once instead of ninety times. Two of them, for a machine of two cores would else be given one.
export default defineConfig({
  test: { include: ["test/**/*.test.ts"], isolate: false, maxWorkers: 2, testTimeout: 60_000, hookTimeout: 60_000 },
});
