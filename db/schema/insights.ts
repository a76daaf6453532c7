import { date, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";

// Published figures, how they come about, and what municipalities say to neighbourhoods. See docs/figures.md.

const at = (name: string) => timestamp(name, { withTimezone: true });

export type PreparationState = "asked" | "prepared" | "waiting" | "in_district" | "too_few" | "passed" | "cancelled" | "published";
export type FigureDeed = "prepared" | "cancelled" | "published";
export type FigureKind = "about" | "few" | "nearly_all" | "yes" | "no" | "unknown";
export type PublicitySide = "cooperative" | "municipality";
export type PostKind = "answer" | "promise";
export type PromiseOutcome = "kept" | "late";

/** A neighbourhood (BU…) or a district (WK…) by its code, as it was called then. */
const area = { area: text("area").notNull(), areaName: text("area_name").notNull() };

/** `sheet` is a `Sheet` of the release engine: what will be public. */
export const figurePreparation = pgTable("figure_preparation", {
  id: uuid("id").primaryKey().defaultRandom(),
  ...area,
  quarter: text("quarter").notNull(),
  district: text("district").notNull(),
  municipalityCode: text("municipality_code").notNull(),
  neighbourhoods: text("neighbourhoods").array().notNull(),
  state: text("state").$type<PreparationState>().notNull().default("asked"),
  askedAt: at("asked_at").notNull().defaultNow(),
  drawnAt: at("drawn_at"),
  sheet: jsonb("sheet").$type<object>(),
});

export const figureWaiting = pgTable("figure_waiting", {
  preparationId: uuid("preparation_id").primaryKey(),
  quarter: text("quarter").notNull(),
  counts: jsonb("counts").$type<Record<string, number>>().notNull(),
  noisedParticipants: integer("noised_participants").notNull(),
  dwellings: integer("dwellings").notNull(),
});

export const figureBudget = pgTable("figure_budget", {
  dwellingKey: uuid("dwelling_key").primaryKey(),
  year: smallint("year").notNull(),
  /** Halves of ε. */
  units: smallint("units").notNull(),
  /** A keyed hash of the involvement that was counted last. */
  answer: text("answer"),
});

export const figureEvent = pgTable("figure_event", {
  id: uuid("id").primaryKey().defaultRandom(),
  at: at("at").notNull().defaultNow(),
  deed: text("deed").$type<FigureDeed>().notNull(),
  ...area,
  quarter: text("quarter").notNull(),
  neighbourhoods: text("neighbourhoods").array().notNull(),
  actorId: uuid("actor_id").notNull(),
});

/** Never changed; a district is about the neighbourhoods that were too small by themselves. */
export const publishedRelease = pgTable("published_release", {
  id: uuid("id").primaryKey(),
  ...area,
  district: text("district").notNull(),
  municipalityCode: text("municipality_code").notNull(),
  neighbourhoods: text("neighbourhoods").array().notNull(),
  quarter: text("quarter").notNull(),
  number: smallint("number").notNull(),
  form: text("form").$type<"numbers" | "yes_no">().notNull(),
  /** Homes in the BAG. */
  dwellings: integer("dwellings").notNull(),
  preparedOn: date("prepared_on").notNull(),
  publishedOn: date("published_on").notNull(),
});

/** One cell of a table; `value` is about how many, where that is said. */
export const publishedFigure = pgTable(
  "published_figure",
  {
    releaseId: uuid("release_id").notNull(),
    area: text("area").notNull(),
    municipalityCode: text("municipality_code").notNull(),
    neighbourhoods: text("neighbourhoods").array().notNull(),
    topic: text("topic").notNull(),
    cell: text("cell").notNull(),
    place: smallint("place").notNull(),
    kind: text("kind").$type<FigureKind>().notNull(),
    value: integer("value"),
  },
  (table) => [primaryKey({ columns: [table.releaseId, table.topic, table.cell] })],
);

const municipal = { neighbourhoodCode: text("neighbourhood_code").notNull(), municipalityCode: text("municipality_code").notNull() };

export const figurePublicity = pgTable("figure_publicity", {
  id: uuid("id").primaryKey().defaultRandom(),
  ...municipal,
  side: text("side").$type<PublicitySide>().notNull(),
  decidedBy: uuid("decided_by").notNull(),
  decidedAt: at("decided_at").notNull().defaultNow(),
  endedBy: uuid("ended_by"),
  endedAt: at("ended_at"),
});

export const municipalPost = pgTable("municipal_post", {
  id: uuid("id").primaryKey().defaultRandom(),
  ...municipal,
  kind: text("kind").$type<PostKind>().notNull(),
  /** Both null once it was withdrawn with its text. */
  title: text("title"),
  body: text("body"),
  /** Of a promise: the day on which it is kept. */
  dueOn: date("due_on"),
  authorId: uuid("author_id").notNull(),
  postedAt: at("posted_at").notNull().defaultNow(),
  withdrawnAt: at("withdrawn_at"),
  withdrawnBy: uuid("withdrawn_by"),
  withdrawnReason: text("withdrawn_reason"),
  hiddenAt: at("hidden_at"),
});

/** What came of a promise: kept, or late with a reason and a new day. */
export const promiseReport = pgTable("promise_report", {
  id: uuid("id").primaryKey().defaultRandom(),
  promiseId: uuid("promise_id").notNull(),
  ...municipal,
  outcome: text("outcome").$type<PromiseOutcome>().notNull(),
  /** Null once its promise was withdrawn with its text. */
  reason: text("reason"),
  dueOn: date("due_on"),
  authorId: uuid("author_id").notNull(),
  reportedAt: at("reported_at").notNull().defaultNow(),
});
