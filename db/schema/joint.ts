import { date, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

// What residents of a building ask together of who manages it.

const at = (name: string) => timestamp(name, { withTimezone: true });

export const jointRequest = pgTable("joint_request", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  buildingId: text("building_id").notNull(),
  organisationId: uuid("organisation_id").notNull(),
  kind: text("kind").notNull(),
  text: text("text").notNull(),
  /** A resident; null once that account is erased. */
  startedBy: uuid("started_by"),
  createdAt: at("created_at").notNull().defaultNow(),
  /** When the third household took part: from then on who manages the building sees it. */
  sentAt: at("sent_at"),
  withdrawnAt: at("withdrawn_at"),
  hiddenAt: at("hidden_at"),
});

export const jointRequestPart = pgTable(
  "joint_request_part",
  {
    requestId: uuid("request_id").notNull(),
    neighbourhoodCode: text("neighbourhood_code").notNull(),
    buildingId: text("building_id").notNull(),
    householdId: uuid("household_id").notNull(),
    residentId: uuid("resident_id").notNull(),
    /** Null for who takes part without a name. */
    shownName: text("shown_name"),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.householdId] })],
);

export const jointAnswers = ["yes", "no", "later"] as const;
export type JointAnswer = (typeof jointAnswers)[number];

export const jointRequestAnswer = pgTable("joint_request_answer", {
  id: uuid("id").primaryKey().defaultRandom(),
  requestId: uuid("request_id").notNull(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  buildingId: text("building_id").notNull(),
  answer: text("answer").$type<JointAnswer>().notNull(),
  /** When it happens, or until when they think about it; null where the answer is no. */
  byDay: date("by_day"),
  text: text("text"),
  answeredBy: uuid("answered_by"),
  answeredAt: at("answered_at").notNull().defaultNow(),
});
