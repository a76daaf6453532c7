import { pgTable, text, timestamp } from "drizzle-orm/pg-core";

/** What was applied; written by db/migrate.ts as the owner, read at start-up. */
export const migration = pgTable("migration", {
  name: text("name").primaryKey(),
  sha256: text("sha256").notNull(),
  appliedAt: timestamp("applied_at", { withTimezone: true }).notNull().defaultNow(),
});
