import { sql } from "drizzle-orm";
import { boolean, date, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Audience, Involvement, LookReason } from "./choices.ts";

export { audiences, involvements, lookReasons, type Audience, type Involvement, type LookReason } from "./choices.ts";

// Households, the people in them, their roles and their consent.

export type ConsentPurpose = "share_measure" | "share_wish" | "share_story" | "share_question" | "share_answer" | "share_visit" | "koploper" | "join_wish" | "published_figures" | "display_name" | "contact_person" | "joint_request" | "purchase_supplier" | "leave_behind";
export type RoleName = "moderator" | "official" | "contact_person" | "property_manager";

const at = (name: string) => timestamp(name, { withTimezone: true });

export const household = pgTable("household", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  dwellingId: text("dwelling_id").notNull(),
  streetId: text("street_id").notNull(),
  buildingId: text("building_id"),
  createdAt: at("created_at").notNull().defaultNow(),
  endedAt: at("ended_at"),
});

export const resident = pgTable("resident", {
  id: uuid("id").primaryKey(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  displayName: text("display_name"),
  involvement: text("involvement").$type<Involvement>(),
  welcomedAt: at("welcomed_at"),
  createdAt: at("created_at").notNull().defaultNow(),
});

export const membership = pgTable("membership", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  residentId: uuid("resident_id").notNull(),
  role: text("role").$type<"adult">().notNull().default("adult"),
  evidence: text("evidence").$type<"letter" | "invitation" | "request" | "door" | "vouch" | "sample">().notNull(),
  startedAt: at("started_at").notNull().defaultNow(),
  endedAt: at("ended_at"),
  endedReason: text("ended_reason"),
});

/** Somebody moves: the last day, YYYY-MM-DD; the membership ends in the night that follows. */
export const plannedMove = pgTable("planned_move", {
  residentId: uuid("resident_id").primaryKey(),
  movesOn: date("moves_on").notNull(),
  askedAt: at("asked_at").notNull().defaultNow(),
});

export const joinRequest = pgTable("join_request", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  signupId: uuid("signup_id").notNull(),
  requesterName: text("requester_name").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  decidedAt: at("decided_at"),
  decidedBy: uuid("decided_by"),
  accepted: boolean("accepted"),
});

/** Which roles somebody has is read with `viewer.roles_now()`, which knows about first and last days; never from the table. */
export const roleGrant = pgTable("role_grant", {
  id: uuid("id").primaryKey().defaultRandom(),
  accountId: uuid("account_id").notNull(),
  role: text("role").$type<RoleName>().notNull(),
  neighbourhoodCode: text("neighbourhood_code"),
  municipalityCode: text("municipality_code"),
  grantedBy: uuid("granted_by"),
  startedAt: at("started_at").notNull().defaultNow(),
  endedAt: at("ended_at"),
  streetId: text("street_id"),
  buildingId: text("building_id"),
  startsOn: date("starts_on").notNull().default(sql`(now() at time zone 'Europe/Amsterdam')::date`),
  /** The last day; null only where who runs the site gave the role. */
  endsOn: date("ends_on"),
  invitationId: uuid("invitation_id"),
  /** For whom a property manager answers. */
  organisationId: uuid("organisation_id"),
});

export type RoleDeed = "granted" | "invited" | "sent_again" | "taken_back" | "accepted" | "declined" | "extended" | "ended";

export const roleEvent = pgTable("role_event", {
  id: uuid("id").primaryKey().defaultRandom(),
  at: at("at").notNull().defaultNow(),
  deed: text("deed").$type<RoleDeed>().notNull(),
  role: text("role").$type<RoleName>().notNull(),
  neighbourhoodCode: text("neighbourhood_code"),
  municipalityCode: text("municipality_code"),
  streetId: text("street_id"),
  buildingId: text("building_id"),
  /** Null is who runs the site. */
  actorId: uuid("actor_id"),
  subjectId: uuid("subject_id"),
  invitationId: uuid("invitation_id"),
  grantId: uuid("grant_id"),
  endsOn: date("ends_on"),
});

export const consent = pgTable("consent", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  residentId: uuid("resident_id").notNull(),
  purpose: text("purpose").$type<ConsentPurpose>().notNull(),
  fieldGroup: text("field_group").notNull(),
  subjectId: uuid("subject_id"),
  audience: text("audience").$type<Audience>(),
  textVersion: text("text_version").notNull(),
  textShown: text("text_shown").notNull(),
  locale: text("locale").notNull(),
  givenAt: at("given_at").notNull().defaultNow(),
  withdrawnAt: at("withdrawn_at"),
  withdrawnBy: uuid("withdrawn_by"),
  /** The version of a newer text to which they said no. */
  declinedVersion: text("declined_version"),
});

export const disclosure = pgTable("disclosure", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  actorId: uuid("actor_id").notNull(),
  actorRole: text("actor_role").$type<"moderator">().notNull(),
  what: text("what").$type<"measure" | "wish" | "story" | "question" | "answer" | "visit" | "koploper" | "joint_request" | "private_message" | "visit_request">().notNull(),
  subjectId: uuid("subject_id").notNull(),
  reason: text("reason").$type<LookReason>().notNull(),
  /** What the moderator wrote about it. */
  note: text("note"),
  at: at("at").notNull().defaultNow(),
});
