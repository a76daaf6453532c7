import { boolean, date, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { DwellingType } from "./choices.ts";
import type { BelowRule, CheckKind, CoolingOffStart, PurchaseDeed, PurchaseState, SignUpState, SupplierField, WithdrawalEffect } from "./purchase-choices.ts";

// A purchase that neighbours make together, and its rules. Who takes part: purchase-sign-ups.ts.

const at = (name: string) => timestamp(name, { withTimezone: true });

/** Numbers of orders and places are kept by the database and written by nobody else. */
export const purchase = pgTable("purchase", {
  id: uuid("id").primaryKey().defaultRandom(),
  title: text("title").notNull(),
  body: text("body"),
  kinds: text("kinds").array().notNull(),
  /** None is all of them. */
  dwellingTypes: text("dwelling_types").array().$type<DwellingType[]>().notNull().default([]),
  forOwners: boolean("for_owners").notNull().default(true),
  forTenants: boolean("for_tenants").notNull().default(false),
  round: smallint("round").notNull().default(1),
  followsId: uuid("follows_id"),
  supplier: text("supplier"),
  supplierWhy: text("supplier_why"),
  state: text("state").$type<PurchaseState>().notNull().default("concept"),
  rulesVersion: smallint("rules_version").notNull().default(1),
  /** Homes whose orders stand. */
  orders: integer("orders").notNull().default(0),
  /** The most that ever stood at once. */
  mostOrders: integer("most_orders").notNull().default(0),
  /** Homes that take a place of the capacity. */
  places: integer("places").notNull().default(0),
  madeBy: uuid("made_by"),
  createdAt: at("created_at").notNull().defaultNow(),
  openedAt: at("opened_at"),
  prolongedAt: at("prolonged_at"),
  endedAt: at("ended_at"),
  forgottenAt: at("forgotten_at"),
});

export const purchaseNeighbourhood = pgTable(
  "purchase_neighbourhood",
  { purchaseId: uuid("purchase_id").notNull(), neighbourhoodCode: text("neighbourhood_code").notNull() },
  (table) => [primaryKey({ columns: [table.purchaseId, table.neighbourhoodCode] })],
);

/** What is fixed before the opening; another version holds once everybody said yes. Days are days in Europe/Amsterdam. */
export const purchaseRules = pgTable(
  "purchase_rules",
  {
    purchaseId: uuid("purchase_id").notNull(),
    version: smallint("version").notNull(),
    /** Orders of dwellings. */
    threshold: integer("threshold").notNull(),
    capacity: integer("capacity"),
    deadline: date("deadline").notNull(),
    below: text("below").$type<BelowRule>().notNull(),
    prolongUntil: date("prolong_until"),
    withdrawal: text("withdrawal").$type<WithdrawalEffect>().notNull(),
    coolingOffFrom: text("cooling_off_from").$type<CoolingOffStart>().notNull(),
    contractingParty: text("contracting_party").notNull(),
    commission: text("commission").notNull(),
    criteria: text("criteria").notNull(),
    interests: text("interests").notNull(),
    supplierFields: text("supplier_fields").array().$type<SupplierField[]>().notNull(),
    keepUntil: date("keep_until").notNull(),
    why: text("why"),
    proposedBy: uuid("proposed_by"),
    proposedAt: at("proposed_at").notNull().defaultNow(),
    adoptedAt: at("adopted_at"),
    droppedAt: at("dropped_at"),
  },
  (table) => [primaryKey({ columns: [table.purchaseId, table.version] })],
);

/** What a home pays from a number of orders on: cents with VAT, and the VAT in it. */
export const purchaseTier = pgTable(
  "purchase_tier",
  {
    purchaseId: uuid("purchase_id").notNull(),
    version: smallint("version").notNull(),
    fromOrders: integer("from_orders").notNull(),
    cents: integer("cents").notNull(),
    vatCents: integer("vat_cents").notNull(),
  },
  (table) => [primaryKey({ columns: [table.purchaseId, table.version, table.fromOrders] })],
);

/** What a home is asked before it can have an offer. */
export const purchaseCheck = pgTable("purchase_check", {
  id: uuid("id").primaryKey().defaultRandom(),
  purchaseId: uuid("purchase_id").notNull(),
  place: smallint("place").notNull(),
  question: text("question").notNull(),
  kind: text("kind").$type<CheckKind>().notNull(),
});

export const purchaseNews = pgTable("purchase_news", {
  id: uuid("id").primaryKey().defaultRandom(),
  purchaseId: uuid("purchase_id").notNull(),
  title: text("title").notNull(),
  body: text("body").notNull(),
  authorId: uuid("author_id"),
  publishedAt: at("published_at").notNull().defaultNow(),
  withdrawnAt: at("withdrawn_at"),
});

/** What a moderator wrote to everybody who was that far; each of them has it as a note. */
export const purchaseMessage = pgTable("purchase_message", {
  id: uuid("id").primaryKey().defaultRandom(),
  purchaseId: uuid("purchase_id").notNull(),
  state: text("state").$type<SignUpState>().notNull(),
  body: text("body").notNull(),
  signUps: integer("sign_ups").notNull(),
  authorId: uuid("author_id"),
  at: at("at").notNull().defaultNow(),
});

/** What was handed to the supplier. */
export const purchaseExport = pgTable("purchase_export", {
  id: uuid("id").primaryKey().defaultRandom(),
  purchaseId: uuid("purchase_id").notNull(),
  form: text("form").$type<"csv" | "xlsx">().notNull(),
  supplier: text("supplier").notNull(),
  fields: text("fields").array().$type<SupplierField[]>().notNull(),
  signUps: integer("sign_ups").notNull(),
  keepUntil: date("keep_until").notNull(),
  madeBy: uuid("made_by"),
  madeAt: at("made_at").notNull().defaultNow(),
});

/** What became of a purchase, for all to read; nobody where a date came. */
export const purchaseEvent = pgTable("purchase_event", {
  id: uuid("id").primaryKey().defaultRandom(),
  purchaseId: uuid("purchase_id").notNull(),
  deed: text("deed").$type<PurchaseDeed>().notNull(),
  actorId: uuid("actor_id"),
  words: text("words"),
  at: at("at").notNull().defaultNow(),
});
