import { boolean, customType, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Locale } from "./auth.ts";
import { ownedItem } from "./owned-item.ts";
import { answer, question } from "./questions.ts";

export { answer, question } from "./questions.ts";
import type { MeasureState, CostRange, DoneBy, Horizon, Obstacle, ReportCategory, StoryIndicator, AppealOutcome, HidingDuration, SecondLookOutcome } from "./choices.ts";
import { koploper, visit } from "./visits.ts";

export { measureStates, costRanges, doneBys, horizons, obstacles, reportCategories, hidingDurations, appealOutcomes, secondLookOutcomes, storyIndicators, type StoryIndicator, type MeasureState, type CostRange, type DoneBy, type Horizon, type Obstacle, type ReportCategory, type HidingDuration, type AppealOutcome, type SecondLookOutcome } from "./choices.ts";

// What households share: measures, wishes, stories, photos; and what is said about it.

const at = (name: string) => timestamp(name, { withTimezone: true });
const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

export const measure = pgTable("measure", {
  ...ownedItem,
  kind: text("kind").notNull(),
  state: text("state").$type<MeasureState>().notNull(),
  year: smallint("year"),
  costRange: text("cost_range").$type<CostRange>(),
  doneBy: text("done_by").$type<DoneBy>(),
  satisfaction: smallint("satisfaction"),
  experience: text("experience"),
  wouldDoDifferently: text("would_do_differently"),
  gasBeforeM3: integer("gas_before_m3"),
  gasAfterM3: integer("gas_after_m3"),
  powerBeforeKwh: integer("power_before_kwh"),
  powerAfterKwh: integer("power_after_kwh"),
  mayAsk: boolean("may_ask").notNull().default(false),
  mayVisit: boolean("may_visit").notNull().default(false),
});

export const wish = pgTable("wish", {
  ...ownedItem,
  scope: text("scope").$type<"home" | "neighbourhood">().notNull(),
  kind: text("kind"),
  title: text("title"),
  note: text("note"),
  horizon: text("horizon").$type<Horizon>(),
  holdingBack: text("holding_back").array().$type<Obstacle[]>().notNull().default([]),
});

/** What somebody tells beside a figure of the profile of the neighbourhood. */
export const story = pgTable("story", {
  ...ownedItem,
  indicator: text("indicator").$type<StoryIndicator>().notNull(),
  title: text("title").notNull(),
  body: text("body").notNull(),
});

/** The kinds of what is shared, as the database knows them: db/migrations/0035_shared_things.sql says what a kind needs. */
export const sharedKind = pgTable("shared_kind", {
  kind: text("kind").primaryKey(),
  shape: text("shape").$type<"own_audience" | "follows" | "apart">().notNull(),
  /** The function that says what neighbours see, of a kind whose rows only its household reads. */
  seenThrough: text("seen_through"),
});

/** Everything that a household shares with an audience of its choice, by kind. */
export const sharedItems = { measure, wish, story, question, visit, koploper };
export type ItemKind = keyof typeof sharedItems;
export type ItemTable = (typeof sharedItems)[ItemKind];
export const itemTables: readonly ItemTable[] = Object.values(sharedItems);
/** What is seen with what it belongs to: it has no audience to choose, and is taken back where one would be narrowed. */
export const followingItems = { answer };
/** All that a household puts before its neighbours, by kind. */
export const everything = { ...sharedItems, ...followingItems };
export type AnyKind = keyof typeof everything;
export type AnyTable = (typeof everything)[AnyKind];
export const allTables: readonly AnyTable[] = Object.values(everything);
/** What can be reported and hidden: what a household shares, what residents of a building ask together, what somebody wrote in private or to come and look, and what a municipality posted. */
export type ReportedKind = AnyKind | "joint_request" | "private_message" | "visit_request" | "municipal_post";

export const wishJoin = pgTable(
  "wish_join",
  {
    wishId: uuid("wish_id").notNull(),
    /** Names this one joining in an address, where the household's own id would link it to others. */
    id: uuid("id").notNull().defaultRandom(),
    neighbourhoodCode: text("neighbourhood_code").notNull(),
    householdId: uuid("household_id").notNull(),
    residentId: uuid("resident_id").notNull(),
    shownName: text("shown_name"),
    streetId: text("street_id").notNull(),
    createdAt: at("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.wishId, table.householdId] })],
);

/** Somebody doesn't want to see what a household shares, nor to be seen by it. */
export const block = pgTable("block", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  residentId: uuid("resident_id").notNull(),
  blockedHouseholdId: uuid("blocked_household_id").notNull(),
  /** The name that was shown; null is "iemand uit de <straat>". */
  shownName: text("shown_name"),
  streetId: text("street_id").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});

export const photo = pgTable("photo", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  measureId: uuid("measure_id").notNull(),
  mime: text("mime").$type<"image/webp">().notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  alt: text("alt"),
  bytes: bytea("bytes").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});

export const announcement = pgTable("announcement", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  authorId: uuid("author_id").notNull(),
  shownName: text("shown_name").notNull(),
  title: text("title").notNull(),
  body: text("body").notNull(),
  /** The figure of the profile beside which it stands; most stand beside none. */
  indicator: text("indicator").$type<StoryIndicator>(),
  publishedAt: at("published_at").notNull().defaultNow(),
  withdrawnAt: at("withdrawn_at"),
});

export const report = pgTable("report", {
  id: uuid("id").primaryKey().defaultRandom(),
  receipt: text("receipt").notNull(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  reporterId: uuid("reporter_id").notNull(),
  reporterHouseholdId: uuid("reporter_household_id").notNull(),
  subjectKind: text("subject_kind").$type<ReportedKind>().notNull(),
  subjectId: uuid("subject_id").notNull(),
  category: text("category").$type<ReportCategory>().notNull(),
  note: text("note"),
  createdAt: at("created_at").notNull().defaultNow(),
  closedAt: at("closed_at"),
  closedBy: uuid("closed_by"),
  decision: text("decision").$type<"hidden" | "kept">(),
  decisionNote: text("decision_note"),
  rule: text("rule").$type<ReportCategory>(),
  rulesVersion: text("rules_version"),
  /** Set when an appeal about it was decided, by whoever appealed. */
  reviewedAt: at("reviewed_at"),
  review: text("review").$type<AppealOutcome>(),
});

export const hiding = pgTable("hiding", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  /** Null for what a municipality posted. */
  householdId: uuid("household_id"),
  subjectKind: text("subject_kind").$type<ReportedKind>().notNull(),
  subjectId: uuid("subject_id").notNull(),
  reportId: uuid("report_id"),
  moderatorId: uuid("moderator_id").notNull(),
  rule: text("rule").$type<ReportCategory>().notNull(),
  rulesVersion: text("rules_version").notNull().default("1"),
  duration: text("duration").$type<HidingDuration>().notNull().default("until_changed"),
  /** Null 24 months after it was lifted. */
  reason: text("reason"),
  createdAt: at("created_at").notNull().defaultNow(),
  liftedAt: at("lifted_at"),
  liftedBy: uuid("lifted_by"),
});

/** An objection to a hiding, or to the keeping of what was reported; the texts go 24 months after its decision. */
export const appeal = pgTable("appeal", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  /** Null where a municipality objects. */
  householdId: uuid("household_id"),
  residentId: uuid("resident_id").notNull(),
  hidingId: uuid("hiding_id"),
  reportId: uuid("report_id"),
  subjectKind: text("subject_kind").$type<ReportedKind>().notNull(),
  subjectId: uuid("subject_id").notNull(),
  firstDecidedBy: uuid("first_decided_by").notNull(),
  reason: text("reason"),
  createdAt: at("created_at").notNull().defaultNow(),
  decidedAt: at("decided_at"),
  decidedBy: uuid("decided_by"),
  outcome: text("outcome").$type<AppealOutcome>(),
  answer: text("answer"),
});

/** A household changed what was hidden until then, and asks to look again; the answer goes 24 months after the decision. */
export const secondLook = pgTable("second_look", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  hidingId: uuid("hiding_id").notNull(),
  subjectKind: text("subject_kind").$type<ReportedKind>().notNull(),
  subjectId: uuid("subject_id").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  decidedAt: at("decided_at"),
  decidedBy: uuid("decided_by"),
  outcome: text("outcome").$type<SecondLookOutcome>(),
  answer: text("answer"),
});

export const missingAddress = pgTable("missing_address", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code"),
  postcode: text("postcode").notNull(),
  houseNumber: text("house_number").notNull(),
  streetName: text("street_name"),
  note: text("note"),
  email: text("email").notNull(),
  locale: text("locale").$type<Locale>().notNull().default("nl"),
  createdAt: at("created_at").notNull().defaultNow(),
  handledAt: at("handled_at"),
  handledBy: uuid("handled_by"),
  outcome: text("outcome"),
});

export const letter = pgTable("letter", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  dwellingId: text("dwelling_id").notNull(),
  /** Null for an invitation, for which nobody asked; of a letter that tells an address of a claim, the claim itself. */
  signupId: uuid("signup_id"),
  claimId: uuid("claim_id"),
  /** The batch that it was printed in last. */
  batchId: uuid("batch_id"),
  requestedAt: at("requested_at").notNull().defaultNow(),
  /** Not to be printed before this moment: an address gets one letter in 14 days. */
  printAfter: at("print_after").notNull().defaultNow(),
  printedAt: at("printed_at"),
  printedBy: uuid("printed_by"),
  printCount: smallint("print_count").notNull().default(0),
  endedAt: at("ended_at"),
  /** Whose paper it is about: with its code an account takes over. */
  paperResidentId: uuid("paper_resident_id"),
});

export const outbox = pgTable("outbox", {
  id: uuid("id").primaryKey().defaultRandom(),
  template: text("template").notNull(),
  accountId: uuid("account_id"),
  proofId: uuid("proof_id"),
  subjectId: uuid("subject_id"),
  createdAt: at("created_at").notNull().defaultNow(),
  deliverAfter: at("deliver_after").notNull().defaultNow(),
  attempts: smallint("attempts").notNull().default(0),
  lastError: text("last_error"),
  deliveredAt: at("delivered_at"),
  givenUpAt: at("given_up_at"),
});
