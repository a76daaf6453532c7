import { createHmac, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectPglite, connectPostgres, type Connection } from "../../../../db/connection.ts";
import { migrate } from "../../../../db/migrate.ts";
import { asWorker } from "../../../../db/viewer.server.ts";
import { administrate, type DatabaseKind, databaseKinds } from "../../../../tests/support/databases.ts";
import { fastestFolder } from "../../../../tests/support/fastest-folder.ts";
import { UNITS_PER_YEAR } from "../budget.ts";
import { ledgerLine } from "../release/dwelling-key.server.ts";
import { answersBefore, charge } from "./budget-rows.server.ts";

const secret = Buffer.from("a secret of the tests, 32 bytes.");
const year = String(new Date().getFullYear());
/** Homes by what they gave away before. */
const spent: Record<string, number> = { "9900010000000001": 7, "9900010000000002": 21, "9900010000000003": 28 };
const newHome = "9900010000000009";
const keyOf = (dwelling: string) => ledgerLine(secret, dwelling, year).key;
/** As a row of the ledger was found when its key was text: the whole HMAC. */
const olderKey = (dwelling: string) => createHmac("sha256", secret).update(JSON.stringify(["ledger", dwelling, year])).digest("base64url");

/** An empty database, of which the connection is the owner's. */
async function emptyDatabase(kind: DatabaseKind): Promise<{ connection: Connection; drop: () => Promise<unknown> }> {
  if (kind === "pglite") {
    const directory = mkdtempSync(join(fastestFolder(), "buurhof-older-"));
    return { connection: await connectPglite(directory), drop: async () => rmSync(directory, { recursive: true, force: true }) };
  }
  const url = new URL(process.env.TEST_POSTGRES_ADMIN_URL!);
  url.pathname = `/${process.env.TEST_POSTGRES_TEMPLATE!}_${randomBytes(6).toString("hex")}`;
  await administrate(`create database ${url.pathname.slice(1)}`);
  return { connection: connectPostgres(url.href, 1), drop: () => administrate(`drop database ${url.pathname.slice(1)} with (force)`) };
}

describe.each(databaseKinds)("what homes gave away before their keys were uuids, on %s", (kind) => {
  let made: Awaited<ReturnType<typeof emptyDatabase>>;
  const charged = (...homes: string[]) => asWorker((tx) => charge(tx, year, new Set(homes.map(keyOf)), new Map()), made.connection);
  const rows = async () => new Map((await made.connection.rows<{ key: string; units: number }>("select dwelling_key::text as key, units from figure_budget")).map(({ key, units }) => [key, units]));

  beforeAll(async () => {
    made = await emptyDatabase(kind);
    await migrate(made.connection, "0053");
    const values = Object.entries(spent).map(([home, units]) => `('${olderKey(home)}', ${year}, ${units}, 'AbCdEfGhIjKlMnOp')`);
    await made.connection.script(`insert into figure_budget (dwelling_key, year, units, answer) values ${values.join(", ")}`);
    const applied = await migrate(made.connection);
    expect(applied[0]).toMatch(/^0053/);
  }, 120_000);

  afterAll(async () => {
    await made.connection.close();
    await made.drop();
  });

  it("is still counted: every row is found by the key of now, with what was spent", async () => {
    expect(await rows()).toEqual(new Map(Object.entries(spent).map(([home, units]) => [keyOf(home), units])));
  });

  it("says of no involvement that it is as it was, so that it counts as changed", async () => {
    const before = await asWorker((tx) => answersBefore(tx, Object.keys(spent).map(keyOf)), made.connection);
    for (const home of Object.keys(spent)) for (const answer of [0, 1, 2, 3]) expect(before.get(keyOf(home))).not.toBe(ledgerLine(secret, home, year).tag(answer));
  });

  it("stops a home at the budget of its year, also with what it spent before, and begins no row anew", async () => {
    const homes = [...Object.keys(spent), newHome];
    expect(await charged(...homes)).toEqual(new Set([keyOf("9900010000000003")]));
    expect(await charged(...homes)).toEqual(new Set([keyOf("9900010000000002"), keyOf("9900010000000003")]));
    expect(await rows()).toEqual(new Map([["9900010000000001", 21], ["9900010000000002", UNITS_PER_YEAR], ["9900010000000003", UNITS_PER_YEAR], [newHome, 14]].map(([home, units]) => [keyOf(String(home)), units])));
  });
});
