import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

// What happened, and who was told of it.

const at = (name: string) => timestamp(name, { withTimezone: true });

const told = {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  /** One of the kinds of app/features/notifications/notice-kinds.ts. */
  kind: text("kind").notNull(),
  subjectId: uuid("subject_id").notNull(),
  /** What was said or done about the subject. */
  causeId: uuid("cause_id"),
  createdAt: at("created_at").notNull().defaultNow(),
};

/** Something that neighbours may be told; written in the transaction of the deed. */
export const happening = pgTable("happening", {
  ...told,
  /** Null where time did it. */
  actorId: uuid("actor_id"),
  expandedAt: at("expanded_at"),
});

/** One person who is told of one happening. */
export const notice = pgTable("notice", {
  ...told,
  residentId: uuid("resident_id").notNull(),
  happeningId: uuid("happening_id").notNull(),
  readAt: at("read_at"),
  mailedAt: at("mailed_at"),
});
