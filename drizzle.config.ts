import { defineConfig } from "drizzle-kit";

/**
 * Only for reading the schema (studio, introspection). Migrations are SQL written by hand in db/migrations and applied
 * by `npm run migrate`; `drizzle-kit push` would drop the policies.
 */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/*.ts",
  out: "./db/migrations",
  schemaFilter: ["public", "auth"],
  dbCredentials: { url: process.env.DATABASE_URL ?? "postgres://localhost/buurhof" },
});
