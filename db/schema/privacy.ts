import { bigint, boolean, customType, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";

const at = (name: string) => timestamp(name, { withTimezone: true });
const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** Somebody asked to be erased; see app/features/privacy. */
export const erasure = pgTable("erasure", {
  accountId: uuid("account_id").primaryKey(),
  householdId: uuid("household_id"),
  neighbourhoodCode: text("neighbourhood_code"),
  wholeHousehold: boolean("whole_household").notNull(),
  requestedAt: at("requested_at").notNull().defaultNow(),
  dueAt: at("due_at").notNull(),
});

/** `gone`: a newer one took its place. */
export type ArchiveState = "waiting" | "making" | "ready" | "gone" | "failed";

/** Everything of somebody in one file, as they asked for it; see app/features/archive. */
export const ownArchive = pgTable("own_archive", {
  id: uuid("id").primaryKey().defaultRandom(),
  accountId: uuid("account_id").notNull(),
  createdAt: at("created_at").notNull().defaultNow(),
  state: text("state").$type<ArchiveState>().notNull().default("waiting"),
  attempt: smallint("attempt").notNull().default(0),
  /** When a process last gave a sign of life. */
  workedAt: at("worked_at"),
  readyAt: at("ready_at"),
  expiresAt: at("expires_at"),
  size: bigint("size", { mode: "number" }),
});

export const ownArchivePiece = pgTable(
  "own_archive_piece",
  {
    archiveId: uuid("archive_id").notNull(),
    part: integer("part").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (table) => [primaryKey({ columns: [table.archiveId, table.part] })],
);

/** How much one run of the daily job let go of by one rule; never of whom. */
export const retentionCount = pgTable(
  "retention_count",
  {
    runId: uuid("run_id").notNull(),
    rule: text("rule").notNull(),
    ranAt: at("ran_at").notNull().defaultNow(),
    count: integer("count").notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.rule] })],
);
