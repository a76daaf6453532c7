import { eq } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { photo } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { addPhoto, mostPhotos } from "./add-photo.server.ts";
import { findMeasure } from "./find-measure.server.ts";
import { processPhoto } from "./process-photo.server.ts";
import { readPhoto } from "./read-photo.server.ts";
import { removePhoto } from "./remove-photo.server.ts";
import { shareMeasure } from "./share-measure.server.ts";
import { withdrawMeasure } from "./withdraw-measure.server.ts";

async function somePhoto() {
  const processed = await processPhoto(await sharp({ create: { width: 40, height: 30, channels: 3, background: "#483" } }).png().toBuffer());
  if (typeof processed === "string") throw new Error(processed);
  return processed;
}
const share = (who: Resident) => asViewer(who, (tx) => shareMeasure(tx, who, { kind: "green_roof", state: "done", year: 2022, costRange: null, doneBy: "self", audience: "street" }));
const add = async (who: Resident, id: string) => {
  const processed = await somePhoto();
  return asViewer(who, (tx) => addPhoto(tx, who, id, processed, "Sedum op de schuur"));
};
const sees = (who: Resident, id: string) => asViewer(who, async (tx) => (await readPhoto(tx, who, id)) !== null);

describe.each(databaseKinds)("photos on %s", (kind) => {
  testDatabase(kind);

  it("follow the audience of their measure", async () => {
    const { me, housemate, sameStreet, otherStreet, stranger } = await neighbours();
    const measureId = await share(me);
    const id = (await add(me, measureId))!;
    expect([await sees(me, id), await sees(housemate, id), await sees(sameStreet, id), await sees(otherStreet, id), await sees(stranger, id)]).toEqual([true, true, true, false, false]);
    await asViewer(me, (tx) => withdrawMeasure(tx, me, measureId));
    expect([await sees(me, id), await sees(sameStreet, id)]).toEqual([true, false]);
  });

  it("come back from the database as they went in", async () => {
    const { me } = await neighbours();
    const id = (await add(me, await share(me)))!;
    const found = await asViewer(me, (tx) => readPhoto(tx, me, id));
    expect(Buffer.from(found!.bytes).equals(Buffer.from((await somePhoto()).bytes))).toBe(true);
  });

  it("can be added and removed by the household only", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const measureId = await share(me);
    const id = (await add(me, measureId))!;
    expect(await add(sameStreet, measureId)).toBeNull();
    expect(await asViewer(sameStreet, (tx) => removePhoto(tx, sameStreet, id))).toBeNull();
    expect(await asViewer(housemate, (tx) => removePhoto(tx, housemate, id))).toBe(measureId);
    expect(await asWorker((tx) => tx.select({ id: photo.id }).from(photo).where(eq(photo.id, id)))).toEqual([]);
    expect(await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).where(eq(journalEntry.subjectId, id)))).toEqual([{ kind: "erasure" }]);
  });

  it("are limited in number", async () => {
    const { me, sameStreet } = await neighbours();
    const measureId = await share(me);
    for (let number = 0; number < mostPhotos; number++) expect(await add(me, measureId)).not.toBeNull();
    expect(await add(me, measureId)).toBeNull();
    expect((await asViewer(sameStreet, (tx) => findMeasure(tx, sameStreet, measureId)))?.photos).toHaveLength(mostPhotos);
  });
});
