import { defineConfig } from "@playwright/test";
import { chromiumFlags } from "./tests/support/chromium-flags.mjs";
import { findChromium } from "./tests/support/find-chromium.mjs";

// One demo with the sample for the whole run; which port it found free, it says itself. E2E_PORT names one that runs already.
const running = process.env.E2E_PORT && !process.env.TEST_WORKER_INDEX;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const specs = (...names: string[]) => names.map((name) => `${name}.spec.ts`);
// The ordinary run walks once: what moderators and officials do on a laptop, what residents do on a phone, and on both what looks
// different there. The whole proof walks everything on both.
const forStaff = specs("appeal", "founding", "paper", "printed", "published-figures", "purchase-desk", "roles");
const onBoth = specs("layers", "map", "profile");
const whole = Boolean(process.env.PROOF);
const withoutScript = "without-script.spec.ts";
// The proof also walks these without JavaScript, as they stand.
const alsoWithoutScript = whole ? specs("archive", "privacy", "purchase-walks", "purchase-desk", "purchases") : [];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/browser",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  ...(running
    ? {}
    : {
        webServer: {
          command: "node tests/support/e2e-server.mjs",
          wait: { stdout: /ready http:\/\/localhost:(?<E2E_PORT>\d+)/ },
          timeout: 240_000,
          gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
        },
      }),
  use: {
    baseURL: `http://localhost:${process.env.E2E_PORT}`,
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    // Colours that are still on their way to dark would be measured half-way.
    contextOptions: { reducedMotion: "reduce" },
    trace: process.env.PROOF ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH ?? findChromium().path ?? undefined, args: chromiumFlags },
  },
  projects: [
    { name: "log-in", testMatch: "log-in.setup.ts" },
    { name: "phone", testIgnore: whole ? withoutScript : [withoutScript, ...forStaff], dependencies: ["log-in"], use: phone },
    { name: "laptop", testIgnore: withoutScript, ...(whole ? {} : { testMatch: [...forStaff, ...onBoth] }), dependencies: ["log-in"], use: { viewport: { width: 1280, height: 800 } } },
    { name: "without JavaScript", testMatch: [withoutScript, ...alsoWithoutScript], dependencies: ["log-in"], use: { ...phone, javaScriptEnabled: false } },
  ],
});
