import { closeDatabase, database } from "../client.server.ts";
import { migrate } from "../migrate.ts";
import { loadSample } from "./load-sample.ts";

// Fills the database at DATABASE_URL, else the embedded one in DATA_DIR, with the sample. A server is migrated by its owner.
const started = performance.now();
const connection = await database();
if (connection.kind === "pglite") await migrate(connection);
const summary = await loadSample({ say: (doing) => console.log(`  ${doing}…`) });
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  summary
    ? `  ${summary.homes} homes, ${summary.households} households with ${summary.residents} residents, ${summary.measures} measures, ${summary.wishes} wishes (${seconds} s)`
    : "  the sample is there already",
);
await closeDatabase();
