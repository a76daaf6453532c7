import { type SQL, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { lastSlot, quietUntil, slotOf } from "./pace.server.ts";

// By the last byte 0x05 the hour is 8 + 5 = 13, by the one before, 0x03, the day is the fourth: Thursday.
const thursdayAtOne = "00000000-0000-4000-8000-000000000305";
const choice = (quiet: boolean) => sql`(select ${quiet}::boolean as quiet_nights) as notice_choice`;
const one = async (from: SQL | null, value: SQL): Promise<string | null> => {
  const [row] = await asWorker((tx) => tx.select({ value: sql<string | null>`to_char((${value})::timestamptz at time zone 'UTC', 'YYYY-MM-DD HH24:MI')` }).from(from ?? sql`(select 1) one`));
  return row!.value;
};
const quiet = (at: string, wanted = true) => one(choice(wanted), quietUntil(sql`${at}::timestamptz`));
const slot = (pace: string, at: string) => one(null, lastSlot(sql`${pace}::text`, sql`${thursdayAtOne}::uuid`, sql`${at}::timestamptz`));

describe.each(databaseKinds)("when mail about notices leaves, on %s", (kind) => {
  testDatabase(kind);

  it("is not between ten at night and seven in the morning in the Netherlands, and then at seven", async () => {
    expect(await quiet("2026-11-30 20:59:59Z")).toBeNull();
    expect(await quiet("2026-11-30 21:00:00Z")).toBe("2026-12-01 06:00");
    expect(await quiet("2026-11-30 23:30:00Z")).toBe("2026-12-01 06:00");
    expect(await quiet("2026-12-01 05:59:59Z")).toBe("2026-12-01 06:00");
    expect(await quiet("2026-12-01 06:00:00Z")).toBeNull();
    expect(await quiet("2026-07-01 19:59:59Z")).toBeNull();
    expect(await quiet("2026-07-01 20:00:00Z")).toBe("2026-07-02 05:00");
  });

  it("is at seven by the clock on the wall, also in the nights in which the clock is changed", async () => {
    // Summer time ends on 25 October 2026 and began on 29 March 2026, both at 01:00 UTC.
    expect(await quiet("2026-10-24 21:00:00Z")).toBe("2026-10-25 06:00");
    expect(await quiet("2026-10-25 00:30:00Z")).toBe("2026-10-25 06:00");
    expect(await quiet("2026-10-25 01:30:00Z")).toBe("2026-10-25 06:00");
    expect(await quiet("2026-10-25 05:30:00Z")).toBe("2026-10-25 06:00");
    expect(await quiet("2026-10-25 06:00:00Z")).toBeNull();
    expect(await quiet("2026-03-28 22:00:00Z")).toBe("2026-03-29 05:00");
    expect(await quiet("2026-03-29 04:59:00Z")).toBe("2026-03-29 05:00");
    expect(await quiet("2026-03-29 05:00:00Z")).toBeNull();
  });

  it("is also at night for who wants that", async () => {
    expect(await quiet("2026-11-30 23:30:00Z", false)).toBeNull();
  });

  it("is for a digest at an hour of one's own every day, or on a day of one's own every week, in summer and winter", async () => {
    expect(slotOf(thursdayAtOne)).toEqual({ hour: 13, day: 3 });
    expect(await slot("daily", "2026-11-30 12:00:00Z")).toBe("2026-11-30 12:00");
    expect(await slot("daily", "2026-11-30 11:59:00Z")).toBe("2026-11-29 12:00");
    expect(await slot("weekly", "2026-12-03 11:59:00Z")).toBe("2026-11-26 12:00");
    expect(await slot("weekly", "2026-12-03 12:00:00Z")).toBe("2026-12-03 12:00");
    expect(await slot("weekly", "2026-12-09 12:00:00Z")).toBe("2026-12-03 12:00");
    expect(await slot("daily", "2026-10-25 11:30:00Z")).toBe("2026-10-24 11:00");
    expect(await slot("weekly", "2026-10-26 12:00:00Z")).toBe("2026-10-22 11:00");
    expect(await slot("nothing", "2026-12-03 12:00:00Z")).toBeNull();
    expect(await slot("at_once", "2026-12-03 12:00:00Z")).toBeNull();
  });
});
