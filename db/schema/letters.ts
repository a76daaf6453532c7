import { customType, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Locale } from "./choices.ts";

// Letters made in batches, as one file to print, and addresses that want none.

const at = (name: string) => timestamp(name, { withTimezone: true });
const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** Which addresses get a letter: all, those of one street, those that never got an invitation, or those that asked for one. */
export const letterChoices = ["neighbourhood", "street", "not_invited", "requested"] as const;
export type LetterChoice = (typeof letterChoices)[number];
export const batchStates = ["waiting", "making", "ready", "fetched", "gone", "failed"] as const;
export type BatchState = (typeof batchStates)[number];
/** `nobody`: no address may have a letter now; `replaced`: printed again before it was fetched. */
export type BatchFailure = "nobody" | "given_up" | "replaced";

export const letterBatch = pgTable("letter_batch", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  choice: text("choice").$type<LetterChoice>().notNull(),
  streetId: text("street_id"),
  letterIds: uuid("letter_ids").array().notNull().default([]),
  secondLocale: text("second_locale").$type<Exclude<Locale, "nl">>(),
  replaces: uuid("replaces"),
  madeBy: uuid("made_by").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  state: text("state").$type<BatchState>().notNull().default("waiting"),
  attempt: smallint("attempt").notNull().default(0),
  /** When a process last wrote something of it. */
  workedAt: at("worked_at"),
  total: integer("total"),
  made: integer("made").notNull().default(0),
  readyAt: at("ready_at"),
  fetchedAt: at("fetched_at"),
  fetchedBy: uuid("fetched_by"),
  goneAt: at("gone_at"),
  failure: text("failure").$type<BatchFailure>(),
});

export const letterFile = pgTable(
  "letter_file",
  {
    batchId: uuid("batch_id").notNull(),
    neighbourhoodCode: text("neighbourhood_code").notNull(),
    part: integer("part").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.part] })],
);

export const letterRefusal = pgTable("letter_refusal", {
  id: uuid("id").primaryKey().defaultRandom(),
  neighbourhoodCode: text("neighbourhood_code").notNull(),
  dwellingId: text("dwelling_id").notNull(),
  way: text("way").$type<"code" | "phone">().notNull(),
  enteredBy: uuid("entered_by"),
  createdAt: at("created_at").notNull().defaultNow(),
  endedAt: at("ended_at"),
  endedBy: uuid("ended_by"),
});
