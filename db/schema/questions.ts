import { sql } from "drizzle-orm";
import { boolean, customType, date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Audience, CostRange, DwellingType, ParkingPhase, PeriodKey, QuestionState, ReleaseReason, Verdict } from "./choices.ts";
import { owned, ownedItem } from "./owned-item.ts";

// Questions among neighbours, and what hangs on them. db/migrations/0037_questions.sql says how a reach works.

const at = (name: string) => timestamp(name, { withTimezone: true });
const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/** What everything beneath a question carries of it; the database keeps it equal to that of the question. */
const beneath = {
  questionId: uuid("question_id").notNull(),
  askedHouseholdId: uuid("asked_household_id").notNull(),
  askedResidentId: uuid("asked_resident_id").notNull(),
  reach: text("reach").notNull(),
};

export const question = pgTable("question", {
  ...ownedItem,
  title: text("title").notNull(),
  body: text("body"),
  measureKind: text("measure_kind"),
  /** About the building of who asks: said to those who live in it. */
  aboutBuilding: boolean("about_building").notNull().default(false),
  /** A street or square of the neighbourhood. */
  placeStreetId: text("place_street_id"),
  /** The kind of home that it is about, where who asks says so. */
  dwellingType: text("dwelling_type").$type<DwellingType>(),
  buildingPeriod: text("building_period").$type<PeriodKey>(),
  /** Who asks has a commercial interest. */
  commercial: boolean("commercial").notNull().default(false),
  /** Follows from the rows beneath it; nobody writes it. */
  state: text("state").$type<QuestionState>().notNull().default("open"),
  mergedIntoId: uuid("merged_into_id"),
  reach: text("reach").notNull().generatedAlwaysAs(sql`''`),
  search: tsvector("search").notNull().generatedAlwaysAs(sql`''`),
});

export const questionPhoto = pgTable("question_photo", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  questionId: uuid("question_id").notNull(),
  residentId: uuid("resident_id").notNull(),
  reach: text("reach").notNull(),
  mime: text("mime").$type<"image/webp">().notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  alt: text("alt"),
  bytes: bytea("bytes").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});

/** An answer, or what somebody found out (`outcome`); seen by whoever sees the question. */
export const answer = pgTable("answer", {
  ...owned,
  ...beneath,
  /** Null once the question was erased: then only who wrote the answer reads it. So is the audience, which is that of the question. */
  reach: text("reach"),
  audience: text("audience").$type<Audience>().generatedAlwaysAs(sql`''`),
  body: text("body").notNull(),
  /** What it said before, oldest first; written by the database alone. */
  earlier: jsonb("earlier").$type<{ body: string; at: string }[]>().notNull().default([]),
  commercial: boolean("commercial").notNull().default(false),
  outcome: boolean("outcome").notNull().default(false),
  /** Of an outcome: what, who or which address on the web. */
  source: text("source"),
  foundOn: date("found_on"),
  costRange: text("cost_range").$type<CostRange>(),
  /** For which homes an outcome holds; none is all. */
  dwellingTypes: text("dwelling_types").array().$type<DwellingType[]>().notNull().default([]),
  buildingPeriods: text("building_periods").array().$type<PeriodKey[]>().notNull().default([]),
});

/** Where an answer stood that was taken back after others replied. */
export const answerTombstone = pgTable("answer_tombstone", {
  id: uuid("id").primaryKey(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  ...beneath,
  writtenAt: at("written_at").notNull(),
  goneAt: at("gone_at").notNull().defaultNow(),
});

export const answerThanks = pgTable(
  "answer_thanks",
  {
    answerId: uuid("answer_id").notNull(),
    neighbourhoodCode: text("neighbourhood_code").notNull(),
    householdId: uuid("household_id").notNull(),
    residentId: uuid("resident_id").notNull(),
    thankedHouseholdId: uuid("thanked_household_id").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.answerId, table.residentId] })],
);

/** Who is told of what happens to a question. */
export const questionFollow = pgTable(
  "question_follow",
  {
    questionId: uuid("question_id").notNull(),
    neighbourhoodCode: text("neighbourhood_code").notNull(),
    householdId: uuid("household_id").notNull(),
    residentId: uuid("resident_id").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.questionId, table.residentId] })],
);

/** "Ik zoek het uit." */
export const questionClaim = pgTable("question_claim", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  ...beneath,
  householdId: uuid("household_id").notNull(),
  residentId: uuid("resident_id").notNull(),
  shownName: text("shown_name"),
  streetId: text("street_id").notNull(),
  /** The last day, in Europe/Amsterdam. */
  until: date("until").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  remindedAt: at("reminded_at"),
  releasedAt: at("released_at"),
  releasedBy: uuid("released_by"),
  releaseReason: text("release_reason").$type<ReleaseReason>(),
});

/** What is said of an outcome, by whom; `asked_again` by the job, a year after it was last confirmed. */
export const outcomeVerdict = pgTable("outcome_verdict", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  ...beneath,
  answerId: uuid("answer_id").notNull(),
  verdict: text("verdict").$type<Verdict>().notNull(),
  note: text("note"),
  householdId: uuid("household_id"),
  residentId: uuid("resident_id"),
  shownName: text("shown_name"),
  streetId: text("street_id"),
  createdAt: at("created_at").notNull().defaultNow(),
});

export const questionParking = pgTable("question_parking", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  ...beneath,
  role: text("role").$type<"asker" | "moderator">().notNull(),
  /** Null for who was erased since. */
  parkedBy: uuid("parked_by"),
  why: text("why").notNull(),
  phase: text("phase").$type<ParkingPhase>(),
  /** The day on which it returns by itself, in Europe/Amsterdam. */
  returnsOn: date("returns_on").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  returnedAt: at("returned_at"),
  /** Null when it returned by itself. */
  returnedBy: uuid("returned_by"),
});

export const questionMerge = pgTable("question_merge", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  ...beneath,
  intoId: uuid("into_id").notNull(),
  role: text("role").$type<"asker" | "moderator">().notNull(),
  mergedBy: uuid("merged_by"),
  createdAt: at("created_at").notNull().defaultNow(),
  undoneAt: at("undone_at"),
  undoneBy: uuid("undone_by"),
});
