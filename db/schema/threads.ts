import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

// Private threads between two residents. db/migrations/0038_private_threads.sql says who reads what.

const at = (name: string) => timestamp(name, { withTimezone: true });

/** What allows a neighbour to be asked in private. */
export type AskedAbout = "measure" | "koploper" | "contact_person";

export const privateThread = pgTable("private_thread", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  aboutKind: text("about_kind").$type<AskedAbout>().notNull(),
  aboutId: uuid("about_id").notNull(),
  /** Of which kind of measure it is about; stays when the measure is gone. */
  measureKind: text("measure_kind"),
  /** Null for who was erased since; so is everything of the two that follows. */
  askerId: uuid("asker_id"),
  askerHouseholdId: uuid("asker_household_id"),
  askerName: text("asker_name"),
  askerStreetId: text("asker_street_id").notNull(),
  askedId: uuid("asked_id"),
  askedHouseholdId: uuid("asked_household_id"),
  askedName: text("asked_name"),
  askedStreetId: text("asked_street_id").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  lastMessageAt: at("last_message_at").notNull().defaultNow(),
  endedAt: at("ended_at"),
  endedBy: uuid("ended_by"),
});

export const privateMessage = pgTable("private_message", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  threadId: uuid("thread_id").notNull(),
  householdId: uuid("household_id"),
  streetId: text("street_id").notNull(),
  residentId: uuid("resident_id"),
  shownName: text("shown_name"),
  toHouseholdId: uuid("to_household_id"),
  toResidentId: uuid("to_resident_id"),
  /** Null once it was taken back, or its writer erased. */
  body: text("body"),
  audience: text("audience").$type<"thread">().notNull().default("thread"),
  narrowedAt: at("narrowed_at"),
  createdAt: at("created_at").notNull().defaultNow(),
  updatedAt: at("updated_at").notNull().defaultNow(),
  sharedAt: at("shared_at").notNull().defaultNow(),
  withdrawnAt: at("withdrawn_at"),
  withdrawnBy: uuid("withdrawn_by"),
  hiddenAt: at("hidden_at"),
});
