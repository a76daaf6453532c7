import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

// What must never come back after a restore; see db/journal.server.ts.

/**
 * - `erasure`: an account, or a photo, is erased
 * - `stay`: whoever asked for the erasure of an account stays after all, or who was to move on a day
 * - `withdrawal`: a measure, a wish or a consent is taken back, a fact that earlier residents left is removed; of an account, mail about what happens
 * - `narrowing`: a measure or a wish got a smaller audience
 * - `hiding`: a moderator hid a measure or a wish, by a decision (the object)
 * - `hiding_end`: that decision was lifted
 * - `membership_end`: a resident no longer belongs to a household
 * - `role_end`: somebody no longer has a role
 * - `block`, `unblock`: a resident blocked a household (the object), or no longer does
 * - `preparation`: figures of an area and a quarter (the object, as a hash of both) were prepared, which is done once
 */
export const journalKinds = ["erasure", "stay", "withdrawal", "narrowing", "hiding", "hiding_end", "membership_end", "role_end", "block", "unblock", "preparation"] as const;
export type JournalKind = (typeof journalKinds)[number];

const at = (name: string) => timestamp(name, { withTimezone: true });

export const journalEntry = pgTable("journal_entry", {
  id: uuid("id").primaryKey(),
  kind: text("kind").$type<JournalKind>().notNull(),
  subjectId: uuid("subject_id").notNull(),
  /** The other one it is about, where there are two. */
  objectId: uuid("object_id"),
  at: at("at").notNull().defaultNow(),
  appendedAt: at("appended_at"),
});
