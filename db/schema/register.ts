import { boolean, date, doublePrecision, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { DwellingType } from "./choices.ts";

export { dwellingTypes, type DwellingType } from "./choices.ts";

// Public registers: BAG and boundaries. Geometry is GeoJSON in WGS84 (EPSG:4326), areas are m².

const boundingBox = {
  minLon: doublePrecision("min_lon").notNull(),
  minLat: doublePrecision("min_lat").notNull(),
  maxLon: doublePrecision("max_lon").notNull(),
  maxLat: doublePrecision("max_lat").notNull(),
};

export const organisationKinds = ["cooperative", "municipality", "housing_corporation", "owners_association", "landlord"] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const organisation = pgTable("organisation", {
  id: uuid("id").primaryKey().defaultRandom(),
  kind: text("kind").$type<OrganisationKind>().notNull(),
  name: text("name").notNull(),
  municipalityCode: text("municipality_code"),
  /** How a cooperative is reached, on its letters. */
  address: text("address"),
  phone: text("phone"),
  email: text("email"),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});

export const municipality = pgTable("municipality", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
});

export const neighbourhood = pgTable("neighbourhood", {
  code: text("code").primaryKey(),
  year: smallint("year").notNull(),
  name: text("name").notNull(),
  municipalityCode: text("municipality_code"),
  geometry: jsonb("geometry").$type<Polygon | MultiPolygon>().notNull(),
  ...boundingBox,
  served: boolean("served").notNull().default(false),
  source: text("source").notNull(),
  sourceDate: date("source_date"),
  mapVersion: integer("map_version").notNull().default(1),
  endedOn: date("ended_on"),
  /** The cooperative that serves it; the database refuses one for a neighbourhood that is not served. */
  servedBy: uuid("served_by"),
});

export const street = pgTable("street", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  placeName: text("place_name"),
  endedOn: date("ended_on"),
  registerArea: text("register_area"),
});

export const building = pgTable("building", {
  id: text("id").primaryKey(),
  neighbourhoodCode: text("neighbourhood_code"),
  builtYear: smallint("built_year"),
  status: text("status").notNull(),
  geometry: jsonb("geometry").$type<Polygon | MultiPolygon>().notNull(),
  ...boundingBox,
  footprintM2: integer("footprint_m2").notNull(),
  dwellingCount: integer("dwelling_count").notNull().default(0),
  dwellingType: text("dwelling_type").$type<DwellingType>(),
  sourceDate: date("source_date"),
  endedOn: date("ended_on"),
  registerArea: text("register_area"),
});

export const dwelling = pgTable("dwelling", {
  id: text("id").primaryKey(),
  neighbourhoodCode: text("neighbourhood_code"),
  buildingId: text("building_id"),
  streetId: text("street_id"),
  postcode: text("postcode"),
  houseNumber: integer("house_number"),
  houseLetter: text("house_letter"),
  houseAddition: text("house_addition"),
  areaM2: integer("area_m2"),
  purposes: text("purposes").array().notNull().default([]),
  isHome: boolean("is_home").notNull(),
  status: text("status").notNull(),
  lon: doublePrecision("lon").notNull(),
  lat: doublePrecision("lat").notNull(),
  dwellingType: text("dwelling_type").$type<DwellingType>(),
  sourceDate: date("source_date"),
  endedOn: date("ended_on"),
  registerArea: text("register_area"),
});

export const dwellingBuilding = pgTable(
  "dwelling_building",
  { dwellingId: text("dwelling_id").notNull(), buildingId: text("building_id").notNull() },
  (table) => [primaryKey({ columns: [table.dwellingId, table.buildingId] })],
);

export const address = pgTable("address", {
  id: text("id").primaryKey(),
  dwellingId: text("dwelling_id").notNull(),
  isMain: boolean("is_main").notNull(),
  streetId: text("street_id"),
  postcode: text("postcode"),
  houseNumber: integer("house_number").notNull(),
  houseLetter: text("house_letter"),
  houseAddition: text("house_addition"),
  endedOn: date("ended_on"),
  registerArea: text("register_area"),
});

/** The label of a home by EP-Online; the class is A+++++ to G, areas are m². */
export const energyLabel = pgTable("energy_label", {
  dwellingId: text("dwelling_id").primaryKey(),
  energyClass: text("energy_class").notNull(),
  /** How it was calculated, as EP-Online writes it. */
  method: text("method"),
  recordedOn: date("recorded_on"),
  registeredOn: date("registered_on"),
  validUntil: date("valid_until"),
  /** kWh per m² per year; by NTA 8800 only. */
  kwhPerM2Year: doublePrecision("kwh_per_m2_year"),
  /** MJ per year for the whole home; by older methods only. */
  mjPerYear: doublePrecision("mj_per_year"),
  /** Of the thermal zone. */
  areaM2: doublePrecision("area_m2"),
  buildingType: text("building_type"),
  matchedBy: text("matched_by").$type<"id" | "address">().notNull(),
  sourceDate: date("source_date").notNull(),
});

export const streetInNeighbourhood = pgTable(
  "street_in_neighbourhood",
  {
    streetId: text("street_id").notNull(),
    neighbourhoodCode: text("neighbourhood_code").notNull(),
    homeCount: integer("home_count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.streetId, table.neighbourhoodCode] })],
);

export const baseMap = pgTable("base_map", {
  neighbourhoodCode: text("neighbourhood_code").primaryKey(),
  geojson: jsonb("geojson").$type<FeatureCollection>().notNull(),
  source: text("source").notNull(),
  sourceDate: date("source_date"),
});

export const gridProducts = ["electricity", "gas"] as const;
export type GridProduct = (typeof gridProducts)[number];

/** An operator's average over the connections of a range of postcodes: kWh a year of electricity, m³ a year of gas. */
export const gridUse = pgTable(
  "grid_use",
  {
    operator: text("operator").notNull(),
    /** The edition: it holds on the first of January. */
    year: smallint("year").notNull(),
    product: text("product").$type<GridProduct>().notNull(),
    /** The part of its network, as the operator names it; empty where it does not. */
    networkArea: text("network_area").notNull(),
    postcodeFrom: text("postcode_from").notNull(),
    postcodeTo: text("postcode_to").notNull(),
    connections: integer("connections").notNull(),
    averageUse: doublePrecision("average_use").notNull(),
    smartMeterPercent: doublePrecision("smart_meter_percent"),
    /** Share of connections that take more than they give back. */
    deliveryPercent: doublePrecision("delivery_percent"),
  },
  (table) => [primaryKey({ columns: [table.operator, table.year, table.product, table.networkArea, table.postcodeFrom, table.postcodeTo] })],
);

export const importRun = pgTable("import_run", {
  id: uuid("id").primaryKey().defaultRandom(),
  kind: text("kind").notNull(),
  fileName: text("file_name").notNull(),
  fileSha256: text("file_sha256").notNull(),
  sourceDate: date("source_date"),
  startedAt: timestamp("started_at", { withTimezone: true }).notNull().defaultNow(),
  finishedAt: timestamp("finished_at", { withTimezone: true }),
  summary: jsonb("summary").$type<Record<string, unknown>>().notNull().default({}),
});
