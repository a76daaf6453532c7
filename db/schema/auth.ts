import { bigint, boolean, date, integer, pgSchema, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Locale } from "./choices.ts";
import type { RoleName } from "./people.ts";

export { locales, type Locale } from "./choices.ts";

// Accounts, sessions and proofs: only asAuth comes here.

const authSchema = pgSchema("auth");
const at = (name: string) => timestamp(name, { withTimezone: true });

export const account = authSchema.table("account", {
  id: uuid("id").primaryKey().defaultRandom(),
  email: text("email").notNull(),
  locale: text("locale").$type<Locale>().notNull().default("nl"),
  createdAt: at("created_at").notNull().defaultNow(),
  lastActiveOn: date("last_active_on").notNull().defaultNow(),
  inactiveToldAt: at("inactive_told_at"),
});

export const session = authSchema.table("session", {
  idHash: text("id_hash").primaryKey(),
  accountId: uuid("account_id").notNull(),
  publicId: uuid("public_id").notNull().defaultRandom(),
  device: text("device").notNull().default(""),
  staff: boolean("staff").notNull().default(false),
  createdAt: at("created_at").notNull().defaultNow(),
  lastSeenAt: at("last_seen_at").notNull().defaultNow(),
  expiresAt: at("expires_at").notNull(),
  secondFactorAt: at("second_factor_at"),
  /** Whether it began with a passkey. */
  passkey: boolean("passkey").notNull().default(false),
});

export const signup = authSchema.table("signup", {
  id: uuid("id").primaryKey().defaultRandom(),
  email: text("email").notNull(),
  locale: text("locale").$type<Locale>().notNull().default("nl"),
  dwellingId: text("dwelling_id").notNull(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  /** Null until the e-mail address is proven and a way is chosen. */
  way: text("way").$type<"letter" | "join" | "vouch" | "door">(),
  accountId: uuid("account_id"),
  requesterName: text("requester_name"),
  /** Wrong codes of letters that were typed since its last letter. */
  codeTries: smallint("code_tries").notNull().default(0),
  createdAt: at("created_at").notNull().defaultNow(),
  completedAt: at("completed_at"),
  endedAt: at("ended_at"),
});

export type ProofPurpose = "log_in" | "sign_up" | "change_email" | "confirm_waiting";

export const mailProof = authSchema.table("mail_proof", {
  id: uuid("id").primaryKey().defaultRandom(),
  purpose: text("purpose").$type<ProofPurpose>().notNull(),
  email: text("email").notNull(),
  accountId: uuid("account_id"),
  signupId: uuid("signup_id"),
  locale: text("locale").$type<Locale>().notNull().default("nl"),
  browserHash: text("browser_hash").notNull(),
  tokenHash: text("token_hash"),
  codeHash: text("code_hash"),
  tries: smallint("tries").notNull().default(0),
  createdAt: at("created_at").notNull().defaultNow(),
  expiresAt: at("expires_at").notNull(),
  usedAt: at("used_at"),
});

export const letterCode = authSchema.table("letter_code", {
  letterId: uuid("letter_id").primaryKey(),
  /** Null for an invitation. */
  signupId: uuid("signup_id"),
  codeHmac: text("code_hmac").notNull(),
  tries: smallint("tries").notNull().default(0),
  createdAt: at("created_at").notNull().defaultNow(),
  expiresAt: at("expires_at").notNull(),
  usedAt: at("used_at"),
});

export const householdInvitation = authSchema.table("household_invitation", {
  id: uuid("id").primaryKey().defaultRandom(),
  householdId: uuid("household_id").notNull(),
  invitedBy: uuid("invited_by").notNull(),
  email: text("email").notNull(),
  locale: text("locale").$type<Locale>().notNull().default("nl"),
  tokenHash: text("token_hash"),
  createdAt: at("created_at").notNull().defaultNow(),
  expiresAt: at("expires_at").notNull(),
  acceptedAt: at("accepted_at"),
  revokedAt: at("revoked_at"),
});

export const roleInvitation = authSchema.table("role_invitation", {
  id: uuid("id").primaryKey().defaultRandom(),
  email: text("email").notNull(),
  locale: text("locale").$type<Locale>().notNull().default("nl"),
  role: text("role").$type<RoleName>().notNull(),
  neighbourhoodCode: text("neighbourhood_code"),
  municipalityCode: text("municipality_code"),
  streetId: text("street_id"),
  buildingId: text("building_id"),
  startsOn: date("starts_on").notNull(),
  endsOn: date("ends_on").notNull(),
  invitedBy: uuid("invited_by").notNull(),
  tokenHash: text("token_hash"),
  sentCount: smallint("sent_count").notNull().default(1),
  createdAt: at("created_at").notNull().defaultNow(),
  expiresAt: at("expires_at").notNull(),
  acceptedAt: at("accepted_at"),
  declinedAt: at("declined_at"),
  revokedAt: at("revoked_at"),
  organisationId: uuid("organisation_id"),
});

export const emailChange = authSchema.table("email_change", {
  id: uuid("id").primaryKey().defaultRandom(),
  accountId: uuid("account_id").notNull(),
  oldEmail: text("old_email").notNull(),
  newEmail: text("new_email").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  confirmedAt: at("confirmed_at"),
  /** When the new address counts without the old mailbox having agreed. */
  effectiveAt: at("effective_at"),
  appliedAt: at("applied_at"),
  cancelledAt: at("cancelled_at"),
});

export const totp = authSchema.table("totp", {
  accountId: uuid("account_id").primaryKey(),
  secretEncrypted: text("secret_encrypted").notNull(),
  confirmedAt: at("confirmed_at"),
  lastStep: bigint("last_step", { mode: "number" }).notNull().default(0),
});

export const recoveryCode = authSchema.table("recovery_code", {
  id: uuid("id").primaryKey().defaultRandom(),
  accountId: uuid("account_id").notNull(),
  codeHash: text("code_hash").notNull(),
  usedAt: at("used_at"),
});

export const passkey = authSchema.table("passkey", {
  id: uuid("id").primaryKey().defaultRandom(),
  accountId: uuid("account_id").notNull(),
  /** As the device calls its key, in base64url. */
  credentialId: text("credential_id").notNull(),
  /** COSE key in base64url. */
  publicKey: text("public_key").notNull(),
  counter: bigint("counter", { mode: "number" }).notNull().default(0),
  transports: text("transports").array().notNull().default([]),
  name: text("name").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  lastUsedAt: at("last_used_at"),
});

export type ChallengePurpose = "add" | "log_in" | "second_step";

export const passkeyChallenge = authSchema.table("passkey_challenge", {
  id: uuid("id").primaryKey().defaultRandom(),
  purpose: text("purpose").$type<ChallengePurpose>().notNull(),
  challenge: text("challenge").notNull(),
  browserHash: text("browser_hash").notNull(),
  /** Null while nobody knows who is logging in. */
  accountId: uuid("account_id"),
  expiresAt: at("expires_at").notNull(),
});

export const waiting = authSchema.table("waiting", {
  id: uuid("id").primaryKey().defaultRandom(),
  email: text("email").notNull(),
  locale: text("locale").$type<Locale>().notNull().default("nl"),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  confirmedAt: at("confirmed_at"),
  toldAt: at("told_at"),
});

export const rateLimit = authSchema.table("rate_limit", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expire: at("expire"),
});
