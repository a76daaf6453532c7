import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

// As the site runs: what React, the framework and Express do and say hangs on it.
process.env.NODE_ENV = "production";

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
    // The files of one worker share its modules: loading them and compiling the embedded database anew for every file
    // took longer than many files do. What a file changes outside its own database it puts back itself.
    isolate: false,
  },
});
