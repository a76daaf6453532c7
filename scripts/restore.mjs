import { readFileSync } from "node:fs";
import postgres from "postgres";
import { run } from "./dependencies.mjs";

// npm run restore -- FILE: into the empty database at DATABASE_ADMIN_URL, all or nothing. An administrator restores:
// functions and tables go back to the roles that owned them.
const file = process.argv[2];
const url = process.env.DATABASE_ADMIN_URL;
if (!file || !url) {
  console.error("Usage: DATABASE_ADMIN_URL=postgres://… npm run restore -- FILE");
  process.exit(2);
}
const client = postgres(url, { max: 1, onnotice: () => {} });
try {
  const [{ tables }] = await client`select count(*)::int as tables from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  if (tables > 0) throw new Error("The database is not empty: restore into a new one.");
  await client.unsafe(readFileSync("db/migrations/0000_roles.sql", "utf8")).simple();
} catch (error) {
  console.error(error.message);
  process.exit(1);
} finally {
  await client.end();
}
run("pg_restore", ["--exit-on-error", "--single-transaction", `--dbname=${url}`, file]);
console.log("restored; before starting, run: npm run admin -- replay-journal");
