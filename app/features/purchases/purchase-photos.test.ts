import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { inDays, join, moderating, offered, opened, order, ordered, signUpNow, step } from "../../../tests/support/purchases.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { purchaseCheck } from "../../../db/schema/purchases.ts";
import { purchasePhoto } from "../../../db/schema/purchase-sign-ups.ts";
import { asViewer, asWorker, type ViewerSettings } from "../../../db/viewer.server.ts";
import { processPhoto } from "../measures/process-photo.server.ts";
import type { Moderator, Resident } from "../session/viewer.ts";
import { passDay } from "./days-of-purchases.server.ts";
import { makeOffer } from "./manage.server.ts";
import { homePhotoAtDesk, ownHomePhoto, putHomePhoto, removeHomePhoto } from "./home-photo.server.ts";
import { erasePurchasesOf, forgetHomePhotos, photoDays } from "./forget-purchases.server.ts";
import { answerChecks } from "./sign-up.server.ts";

async function somePhoto(background = "#483") {
  const upload = await sharp({ create: { width: 40, height: 30, channels: 3, background } }).withExif({ IFD0: { ImageDescription: "Lindestraat 12" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 18/1 0/1" } }).jpeg().toBuffer();
  const processed = await processPhoto(upload);
  if (typeof processed === "string") throw new Error(processed);
  return processed;
}
const checks = [{ question: "Ligt het dak in de zon?", kind: "yes_no" as const }, { question: "Een foto van je meterkast", kind: "photo" as const }];
const photosOf = (signUpId: string) => asWorker((tx) => tx.select({ id: purchasePhoto.id, bytes: purchasePhoto.bytes }).from(purchasePhoto).where(eq(purchasePhoto.signUpId, signUpId)));
const rowsSeen = async (who: ViewerSettings) => (await asViewer(who, (tx) => tx.select({ id: purchasePhoto.id }).from(purchasePhoto))).length;

describe.each(databaseKinds)("photos of a home for a purchase on %s", (kind) => {
  testDatabase(kind);

  async function town() {
    const people = await neighbours();
    const moderator = moderating(crypto.randomUUID(), people.here.code) as unknown as Moderator;
    const elsewhere = moderating(crypto.randomUUID(), people.stranger.neighbourhoodCode) as unknown as Moderator;
    const official: ViewerSettings = { residentId: crypto.randomUUID(), householdId: null, neighbourhoodCode: null, streetId: null, buildingId: null, officialNow: ["GM9901"], moderates: [] };
    const id = await opened(moderator, [people.here.code], { checks });
    const signUp = await join(people.me, id);
    const asked = await asWorker((tx) => tx.select({ id: purchaseCheck.id, kind: purchaseCheck.kind }).from(purchaseCheck).where(eq(purchaseCheck.purchaseId, id)));
    return { ...people, moderator, elsewhere, official, id, signUp, roof: asked.find((check) => check.kind === "yes_no")!.id, meter: asked.find((check) => check.kind === "photo")!.id };
  }
  const put = async (who: Resident, signUp: string, check: string, background?: string) => {
    const photo = await somePhoto(background);
    return asViewer(who, (tx) => putHomePhoto(tx, who, signUp, check, photo));
  };

  it("bring interest on to suitability with the last of what was asked, and stand in the place of the one before", async () => {
    const { me, signUp, roof, meter } = await town();
    expect(await asViewer(me, (tx) => answerChecks(tx, signUp, { [roof]: "ja", [meter]: "ja" })), "words are no photo").toBe("missing");
    expect((await signUpNow(signUp)).state).toBe("interest");
    expect(await put(me, signUp, meter)).toBe(true);
    expect((await signUpNow(signUp)).state).toBe("suitability");
    const [first] = await photosOf(signUp);
    expect(await put(me, signUp, meter, "#822")).toBe(true);
    const after = await photosOf(signUp);
    expect(after.map(({ id }) => id)).not.toEqual([first!.id]);
    expect(after).toHaveLength(1);
    expect(await asWorker((tx) => tx.select({ kind: journalEntry.kind }).from(journalEntry).where(eq(journalEntry.subjectId, first!.id))), "the earlier one never comes back").toEqual([{ kind: "erasure" }]);
    expect(Buffer.from(after[0]!.bytes).includes("Lindestraat"), "what the camera added is gone").toBe(false);
    expect(await sharp(Buffer.from(after[0]!.bytes)).metadata().then(({ exif, format }) => [exif, format])).toEqual([undefined, "webp"]);
  });

  it("are seen by the household and the moderators of the purchase, and by nobody else", async () => {
    const { me, housemate, flatmate, sameStreet, stranger, moderator, elsewhere, official, signUp, meter } = await town();
    await put(me, signUp, meter);
    expect(await Promise.all([me, housemate, moderator].map(rowsSeen))).toEqual([1, 1, 1]);
    expect(await Promise.all([flatmate, sameStreet, stranger, elsewhere, official].map(rowsSeen))).toEqual([0, 0, 0, 0, 0]);
    const [photo] = await photosOf(signUp);
    const served = await asViewer(moderator, (tx) => homePhotoAtDesk(tx, moderator, photo!.id));
    expect([served.headers.get("Content-Type"), served.headers.get("Cache-Control")]).toEqual(["image/webp", "private, no-store"]);
    expect(Buffer.from(await served.arrayBuffer()).equals(Buffer.from(photo!.bytes))).toBe(true);
    await asViewer(housemate, (tx) => ownHomePhoto(tx, housemate, photo!.id));
    await expect(asViewer(sameStreet, (tx) => ownHomePhoto(tx, sameStreet, photo!.id))).rejects.toMatchObject({ status: 404 });
    await expect(asViewer(elsewhere, (tx) => homePhotoAtDesk(tx, elsewhere, photo!.id))).rejects.toMatchObject({ status: 404 });
  });

  it("are put there by who signed up alone, for a question that asks for one, while the home is looked at", async () => {
    const { me, housemate, sameStreet, moderator, signUp, roof, meter } = await town();
    expect(await put(housemate, signUp, meter)).toBe(false);
    expect(await put(sameStreet, signUp, meter)).toBe(false);
    expect(await put(me, signUp, roof)).toBe(false);
    const row = { signUpId: signUp, checkId: meter, joinedIn: me.neighbourhoodCode, ...(await somePhoto()) };
    await expect(asViewer(sameStreet, (tx) => tx.insert(purchasePhoto).values({ ...row, householdId: sameStreet.householdId })), "the policy refuses too").rejects.toThrow();
    await expect(asViewer(housemate, (tx) => tx.insert(purchasePhoto).values({ ...row, householdId: housemate.householdId }))).rejects.toThrow();
    expect(await step(moderator, signUp, "suitability")).toBe("stepped");
    expect(await step(moderator, signUp, "suitable")).toBe("stepped");
    expect(await put(me, signUp, meter)).toBe(false);
  });

  it("go when their household takes them away, when the sign-up ends, and with the account", async () => {
    const { me, housemate, sameStreet, moderator, signUp, id, meter } = await town();
    await put(me, signUp, meter);
    expect(await asViewer(sameStreet, (tx) => removeHomePhoto(tx, sameStreet, signUp, meter))).toBe(false);
    expect(await asViewer(housemate, (tx) => removeHomePhoto(tx, housemate, signUp, meter))).toBe(true);
    expect(await photosOf(signUp)).toEqual([]);
    await put(me, signUp, meter);
    await step(moderator, signUp, "suitability");
    await step(moderator, signUp, "unsuitable", { reason: "technical" });
    expect(await asWorker((tx) => forgetHomePhotos(tx, "2026-01-01"))).toBe(1);
    expect(await photosOf(signUp), "who dropped out").toEqual([]);
    const other = await join(sameStreet, id);
    await put(sameStreet, other, meter);
    await asWorker((tx) => erasePurchasesOf(tx, { householdId: sameStreet.householdId }));
    expect(await asWorker((tx) => tx.select({ count: sql<number>`count(*)::integer` }).from(purchasePhoto).where(eq(purchasePhoto.signUpId, other)))).toEqual([{ count: 0 }]);
  });

  it("go thirty days after the delivery, and stay while something is wrong with it", async () => {
    const { me, sameStreet, moderator, id, signUp, roof, meter } = await town();
    await put(me, signUp, meter);
    await asViewer(me, (tx) => answerChecks(tx, signUp, { [roof]: "ja" }));
    await step(moderator, signUp, "suitable");
    await asViewer(moderator, (tx) => makeOffer(tx, signUp, offered));
    expect(await order(me, signUp)).toBe("ordered");
    await ordered(moderator, sameStreet, id);
    await asWorker((tx) => passDay(tx, id, inDays(31)));
    expect(await step(moderator, signUp, "planned", { day: inDays(0) })).toBe("stepped");
    expect(await step(me, signUp, "delivered")).toBe("stepped");
    const gone = (days: number) => asWorker((tx) => forgetHomePhotos(tx, inDays(days)));
    expect(await gone(photoDays)).toBe(0);
    expect(await step(me, signUp, "complaint", { words: "Het lekt" })).toBe("stepped");
    expect(await gone(photoDays + 1)).toBe(0);
    expect(await step(me, signUp, "delivered")).toBe("stepped");
    expect(await gone(photoDays + 1)).toBe(1);
    expect(await photosOf(signUp)).toEqual([]);
  });
});
