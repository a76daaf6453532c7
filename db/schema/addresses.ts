import { boolean, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { ClaimOutcome } from "./choices.ts";

export { claimOutcomes, type ClaimOutcome } from "./choices.ts";

// Who says to live where, and the neighbours who stand in for it.

const at = (name: string) => timestamp(name, { withTimezone: true });

export const addressClaim = pgTable("address_claim", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  dwellingId: text("dwelling_id").notNull(),
  accountId: uuid("account_id").notNull(),
  signupId: uuid("signup_id"),
  /** Null until it is proven. 'gone' says that earlier households have left. */
  way: text("way").$type<"vouch" | "door" | "letter" | "gone">(),
  shownName: text("shown_name"),
  /** The code follows from this id. */
  codeId: uuid("code_id"),
  codeHmac: text("code_hmac"),
  codeExpiresAt: at("code_expires_at"),
  createdAt: at("created_at").notNull().defaultNow(),
  provenAt: at("proven_at"),
  /** Who stood at the door. */
  confirmedBy: uuid("confirmed_by"),
  startsAt: at("starts_at"),
  startedAt: at("started_at"),
  householdId: uuid("household_id"),
  acknowledgedAt: at("acknowledged_at"),
  acknowledgedHouseholdId: uuid("acknowledged_household_id"),
  objectCodeHmac: text("object_code_hmac"),
  objectCodeExpiresAt: at("object_code_expires_at"),
  objectedAt: at("objected_at"),
  objectedBy: text("objected_by").$type<"resident" | "letter" | "neighbour">(),
  objectorId: uuid("objector_id"),
  decidedAt: at("decided_at"),
  decidedBy: uuid("decided_by"),
  outcome: text("outcome").$type<ClaimOutcome>(),
  reason: text("reason"),
  falseVouch: boolean("false_vouch").notNull().default(false),
  /** When a neighbour doubted it, and a moderator let it go on: the newest time. */
  doubtedAt: at("doubted_at"),
  doubtSetAsideAt: at("doubt_set_aside_at"),
  doubtSetAsideBy: uuid("doubt_set_aside_by"),
  doubtSetAsideReason: text("doubt_set_aside_reason"),
  endedAt: at("ended_at"),
});

export const vouch = pgTable("vouch", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  claimId: uuid("claim_id"),
  /** Null once who vouched is erased; homeKey takes the place of dwellingId. */
  voucherId: uuid("voucher_id"),
  dwellingId: text("dwelling_id"),
  homeKey: text("home_key"),
  vouchedAt: at("vouched_at").notNull().defaultNow(),
  usedAt: at("used_at"),
});

export const vouchLoss = pgTable("vouch_loss", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  /** Null once it is erased; emailKey stays. */
  accountId: uuid("account_id"),
  emailKey: text("email_key"),
  reason: text("reason"),
  lostAt: at("lost_at").notNull().defaultNow(),
  decidedBy: uuid("decided_by").notNull(),
});
