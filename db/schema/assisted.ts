import { date, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Locale } from "./choices.ts";

// Who is helped on paper, and when; see app/features/assisted.

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Somebody without an account; the id stands for them as `resident_id` until an account takes it over. */
export const paperResident = pgTable("paper_resident", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  /** On the confirmation; with it another helper finds them again. */
  number: text("number").notNull(),
  locale: text("locale").$type<Locale>().notNull().default("nl"),
  createdAt: at("created_at").notNull().defaultNow(),
  takenOverAt: at("taken_over_at"),
  takenOverBy: uuid("taken_over_by"),
  endedAt: at("ended_at"),
});

export type HelperRole = "contact_person" | "moderator";

/** When the person is erased, or after 24 months, what points at somebody is emptied. */
export const assistedSession = pgTable("assisted_session", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id"),
  paperResidentId: uuid("paper_resident_id"),
  helperId: uuid("helper_id"),
  helperRole: text("helper_role").$type<HelperRole>().notNull(),
  /** The date on the form. */
  signedOn: date("signed_on"),
  textVersion: text("text_version"),
  textShown: text("text_shown"),
  locale: text("locale").$type<Locale>(),
  startedAt: at("started_at").notNull().defaultNow(),
  endsAt: at("ends_at").notNull(),
  endedAt: at("ended_at"),
  entryCount: integer("entry_count").notNull().default(0),
});

export const assistedEntry = pgTable("assisted_entry", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  sessionId: uuid("session_id").notNull(),
  kind: text("kind").notNull(),
  subjectId: uuid("subject_id").notNull(),
  at: at("at").notNull().defaultNow(),
});
