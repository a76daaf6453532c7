import { existsSync } from "node:fs";
import { join } from "node:path";
import { closeDatabase, database } from "../db/client.server.ts";
import type { Connection } from "../db/connection.ts";
import { hasTables } from "../db/has-tables.ts";

// `npm run admin -- <verb> …`: one file per verb in scripts/admin/, each exporting `run` and how to call it.
type Verb = { usage: string; run: (connection: Connection, parameters: string[]) => Promise<string> };

const verbs: Record<string, () => Promise<Verb>> = {
  moderator: () => import("./admin/moderator.ts"),
  official: () => import("./admin/official.ts"),
  organisation: () => import("./admin/organisation.ts"),
  neighbourhood: () => import("./admin/neighbourhood.ts"),
  "second-factor": () => import("./admin/second-factor.ts"),
  list: () => import("./admin/list.ts"),
  retention: () => import("./admin/retention.ts"),
  "replay-journal": () => import("./admin/replay-journal.ts"),
};

const [name, ...parameters] = process.argv.slice(2);
const verb = name && Object.hasOwn(verbs, name) ? verbs[name] : undefined;
if (!verb) {
  const usages = await Promise.all(Object.values(verbs).map(async (load) => (await load()).usage.split("\n")));
  console.error(["Usage: npm run admin --", ...usages.flat().map((usage) => `  ${usage}`)].join("\n"));
  process.exit(2);
}
try {
  console.log(await (await verb()).run(await openDatabase(), parameters));
  await closeDatabase();
} catch (error) {
  console.error((error as Error).message);
  await closeDatabase().catch(() => {});
  process.exit(1);
}

/** @throws one clear line when there is no database yet, when somebody else uses it, or when it has no tables */
async function openDatabase(): Promise<Connection> {
  const folder = process.env.DATA_DIR ?? ".data";
  if (!process.env.DATABASE_URL && !existsSync(join(folder, "pglite"))) {
    throw new Error(`There is no database in ${folder}. Set DATABASE_URL for PostgreSQL, or DATA_DIR for the folder of an embedded one.`);
  }
  const connection = await database();
  if (!(await hasTables(connection))) throw new Error("This database has no tables yet: run `npm run migrate` first.");
  return connection;
}
