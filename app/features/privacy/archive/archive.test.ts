import { Ajv2020 } from "ajv/dist/2020.js";
import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account } from "../../../../db/schema/auth.ts";
import { notice } from "../../../../db/schema/notices.ts";
import { ownArchive, ownArchivePiece } from "../../../../db/schema/privacy.ts";
import { outbox, photo } from "../../../../db/schema/sharing.ts";
import { asAuth, asViewer, asWorker } from "../../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { everything, measureOf } from "../../../../tests/support/everything.ts";
import { logIn } from "../../../../tests/support/log-in.ts";
import { neighbours } from "../../../../tests/support/neighbours.ts";
import { ownData } from "../../../../tests/support/own-data.ts";
import { filesInZip, readCsv } from "../../../../tests/support/read-archive.ts";
import { expandHappenings } from "../../notices/expand-happenings.server.ts";
import { ownNotices } from "../../notices/own-notices.server.ts";
import { ownDataSchema } from "../own-data-document.server.ts";
import { ownData as parts } from "../own-data.server.ts";
import { ownDataTables } from "../own-data-tables.ts";
import { requestErasure } from "../request-erasure.server.ts";
import type { AccountViewer } from "../../session/viewer.ts";
import { archiveDays, claimArchive, wipeArchives } from "./archive-work.server.ts";
import { askArchive, mostArchives, newestArchive } from "./ask-archive.server.ts";
import { fetchArchive } from "./fetch-archive.server.ts";
import { makeArchives } from "./make-archives.server.ts";
import { archiveNames } from "./own-archive-zip.server.ts";

const asked = (who: AccountViewer) => asViewer(who, (tx) => askArchive(tx, who));
const newest = (who: AccountViewer) => asViewer(who, (tx) => newestArchive(tx, who));
const row = async (id: string) => (await asWorker((tx) => tx.select().from(ownArchive).where(eq(ownArchive.id, id))))[0];
const pieces = (id: string) => asWorker((tx) => tx.select({ part: ownArchivePiece.part }).from(ownArchivePiece).where(eq(ownArchivePiece.archiveId, id)));
const change = (id: string, values: object) => asWorker((tx) => tx.update(ownArchive).set(values).where(eq(ownArchive.id, id)));
const silent = { workedAt: sql`now() - interval '3 minutes'` };

async function fileOf(who: AccountViewer, id: string): Promise<Buffer | null> {
  const found = await fetchArchive(who, id);
  return found && Buffer.from(await new Response(found.body).arrayBuffer());
}

async function made(who: AccountViewer): Promise<string> {
  const id = (await asked(who))!;
  expect(await makeArchives()).toBe(1);
  return id;
}

/** Formats as their standards have them, not as our code writes them. */
const formats = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
  date: /^\d{4}-\d\d-\d\d$/,
};

describe("the schema of the own data", () => {
  it("is published as it is made from the tables (write it anew with vitest -u, and raise ownDataVersion)", async () => {
    await expect(`${JSON.stringify(ownDataSchema(), null, 2)}\n`).toMatchFileSnapshot("../../../../public/schemas/own-data-2.json");
  });

  it("describes every table of the inventory, and says no to what is not in it", () => {
    const valid = new Ajv2020({ strict: true, allowUnionTypes: true, formats }).compile(ownDataSchema());
    const empty = { format: "buurhof-own-data", version: 2, madeAt: new Date(0).toISOString(), tables: Object.fromEntries(ownDataTables.map((table) => [table, [] as unknown[]])) };
    expect(valid(empty)).toBe(true);
    for (const other of [1, 3]) expect(valid({ ...empty, version: other })).toBe(false);
    expect(valid({ ...empty, tables: { ...empty.tables, unknown: [] } })).toBe(false);
    expect(valid({ ...empty, tables: { ...empty.tables, wish: [{ id: "geen id" }] } })).toBe(false);
  });
});

describe.each(databaseKinds)("an archive on %s", (kind) => {
  testDatabase(kind);

  it("holds every table as JSON that keeps to its schema and as CSV with the same rows, the photos, and nothing of anybody else", async () => {
    const { me, housemate, flatmate, sameStreet, otherStreet } = await neighbours();
    await everything(me, sameStreet, otherStreet, flatmate, "Abrikoos");
    await everything(sameStreet, me, otherStreet, flatmate, "Bosbes");
    await logIn(housemate.accountId);
    await measureOf(me, "'=1+1 kan dit; \"ja\"\r\nen -2");
    const id = await made(me);
    const zip = (await fileOf(me, id))!;
    expect((await row(id))!.size).toBe(zip.byteLength);
    const files = await filesInZip(zip);
    const json = files.get(archiveNames.json)!.toString("utf8");
    const data = JSON.parse(json) as { tables: Record<string, Record<string, unknown>[]> };
    const check = new Ajv2020({ strict: true, allowUnionTypes: true, formats, allErrors: true }).compile(JSON.parse(files.get(archiveNames.schema)!.toString("utf8")) as object);
    expect(check(data), JSON.stringify(check.errors)).toBe(true);
    expect(data.tables).toEqual(JSON.parse(JSON.stringify(await ownData(me))));
    expect(Object.entries(data.tables).filter(([, rows]) => rows.length === 0).map(([table]) => table)).toEqual(["erasure"]);
    for (const table of ownDataTables) expect(readCsv(files.get(archiveNames.csv(table))!.toString("utf8"), parts[table].columns), table).toEqual(data.tables[table]);
    const pictures = [...data.tables.photo!, ...data.tables.questionPhoto!, ...data.tables.purchasePhoto!].map(({ file }) => String(file));
    expect(pictures).toHaveLength(3);
    expect(files.get(String(data.tables.photo![0]!.file))).toEqual(Buffer.from([1, 2, 3]));
    expect([...files.keys()].sort()).toEqual(["LEESMIJ.txt", archiveNames.json, archiveNames.schema, ...ownDataTables.map(archiveNames.csv), ...pictures].sort());
    expect(Buffer.concat([...files.values()]).toString("latin1")).not.toMatch(/Bosbes|idHash|Sleutel van/);
  }, 120_000);

  it("is told to whose it is, who has a home in the app and others by mail, and is nobody else's", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const id = await made(me);
    await expandHappenings();
    expect((await asViewer(me, (tx) => ownNotices(tx, null))).notices.map((each) => each.kind)).toContain("archive-ready");
    for (const other of [housemate, sameStreet]) {
      expect((await asViewer(other, (tx) => ownNotices(tx, null))).notices.map((each) => each.kind)).not.toContain("archive-ready");
      expect(await fileOf(other, id)).toBeNull();
      expect(await newest(other)).toBeNull();
    }
    const mails = (template: string, accountId: string) => asWorker((tx) => tx.select({ id: outbox.id }).from(outbox).where(and(eq(outbox.template, template), eq(outbox.accountId, accountId))));
    expect(await mails("notices-at-once", me.accountId)).toHaveLength(1);
    const [homeless] = await asAuth((tx) => tx.insert(account).values({ email: `zonder-huis-${kind}@voorbeeld.example` }).returning({ id: account.id }));
    const away = { ...me, accountId: homeless!.id, residentId: homeless!.id, householdId: null, neighbourhoodCode: null, streetId: null, buildingId: null, dwellingId: null };
    const theirs = await made(away);
    expect(await mails("archive-ready", homeless!.id)).toHaveLength(1);
    const files = await filesInZip((await fileOf(away, theirs))!);
    expect(JSON.parse(files.get(archiveNames.json)!.toString("utf8"))).toMatchObject({ tables: { account: [{ id: homeless!.id }], measure: [] } });
  });

  it("that is being made is the one that is given to who asks again; three a day", async () => {
    const { me } = await neighbours();
    const [first, again] = [await asked(me), await asked(me)];
    expect(again).toBe(first);
    const both = await Promise.all([asked(me), asked(me)]);
    expect(both).toEqual([first, first]);
    for (let time = 1; time <= mostArchives; time++) {
      expect(await asked(me)).not.toBeNull();
      await makeArchives();
    }
    expect(await asked(me)).toBeNull();
    await asWorker((tx) => tx.update(ownArchive).set({ createdAt: sql`now() - interval '25 hours'` }).where(eq(ownArchive.accountId, me.accountId)));
    expect(await asked(me)).not.toBeNull();
    // Nobody says of a new one that it is further than it is, or somebody else's.
    const { sameStreet } = await neighbours();
    await expect(asViewer(me, (tx) => tx.insert(ownArchive).values({ accountId: sameStreet.accountId }))).rejects.toThrow();
    await expect(asViewer(sameStreet, (tx) => tx.insert(ownArchive).values({ accountId: sameStreet.accountId, attempt: 1 }))).rejects.toThrow();
    await makeArchives();
  });

  it("is begun anew when its process was killed half-way, and given up after three times", async () => {
    const { me } = await neighbours();
    await measureOf(me, "Warm en stil");
    const id = (await asked(me))!;
    const first = (await claimArchive())!;
    await asWorker((tx) => tx.insert(ownArchivePiece).values([0, 1].map((part) => ({ archiveId: id, part, bytes: new Uint8Array([part]) }))));
    expect(await claimArchive(), "who is at work is left alone").toBeNull();
    expect([await fileOf(me, id), (await newest(me))!.state]).toEqual([null, "making"]);
    await change(id, silent);
    expect(await makeArchives()).toBe(1);
    expect([first.attempt, (await row(id))!.attempt]).toEqual([1, 2]);
    expect((await filesInZip((await fileOf(me, id))!)).get(archiveNames.json)!.toString("utf8")).toContain("Warm en stil");

    const doomed = (await asked(me))!;
    await change(doomed, { state: "making", attempt: 3, ...silent });
    await asWorker((tx) => tx.insert(ownArchivePiece).values({ archiveId: doomed, part: 0, bytes: new Uint8Array([0]) }));
    expect(await makeArchives()).toBe(0);
    expect([(await row(doomed))!.state, await pieces(doomed)]).toEqual(["failed", []]);
    // The one before can still be fetched: nothing took its place.
    expect(await fileOf(me, id)).not.toBeNull();
  });

  it("fails as a whole when something in it can't be read", async () => {
    const { me } = await neighbours();
    const measureId = await measureOf(me, "Warm");
    await asWorker((tx) => tx.insert(photo).values({ neighbourhoodCode: me.neighbourhoodCode, householdId: me.householdId, measureId, mime: "image/webp", width: 1, height: 1, bytes: new Uint8Array([1]) }));
    const id = (await asked(me))!;
    const read = parts.secondLook.read;
    // oxlint-disable-next-line require-yield
    parts.secondLook.read = async function* () {
      throw new Error("cut off");
    };
    expect(await makeArchives()).toBe(0);
    parts.secondLook.read = read;
    expect([(await row(id))!.state, await fileOf(me, id)]).toEqual(["making", null]);
    await change(id, silent);
    expect(await makeArchives()).toBe(1);
    expect((await filesInZip((await fileOf(me, id))!)).has(archiveNames.json)).toBe(true);
  });

  it("is sealed in the database, and is deleted when it expires, when a newer one is ready, and when somebody leaves", async () => {
    const { me, housemate } = await neighbours();
    const older = await made(me);
    const stored = await asViewer(me, (tx) => tx.select({ bytes: ownArchivePiece.bytes }).from(ownArchivePiece).where(eq(ownArchivePiece.archiveId, older)));
    expect(Buffer.from(stored[0]!.bytes).subarray(0, 200).includes("LEESMIJ")).toBe(false);
    expect(Buffer.from(stored[0]!.bytes).includes("gegevens.json")).toBe(false);
    const id = await made(me);
    expect([(await row(older))!.state, await pieces(older), await fileOf(me, older)]).toEqual(["gone", [], null]);
    expect(await asWorker(wipeArchives)).toBe(0);
    const days = ((await row(id))!.expiresAt!.getTime() - (await row(id))!.readyAt!.getTime()) / 86_400_000;
    expect(Math.round(days)).toBe(archiveDays);
    await change(id, { expiresAt: sql`now() - interval '1 second'` });
    expect([await fileOf(me, id), await newest(me), await asViewer(me, (tx) => tx.select({ part: ownArchivePiece.part }).from(ownArchivePiece))], "also before the job came along").toEqual([null, null, []]);
    expect(await asWorker(wipeArchives)).toBe(1);
    expect([await row(id), await pieces(id)]).toEqual([undefined, []]);
    const last = await made(housemate);
    await requestErasure(housemate);
    expect([await row(last), await pieces(last)]).toEqual([undefined, []]);
    // Who leaves while it waits gets none.
    const waiting = (await asked(me))!;
    await requestErasure(me);
    await asWorker((tx) => tx.insert(ownArchive).values({ id: waiting, accountId: me.accountId }));
    expect(await makeArchives()).toBe(0);
    expect(await row(waiting)).toBeUndefined();
    expect(await asWorker((tx) => tx.select({ id: notice.id }).from(notice).where(eq(notice.subjectId, waiting)))).toEqual([]);
  });
});
