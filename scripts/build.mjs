import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./dependencies.mjs";

const mark = "build/.sources";

/** Builds client and server, unless nothing has changed since the last build. */
export function build({ quiet = true } = {}) {
  const sources = sourceHash();
  if (existsSync(mark) && readFileSync(mark, "utf8") === sources) return;
  console.log("building…");
  run("npx", ["--no-install", "remix", "vite:build", ...(quiet ? ["--logLevel", "warn"] : [])], { env: { ...process.env, NODE_ENV: "production" } });
  run("node", ["scripts/precompress.mjs"]);
  writeFileSync(mark, sources);
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const folder of ["app", "db", "emails", "public"]) {
    for (const name of readdirSync(folder, { recursive: true }).sort()) {
      const file = join(folder, name);
      if (statSync(file).isFile() && !file.includes(".test.")) hash.update(file).update(readFileSync(file));
    }
  }
  for (const file of ["package-lock.json", "vite.config.ts", "remix.config.js"]) hash.update(readFileSync(file));
  return hash.digest("hex");
}

if (process.argv[1]?.endsWith("build.mjs")) build({ quiet: false });
