import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "~": resolve(import.meta.dirname, "app") } },
  test: {
    include: ["{app,db,emails,scripts}/**/*.test.{ts,tsx}", "tests/{access,guards,attack}/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/prepare-databases.ts"],
    setupFiles: ["tests/support/environment.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
