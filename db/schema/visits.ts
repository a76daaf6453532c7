import { boolean, date, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { DeclineReason, VisitAccess, VisitLanguage } from "./choices.ts";
import { ownedItem } from "./owned-item.ts";

// Visits (kijkje in huis) and who may be asked (koploper).

const at = (name: string) => timestamp(name, { withTimezone: true });

/** A household opens its door, at moments or by appointment. */
export const visit = pgTable("visit", {
  ...ownedItem,
  /** False is "alleen mijn straat": then nothing points at the home before somebody is accepted. */
  showsHome: boolean("shows_home").notNull().default(false),
  byAppointment: boolean("by_appointment").notNull().default(false),
  kinds: text("kinds").array().notNull().default([]),
  languages: text("languages").array().$type<VisitLanguage[]>().notNull().default(["nl"]),
  accessibility: text("accessibility").array().$type<VisitAccess[]>().notNull().default([]),
  note: text("note"),
  houseRules: text("house_rules"),
});

/** "Je mag mij vragen": the badge of one person. */
export const koploper = pgTable("koploper", {
  ...ownedItem,
  showsHome: boolean("shows_home").notNull().default(false),
  kinds: text("kinds").array().notNull(),
  line: text("line"),
});

/** The own measures that one comes to see; of an opening that shows its home only. */
export const visitMeasure = pgTable(
  "visit_measure",
  {
    visitId: uuid("visit_id").notNull(),
    measureId: uuid("measure_id").notNull(),
    neighbourhoodCode: text("neighbourhood_code").notNull(),
    householdId: uuid("household_id").notNull(),
    showsHome: boolean("shows_home").notNull().default(true),
  },
  (table) => [primaryKey({ columns: [table.visitId, table.measureId] })],
);

/** A day on which several homes are open. */
export const visitRoute = pgTable("visit_route", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  day: date("day").notNull(),
  title: text("title").notNull(),
  note: text("note"),
  announcedBy: uuid("announced_by").notNull(),
  announcedAt: at("announced_at").notNull().defaultNow(),
  withdrawnAt: at("withdrawn_at"),
});

/** When the door is open; `agreed` is made for one request and seen by its two only. */
export const visitSlot = pgTable("visit_slot", {
  id: uuid("id").primaryKey().defaultRandom(),
  visitId: uuid("visit_id").notNull(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  startsAt: at("starts_at").notNull(),
  endsAt: at("ends_at").notNull(),
  capacity: smallint("capacity").notNull(),
  agreed: boolean("agreed").notNull().default(false),
  routeId: uuid("route_id"),
  createdAt: at("created_at").notNull().defaultNow(),
  cancelledAt: at("cancelled_at"),
});

/** A neighbour who asks to come; read through viewer.visit_requests() only. */
export const visitRequest = pgTable("visit_request", {
  id: uuid("id").primaryKey().defaultRandom(),
  visitId: uuid("visit_id").notNull(),
  slotId: uuid("slot_id"),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  hostHouseholdId: uuid("host_household_id").notNull(),
  guestHouseholdId: uuid("guest_household_id").notNull(),
  guestResidentId: uuid("guest_resident_id").notNull(),
  guestStreetId: text("guest_street_id").notNull(),
  people: smallint("people").notNull(),
  line: text("line").notNull(),
  askedAt: at("asked_at").notNull().defaultNow(),
  answer: text("answer").$type<"accepted" | "declined" | "lapsed">(),
  answeredAt: at("answered_at"),
  answeredBy: uuid("answered_by"),
  declineReason: text("decline_reason").$type<DeclineReason>(),
  answerWords: text("answer_words"),
  cancelledAt: at("cancelled_at"),
  /** "nobody": a block, a move or a hiding ended it, and neither is told which. */
  cancelledBy: text("cancelled_by").$type<"guest" | "host" | "nobody">(),
  cancelWords: text("cancel_words"),
  noShowAt: at("no_show_at"),
  remindedAt: at("reminded_at"),
  /** Of the line, which the host then reads no more. */
  hiddenAt: at("hidden_at"),
  /** SEQUENCE of its calendar file. */
  sequence: smallint("sequence").notNull().default(0),
});

/** What one of the two says to the other afterwards. */
export const visitFeedback = pgTable(
  "visit_feedback",
  {
    requestId: uuid("request_id").notNull(),
    side: text("side").$type<"host" | "guest">().notNull(),
    neighbourhoodCode: text("neighbourhood_code").notNull(),
    thanked: boolean("thanked").notNull(),
    words: text("words"),
    saidBy: uuid("said_by"),
    saidAt: at("said_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.requestId, table.side] })],
);
