import { spawn } from "node:child_process";
import { installDependencies } from "./dependencies.mjs";

const checks = {
  lint: ["oxlint", "--quiet"],
  types: ["tsc", "--noEmit"],
  "unused code": ["knip"],
  "module boundaries": ["depcruise", "--output-type", "err", "app", "db", "emails"],
  guards: ["vitest", "run", "--config", "vitest.guards.config.ts", "--reporter=dot"],
};

/**
 * Lint, types, unused code, module boundaries and guards, at the same time.
 * @returns how many passed and failed; what a failed one said is printed
 */
export async function check() {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, command]) => {
      const started = Date.now();
      const { code, output } = await capture("npx", ["--no-install", ...command]);
      console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output);
      return code === 0;
    }),
  );
  return { passed: results.filter(Boolean).length, failed: results.filter((ok) => !ok).length };
}

function capture(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (bytes) => (output += bytes));
    child.stderr.on("data", (bytes) => (output += bytes));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

if (process.argv[1]?.endsWith("check.mjs")) {
  installDependencies();
  const { failed } = await check();
  process.exit(failed ? 1 : 0);
}
