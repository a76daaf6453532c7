import { text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Audience } from "./choices.ts";

const at = (name: string) => timestamp(name, { withTimezone: true });

/** What everything carries that a household shares: whose it is, where, and how it stands. Policies compare these columns. */
export const owned = {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  householdId: uuid("household_id").notNull(),
  streetId: text("street_id").notNull(),
  buildingId: text("building_id"),
  dwellingId: text("dwelling_id").notNull(),
  residentId: uuid("resident_id").notNull(),
  /** The name that neighbours see; null is "iemand uit de <straat>". */
  shownName: text("shown_name"),
  /** Set when an audience became too small and the item fell back to the household. */
  narrowedAt: at("narrowed_at"),
  createdAt: at("created_at").notNull().defaultNow(),
  updatedAt: at("updated_at").notNull().defaultNow(),
  sharedAt: at("shared_at"),
  withdrawnAt: at("withdrawn_at"),
  withdrawnBy: uuid("withdrawn_by"),
  hiddenAt: at("hidden_at"),
};

/** What is shared with an audience of its own. */
export const ownedItem = { ...owned, audience: text("audience").$type<Audience>().notNull().default("household") };
