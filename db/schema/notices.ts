import { boolean, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { type NoticePace, type UnsubscriptionScope, usualPaces } from "./choices.ts";

// What happened, and who was told of it.

const at = (name: string) => timestamp(name, { withTimezone: true });
const pace = (name: keyof typeof usualPaces) => text(name).$type<NoticePace>().notNull().default(usualPaces[name]);

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

/** How somebody wants to be mailed; without a row the defaults hold. */
export const noticeChoice = pgTable("notice_choice", {
  accountId: uuid("account_id").primaryKey(),
  /** What answers, asks or decides something of this one person. */
  direct: pace("direct"),
  questions: pace("questions"),
  visits: pace("visits"),
  wishes: pace("wishes"),
  homes: pace("homes"),
  purchases: pace("purchases"),
  neighbourhood: pace("neighbourhood"),
  quietNights: boolean("quiet_nights").notNull().default(true),
  changedAt: at("changed_at").notNull().defaultNow(),
});

/** Mail that was turned off through the link in it. */
export const unsubscription = pgTable("unsubscription", {
  id: uuid("id").primaryKey().defaultRandom(),
  accountId: uuid("account_id").notNull(),
  scope: text("scope").$type<UnsubscriptionScope>().notNull(),
  way: text("way").$type<"mail_program" | "page">().notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});
