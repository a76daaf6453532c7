import { date, doublePrecision, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { MultiPolygon, Polygon } from "geojson";

// Key figures per area, and what becomes of neighbourhoods in which households live when they are divided anew.

const at = (name: string) => timestamp(name, { withTimezone: true });

export const areaFigure = pgTable(
  "area_figure",
  {
    code: text("code").notNull(),
    year: smallint("year").notNull(),
    level: text("level").$type<"country" | "municipality" | "district" | "neighbourhood">().notNull(),
    name: text("name").notNull(),
    parentCode: text("parent_code"),
    /** Of the country none. */
    municipalityCode: text("municipality_code"),
    /** By the names of import/cbs/indicators.ts, in their units. */
    figures: jsonb("figures").$type<Record<string, number>>().notNull(),
    /** Why there is no figure: a code of CBS, "." or "empty". */
    unknown: jsonb("unknown").$type<Record<string, string>>().notNull(),
    source: text("source").notNull(),
    sourceDate: date("source_date"),
  },
  (table) => [primaryKey({ columns: [table.code, table.year] })],
);

export const successionDecisions = ["confirmed", "refused"] as const;
export type SuccessionDecision = (typeof successionDecisions)[number];

export const neighbourhoodSuccession = pgTable("neighbourhood_succession", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  year: smallint("year").notNull(),
  basis: text("basis").$type<"homes" | "area">().notNull(),
  /** The new boundary (WGS84), where the code stays in use. */
  boundary: jsonb("boundary").$type<Polygon | MultiPolygon>(),
  source: text("source").notNull(),
  sourceDate: date("source_date"),
  proposedAt: at("proposed_at").notNull().defaultNow(),
  supersededAt: at("superseded_at"),
  decision: text("decision").$type<SuccessionDecision>(),
  decidedAt: at("decided_at"),
  decidedBy: uuid("decided_by"),
  reason: text("reason"),
  carriedOutAt: at("carried_out_at"),
  householdsMoved: integer("households_moved"),
  itemsNarrowed: integer("items_narrowed"),
});

export const neighbourhoodSuccessor = pgTable(
  "neighbourhood_successor",
  {
    successionId: uuid("succession_id").notNull(),
    neighbourhoodCode: text("neighbourhood_code").notNull(),
    successorCode: text("successor_code").notNull(),
    successorName: text("successor_name").notNull(),
    homes: integer("homes").notNull(),
    /** From 0 to 1, of the homes or of the area. */
    share: doublePrecision("share").notNull(),
  },
  (table) => [primaryKey({ columns: [table.successionId, table.successorCode] })],
);
