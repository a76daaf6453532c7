import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { build } from "./build.mjs";
import { check } from "./check.mjs";
import { installDependencies } from "./dependencies.mjs";

// Everything that is proved, in one run. --proof runs the long proofs whole instead of reduced.
const proof = process.argv.includes("--proof");
if (!process.stdout.isTTY) process.env.NO_COLOR = "1";
installDependencies();
const { findChromium } = await import("../tests/support/find-chromium.mjs");
const { ensurePostgres } = await import("../tests/support/ensure-postgres.mjs");

mkdirSync("test-results", { recursive: true });
let passed = 0;
let failed = 0;
const remarks = [];
const count = (result) => {
  passed += result.passed;
  failed += result.failed;
};
const stage = (name) => console.log(`\n== ${name}`);

stage("lint, types, guards");
count(await check());

stage("unit and database tests");
const server = await ensurePostgres();
if (server.remark) remarks.push(server.remark);
if (!server.url && process.env.CI === "true") failed += 1;
const environment = { ...process.env, ...(server.url ? { TEST_DATABASE_URL: server.url } : {}), ...(proof ? { PROOF: "1" } : {}) };

stage("build");
build();
count(command("size of the JavaScript", ["size-limit"]));

count(vitest());

stage("browser tests");
const chromium = findChromium();
if (chromium.path) count(playwright(chromium.path));
else {
  failed += 1;
  remarks.push(chromium.remark);
}

await server.stop();
for (const remark of remarks) console.log(remark);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

function command(name, args) {
  const { status } = spawnSync("npx", ["--no-install", ...args], { stdio: "inherit", env: environment });
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name}`);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
}

function vitest() {
  const file = "test-results/vitest.json";
  rmSync(file, { force: true });
  spawnSync("npx", ["--no-install", "vitest", "run", "--exclude", "tests/guards/**", "--reporter=dot", "--reporter=json", `--outputFile.json=${file}`], { stdio: "inherit", env: environment });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(file, "utf8"));
  // A file that could not be loaded has no tests, and counts as one that failed.
  const broken = result.testResults.filter((test) => test.status === "failed" && test.assertionResults.length === 0).length;
  return { passed: result.numPassedTests, failed: result.numFailedTests + broken };
}

function playwright(path) {
  const file = "test-results/playwright.json";
  rmSync(file, { force: true });
  const { status } = spawnSync("npx", ["--no-install", "playwright", "test"], {
    stdio: "inherit",
    env: { ...environment, CHROMIUM_PATH: path, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(file, "utf8")).stats;
  return { passed: expected + flaky, failed: Math.max(unexpected, status === 0 ? 0 : 1) };
}
