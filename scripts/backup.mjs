import { run } from "./dependencies.mjs";

// npm run backup -- FILE: the whole database in one file. Row-level security is forced on its owner too, so a login of
// its own makes the copy: DATABASE_BACKUP_URL, which may read everything and bypasses policies (docs/operations.md).
const file = process.argv[2];
const url = process.env.DATABASE_BACKUP_URL;
if (!file || !url) {
  console.error("Usage: DATABASE_BACKUP_URL=postgres://… npm run backup -- FILE");
  process.exit(2);
}
run("pg_dump", ["--format=custom", "--compress=6", `--file=${file}`, url]);
console.log(`backed up to ${file}; keep it at most 35 days, and keep the journal file elsewhere`);
