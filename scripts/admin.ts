import { closeDatabase, database } from "../db/client.server.ts";
import type { Connection } from "../db/connection.ts";

// `npm run admin -- <verb> …`: one file per verb in scripts/admin/, each exporting `run` and how to call it.
type Verb = { usage: string; run: (connection: Connection, parameters: string[]) => Promise<string> };

const verbs: Record<string, () => Promise<Verb>> = {
  "replay-journal": () => import("./admin/replay-journal.ts"),
};

const [name, ...parameters] = process.argv.slice(2);
const verb = name ? verbs[name] : undefined;
if (!verb) {
  const usages = await Promise.all(Object.values(verbs).map(async (load) => (await load()).usage));
  console.error(["Usage: npm run admin --", ...usages.map((usage) => `  ${usage}`)].join("\n"));
  process.exit(2);
}
try {
  console.log(await (await verb()).run(await database(), parameters));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
