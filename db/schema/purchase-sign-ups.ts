import { sql } from "drizzle-orm";
import { boolean, customType, date, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { SignUpMover, SignUpParty, SignUpState, StepReason, SupplierField } from "./purchase-choices.ts";

// Who takes part in a purchase, and what hangs on it.

const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
const at = (name: string) => timestamp(name, { withTimezone: true });
/** A sign-up's child follows its household and the neighbourhood through which it came in. */
const hanging = { signUpId: uuid("sign_up_id").notNull(), joinedIn: text("joined_in").notNull() };

/** Every step that a sign-up can make; the database refuses all others. */
export const purchaseArrow = pgTable(
  "purchase_arrow",
  {
    fromState: text("from_state").$type<SignUpState>().notNull(),
    toState: text("to_state").$type<SignUpState>().notNull(),
    mover: text("mover").$type<SignUpMover>().notNull(),
    reasoned: boolean("reasoned").notNull(),
    coolingOff: text("cooling_off").$type<"runs" | "over">(),
  },
  (table) => [primaryKey({ columns: [table.fromState, table.toState, table.mover] })],
);

/** Without home and person once who ordered was erased. */
export const purchaseSignUp = pgTable("purchase_sign_up", {
  id: uuid("id").primaryKey().defaultRandom(),
  purchaseId: uuid("purchase_id").notNull(),
  /** The neighbourhood of the purchase through which it came in: its moderators read it. */
  joinedIn: text("joined_in").notNull(),
  reference: text("reference").notNull().default(sql`upper(left(replace(gen_random_uuid()::text, '-', ''), 10))`),
  neighbourhoodCode: text("neighbourhood_code"),
  householdId: uuid("household_id"),
  dwellingId: text("dwelling_id"),
  streetId: text("street_id"),
  buildingId: text("building_id"),
  residentId: uuid("resident_id"),
  party: text("party").$type<SignUpParty>().notNull(),
  homes: integer("homes").notNull().default(1),
  rulesVersion: smallint("rules_version").notNull(),
  state: text("state").$type<SignUpState>().notNull().default("interest"),
  mover: text("mover").$type<SignUpMover>().notNull(),
  movedBy: uuid("moved_by"),
  movedAt: at("moved_at").notNull().defaultNow(),
  reason: text("reason").$type<StepReason>(),
  words: text("words"),
  adult: boolean("adult").notNull().default(false),
  offerVersion: smallint("offer_version"),
  termsVersion: text("terms_version"),
  orderedAt: at("ordered_at"),
  coolingOffFrom: date("cooling_off_from"),
  coolingOffUntil: date("cooling_off_until"),
  waitingSince: at("waiting_since"),
  heldUntil: date("held_until"),
  visitOn: date("visit_on"),
  plannedOn: date("planned_on"),
  deliveredOn: date("delivered_on"),
  decidedOn: date("decided_on"),
  votesFor: integer("votes_for"),
  votesOf: integer("votes_of"),
  decisionDocument: text("decision_document"),
  satisfaction: smallint("satisfaction"),
  review: text("review"),
  measureId: uuid("measure_id"),
  /** The days of the signatures of who takes part on paper: under the form, under an order, and under what takes that back. */
  paperSignedOn: date("paper_signed_on"),
  orderSignedOn: date("order_signed_on"),
  leftSignedOn: date("left_signed_on"),
  /** Of a tenant: what the household asks the landlord, together with others. */
  jointRequestId: uuid("joint_request_id"),
  createdAt: at("created_at").notNull().defaultNow(),
  erasedAt: at("erased_at"),
});

/** Each step: who, when, why. Written by the database. */
export const purchaseSignUpEvent = pgTable("purchase_sign_up_event", {
  id: uuid("id").primaryKey().defaultRandom(),
  ...hanging,
  householdId: uuid("household_id"),
  fromState: text("from_state").$type<SignUpState>(),
  toState: text("to_state").$type<SignUpState>().notNull(),
  mover: text("mover").$type<SignUpMover>().notNull(),
  actorId: uuid("actor_id"),
  reason: text("reason").$type<StepReason>(),
  words: text("words"),
  at: at("at").notNull(),
});

/** Whole cents with VAT; what of these is VAT stands beside it. Never changed: another price is another version. */
export const purchaseOffer = pgTable(
  "purchase_offer",
  {
    ...hanging,
    householdId: uuid("household_id"),
    version: smallint("version").notNull(),
    priceCents: integer("price_cents").notNull(),
    priceVatCents: integer("price_vat_cents").notNull(),
    extrasCents: integer("extras_cents").notNull().default(0),
    extrasVatCents: integer("extras_vat_cents").notNull().default(0),
    extrasWhat: text("extras_what"),
    subsidyCents: integer("subsidy_cents"),
    savingFromCents: integer("saving_from_cents"),
    savingToCents: integer("saving_to_cents"),
    validUntil: date("valid_until").notNull(),
    note: text("note"),
    offeredBy: uuid("offered_by"),
    offeredAt: at("offered_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.signUpId, table.version] })],
);

export const purchaseCheckAnswer = pgTable(
  "purchase_check_answer",
  { ...hanging, householdId: uuid("household_id").notNull(), checkId: uuid("check_id").notNull(), answer: text("answer").notNull(), answeredAt: at("answered_at").notNull().defaultNow() },
  (table) => [primaryKey({ columns: [table.signUpId, table.checkId] })],
);

/** A photo of a home, for a question that asks for one: for its household and the moderators of the purchase. */
export const purchasePhoto = pgTable("purchase_photo", {
  id: uuid("id").primaryKey().defaultRandom(),
  ...hanging,
  householdId: uuid("household_id").notNull(),
  checkId: uuid("check_id").notNull(),
  mime: text("mime").$type<"image/webp">().notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  bytes: bytea("bytes").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
});

/** How the supplier reaches somebody; no moderator reads it but in an export. */
export const purchaseContact = pgTable("purchase_contact", {
  signUpId: uuid("sign_up_id").primaryKey(),
  joinedIn: text("joined_in").notNull(),
  householdId: uuid("household_id").notNull(),
  name: text("name"),
  email: text("email"),
  phone: text("phone"),
  savedAt: at("saved_at").notNull().defaultNow(),
});

/** Who said yes or no to other rules. */
export const purchaseAgreement = pgTable(
  "purchase_agreement",
  {
    ...hanging,
    householdId: uuid("household_id"),
    purchaseId: uuid("purchase_id").notNull(),
    version: smallint("version").notNull(),
    residentId: uuid("resident_id"),
    agreed: boolean("agreed").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.signUpId, table.version] })],
);

/** What moderators write beside a sign-up; its household reads it. */
export const purchaseNote = pgTable("purchase_note", {
  id: uuid("id").primaryKey().defaultRandom(),
  ...hanging,
  householdId: uuid("household_id").notNull(),
  /** Brought to their notice, too. */
  message: boolean("message").notNull().default(false),
  body: text("body").notNull(),
  authorId: uuid("author_id"),
  writtenAt: at("written_at").notNull().defaultNow(),
});

/** What the supplier was given of this household, in one export. */
export const purchaseReceipt = pgTable(
  "purchase_receipt",
  {
    exportId: uuid("export_id").notNull(),
    ...hanging,
    householdId: uuid("household_id").notNull(),
    supplier: text("supplier").notNull(),
    fields: text("fields").array().$type<SupplierField[]>().notNull(),
    keepUntil: date("keep_until").notNull(),
    at: at("at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.exportId, table.signUpId] })],
);
