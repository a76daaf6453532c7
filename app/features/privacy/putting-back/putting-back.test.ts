import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { consent } from "../../../../db/schema/people.ts";
import { measure, photo, wish } from "../../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { neighbours } from "../../../../tests/support/neighbours.ts";
import { addPhoto } from "../../measures/add-photo.server.ts";
import { processPhoto, type ProcessedPhoto } from "../../measures/process-photo.server.ts";
import { shareMeasure } from "../../measures/share-measure.server.ts";
import type { Resident } from "../../session/viewer.ts";
import { shareWish } from "../../wishes/share-wish.server.ts";
import { withdrawWish } from "../../wishes/withdraw-wish.server.ts";
import { ownArchiveZip } from "../archive/own-archive-zip.server.ts";
import { openUpload } from "./open-upload.server.ts";
import { planPuttingBack, putBack } from "./put-back.server.ts";
import { readThings } from "./read-things.server.ts";

const facts = { kind: "green_roof", state: "done", year: 2022, costRange: "500_2000", doneBy: "self" } as const;
const archiveOf = (who: Resident) => buffer(ownArchiveZip(who, new Date()));
const ofHousehold = (who: Resident) => asWorker(async (tx) => ({ measures: await tx.select().from(measure).where(eq(measure.householdId, who.householdId)), wishes: await tx.select().from(wish).where(eq(wish.householdId, who.householdId)), photos: await tx.select().from(photo).where(eq(photo.householdId, who.householdId)) }));

/** A zip of what is given, by name. */
async function zipOf(files: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream & AsyncIterable<Buffer>);
}

const row = { id: "a", kind: "glazing", state: "done", year: 2020 };
const json = (tables: object, more: object = {}) => JSON.stringify({ format: "buurhof-own-data", version: 2, tables: { measure: [], wish: [], ...tables }, ...more });

describe("a file that is sent to put things back", () => {
  it.each([
    ["no JSON", "{", "broken"],
    ["JSON of something else", "[1, 2]", "not_ours"],
    ["tables that are no lists", json({ measure: { length: 9 } }), "not_ours"],
    ["another version", json({}, { version: 3 }), "other_version"],
    ["JSON as deep as it is long", "[".repeat(200_000), "broken"],
    ["endless rows", json({ wish: Array.from({ length: 5_001 }, () => 1) }), "too_many"],
  ])("says what is wrong with %s", (_what, text, problem) => expect(readThings(text)).toBe(problem));

  it("is read as it was written by an earlier version", () => {
    expect(readThings(json({ measure: [row] }, { version: 1 }))).toMatchObject({ things: [{ values: { kind: "glazing" } }], left: [] });
  });

  it("is the JSON of the largest archive that we make: as many things as can come along, each with all the words that a form takes", async () => {
    const words = "Het dak is dicht. ".repeat(111);
    const measures = Array.from({ length: 5_000 }, (_, place) => ({ ...row, id: `${place}`, householdId: randomUUID(), residentId: randomUUID(), createdAt: new Date(), updatedAt: new Date(), experience: words, wouldDoDifferently: words }));
    const file = Buffer.from(json({ measure: measures }));
    expect(file.byteLength).toBeGreaterThan(20 * 1024 * 1024);
    const opened = await openUpload(file);
    expect(typeof opened !== "string" && (readThings(opened.json) as { things: unknown[] }).things).toHaveLength(5_000);
  });

  it("leaves out row by row what was taken away, is not known here or is of a wrong type, and keeps the rest", () => {
    const rows = [row, { ...row, withdrawnAt: "2026-01-01" }, { ...row, hiddenAt: "2026-01-01" }, { ...row, kind: "perpetuum_mobile" }, { ...row, year: "2020" }, { ...row, year: 2020.5 }, { ...row, state: "gone" }, { ...row, experience: "x".repeat(2_001) }, { ...row, satisfaction: true }, null, 7];
    const read = readThings(json({ measure: rows, wish: [{ scope: "home", kind: "__proto__" }, { scope: "street", title: "Bomen" }, { scope: "neighbourhood", title: "Bo\u0000men" }] }));
    expect(read).toMatchObject({ things: [{ table: "measure", values: { kind: "glazing", year: 2020 } }, { table: "wish", values: { title: "Bomen" } }] });
    expect((read as { left: string[] }).left).toEqual(["withdrawn", "hidden", "unknown", "wrong", "wrong", "wrong", "wrong", "wrong", "wrong", "wrong", "unknown", "wrong"]);
    // A plan of a year that is over is still what it was.
    expect(readThings(json({ measure: [{ ...row, state: "planned", year: 2001 }] }))).toMatchObject({ things: [{ values: { state: "planned", year: 2001 } }], left: [] });
  });
});

describe.each(databaseKinds)("putting measures and wishes back on %s", (kind) => {
  testDatabase(kind);

  it("adds what was in the archive of another home, photos too, for the household only, once", async () => {
    const { me, stranger, sameStreet } = await neighbours();
    const measureId = await asViewer(me, (tx) => shareMeasure(tx, me, { ...facts, experience: "Koel in de zomer", audience: "street", mayAsk: true }));
    const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#2f6f4e" } }).png().toBuffer();
    const drawn = (await processPhoto(png)) as ProcessedPhoto;
    await asViewer(me, (tx) => addPhoto(tx, me, measureId, drawn, "Het dak"));
    await asViewer(me, (tx) => shareWish(tx, me, { scope: "neighbourhood", title: "Meer bomen", audience: "street" }));
    const gone = await asViewer(me, (tx) => shareWish(tx, me, { scope: "home", kind: "glazing" }));
    await asViewer(me, (tx) => withdrawWish(tx, me, gone));
    const file = await archiveOf(me);

    const plan = await planPuttingBack(stranger, file);
    expect(plan).toMatchObject({ things: [{ table: "measure", kind: "green_roof", year: 2022 }, { table: "wish", title: "Meer bomen" }], photos: 1, left: { withdrawn: 1 } });
    expect(await ofHousehold(stranger), "looking adds nothing").toEqual({ measures: [], wishes: [], photos: [] });
    const { mark } = plan as { mark: string };
    expect(await putBack(stranger, await archiveOf(sameStreet), mark)).toBe("other_file");
    expect(await putBack(stranger, file, mark)).toMatchObject({ photos: 1 });
    const { measures, wishes, photos } = await ofHousehold(stranger);
    expect(measures).toMatchObject([{ ...facts, experience: "Koel in de zomer", audience: "household", sharedAt: null, mayAsk: false, householdId: stranger.householdId, dwellingId: stranger.dwellingId, residentId: stranger.residentId }]);
    expect(wishes).toMatchObject([{ scope: "neighbourhood", title: "Meer bomen", audience: "household" }]);
    expect(measures[0]!.id).not.toBe(measureId);
    expect(photos).toMatchObject([{ measureId: measures[0]!.id, alt: "Het dak", width: 40, height: 30, mime: "image/webp" }]);
    expect(await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(eq(consent.residentId, stranger.residentId)))).toEqual([]);

    expect(await planPuttingBack(stranger, file)).toMatchObject({ things: [], photos: 0, left: { double: 2, withdrawn: 1 } });
    expect(await putBack(stranger, file, mark)).toMatchObject({ things: [] });
    expect(await planPuttingBack(me, file), "what is there still is a double at home too").toMatchObject({ things: [], left: { double: 2 } });
    expect((await ofHousehold(stranger)).measures).toHaveLength(1);
  });

  it("adds nothing when something goes wrong half-way", async () => {
    const { me } = await neighbours();
    const file = Buffer.from(json({ measure: [row], wish: [{ scope: "neighbourhood", title: "Meer bomen" }] }));
    const { mark } = (await planPuttingBack(me, file)) as { mark: string };
    // The street is asked for twice as the viewer's, then for the measure, then for the wish: that the database refuses.
    const moved = new Proxy(me, { get: (target, name) => (name === "streetId" && reads++ > 2 ? "nowhere" : Reflect.get(target, name) as unknown) });
    let reads = 0;
    await expect(putBack(moved, file, mark)).rejects.toThrow();
    expect(reads).toBe(4);
    expect(await ofHousehold(me)).toEqual({ measures: [], wishes: [], photos: [] });
    await putBack(me, file, mark);
    expect((await ofHousehold(me)).measures).toHaveLength(1);
  });

  it("refuses hostile files in words, and takes photos only from the archive and only what can be drawn", async () => {
    const { me } = await neighbours();
    expect(await planPuttingBack(me, Buffer.from("PK\u0003\u0004 half"))).toBe("broken");
    expect(await planPuttingBack(me, await zipOf({ "ander.json": Buffer.from("{}") }))).toBe("not_ours");
    // 50 MB of spaces that pack into 50 kB.
    expect(await planPuttingBack(me, await zipOf({ "gegevens.json": Buffer.alloc(50 * 1024 * 1024, " ") }))).toBe("too_large");
    // A size that lies: the head says little, and more comes out.
    const lying = await zipOf({ "gegevens.json": Buffer.alloc(30 * 1024 * 1024, " ") });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(30 * 1024 * 1024);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4)) lying.writeUInt32LE(10, at);
    expect(await planPuttingBack(me, lying)).toBe("broken");
    const climbing = await zipOf({ "gegevens.json": Buffer.from(json({})), "aa/aa/x.webp": Buffer.from("x") });
    for (let at = climbing.indexOf("aa/aa/"); at >= 0; at = climbing.indexOf("aa/aa/", at + 6)) climbing.write("../../", at);
    expect(await planPuttingBack(me, climbing)).toBe("broken");
    const photos = [{ measureId: "a", file: "/etc/passwd" }, { measureId: "a", file: "fotos/geen.webp" }, { measureId: "a", file: "../../x" }];
    const file = await zipOf({ "gegevens.json": Buffer.from(json({ measure: [row], photo: photos })), "fotos/geen.webp": Buffer.from("<svg onload=alert(1)>") });
    const { mark } = (await planPuttingBack(me, file)) as { mark: string };
    expect(await putBack(me, file, mark)).toMatchObject({ things: [{ kind: "glazing" }], photos: 0 });
    expect((await ofHousehold(me)).photos).toEqual([]);
  }, 60_000);
});
