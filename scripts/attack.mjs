import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { installDependencies } from "./dependencies.mjs";

// Attacks the built app, running on each database with a town of its own, and prints one line per attack: what was tried, and
// how much of it was let through. `npm run attack -- figures` attacks only the making of published figures, which needs no app:
// what is learnt of one household, and of what is usually done instead. All are a part of `npm test`, with fewer tries.
const figuresOnly = process.argv[2] === "figures";
const [folders, rest] = figuresOnly ? [["tests/attack/figures"], process.argv.slice(3)] : [["tests/attack/sieges", "tests/attack/figures"], process.argv.slice(2)];
installDependencies();
const { ensurePostgres } = await import("../tests/support/ensure-postgres.mjs");
if (!figuresOnly) build();
const server = await ensurePostgres();
if (server.remark) console.log(server.remark);
const folder = mkdtempSync(join(tmpdir(), "buurhof-attack-"));
const lines = join(folder, "lines");
// One at a time: what differs in time is one of the things that an attacker looks at.
const { status } = spawnSync("npx", ["--no-install", "vitest", "run", ...folders, "--reporter=dot", "--no-file-parallelism", ...rest], {
  stdio: ["ignore", "ignore", "inherit"],
  env: { ...process.env, NO_COLOR: "1", PROOF: "1", ATTACK_LINES: lines, ...(server.url ? { TEST_DATABASE_URL: server.url } : {}) },
});
const said = existsSync(lines) ? readFileSync(lines, "utf8") : "";
console.log(said);
rmSync(folder, { recursive: true });
await server.stop();
const held = said.split("\n").filter((line) => line.startsWith("held")).length;
const through = said.split("\n").filter((line) => line.startsWith("LET")).length;
const bite = said.split("\n").filter((line) => line.startsWith("bites")).length;
console.log(`${held} attacks held, ${through} let through; ${bite} got through where nothing protects, as they should${status === 0 || through ? "" : "; some did not end: run `npm test` to see why"}`);
process.exit(status === 0 ? 0 : 1);
