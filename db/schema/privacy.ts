import { boolean, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Somebody asked to be erased; see app/features/privacy. */
export const erasure = pgTable("erasure", {
  accountId: uuid("account_id").primaryKey(),
  householdId: uuid("household_id"),
  neighbourhoodCode: text("neighbourhood_code"),
  wholeHousehold: boolean("whole_household").notNull(),
  requestedAt: at("requested_at").notNull().defaultNow(),
  dueAt: at("due_at").notNull(),
});
