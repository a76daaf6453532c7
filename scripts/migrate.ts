import { connectPglite, connectPostgres } from "../db/connection.ts";
import { migrate } from "../db/migrate.ts";

// Runs as the owner of the tables: DATABASE_OWNER_URL, because the application's own login owns nothing.
const url = process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL;
const connection = url ? connectPostgres(url, 1) : await connectPglite(process.env.DATA_DIR ?? ".data");
const applied = await migrate(connection);
console.log(applied.length ? `applied ${applied.join(", ")}` : "nothing to apply");
await connection.close();
