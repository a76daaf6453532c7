import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { everyDatabase, testDatabase } from "../tests/support/databases.ts";
import { measure } from "./schema/sharing.ts";
import { type AuthTx, asAuth, asViewer, asWorker, type ViewerTx, type WorkerTx } from "./viewer.server.ts";

const stranger = {
  residentId: "00000000-0000-4000-8000-000000000001",
  householdId: "00000000-0000-4000-8000-000000000002",
  neighbourhoodCode: "BU99010101",
  streetId: "9901300000000001",
  buildingId: null,
  moderates: [],
};

describe.each(everyDatabase)("doors on %s", (kind) => {
  testDatabase(kind);

  it("takes on the role of the door for one transaction", async () => {
    const role = async (tx: ViewerTx | AuthTx | WorkerTx) => tx.execute(sql`select current_user as role`);
    const text = JSON.stringify([await asWorker(role), await asAuth(role), await asViewer(stranger, role)]);
    expect(text).toContain("app_worker");
    expect(text).toContain("app_auth");
    expect(text).toContain("app_viewer");
  });

  it("keeps residents out of the accounts", async () => {
    await expect(asViewer(stranger, (tx) => tx.execute(sql`select email from auth.account`))).rejects.toThrow();
  });

  it("gives a stranger an empty neighbourhood", async () => {
    expect(await asViewer(stranger, (tx) => tx.select({ id: measure.id }).from(measure))).toEqual([]);
  });
});
