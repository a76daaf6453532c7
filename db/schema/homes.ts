import { sql } from "drizzle-orm";
import { date, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { DwellingType, EnergyClass } from "./choices.ts";

// What a household keeps about its own home, for itself only.

/** Null is as the register says; area in m²; the energy class "A+++++" to "G", or "none" for a home without a label. */
export const homeCorrection = pgTable("home_correction", {
  householdId: uuid("household_id").primaryKey(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  dwellingType: text("dwelling_type").$type<Exclude<DwellingType, "unknown">>(),
  builtYear: smallint("built_year"),
  areaM2: smallint("area_m2"),
  energyClass: text("energy_class").$type<EnergyClass>(),
  savedAt: timestamp("saved_at", { withTimezone: true }).notNull().defaultNow(),
});

/** Kinds of measures that a household does not want to be suggested. */
export const putAside = pgTable(
  "put_aside",
  {
    householdId: uuid("household_id").notNull(),
    neighbourhoodCode: text("neighbourhood_code").notNull(),
    kind: text("kind").notNull(),
    putAt: timestamp("put_at", { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.householdId, table.kind] })],
);

/** What earlier residents left of a home: a measure that was taken, by kind and year, and of nobody. */
export const leftFact = pgTable("left_fact", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  dwellingId: text("dwelling_id").notNull(),
  kind: text("kind").notNull(),
  year: smallint("year"),
  /** The first day of the month in which it was left. */
  leftOn: date("left_on").notNull().default(sql`current_date`),
});
