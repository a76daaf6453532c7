import { eq, type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { consent, disclosure, joinRequest, resident } from "../../db/schema/people.ts";
import { building, streetInNeighbourhood } from "../../db/schema/register.ts";
import { hiding, measure, outbox, report, wish } from "../../db/schema/sharing.ts";
import { asViewer, asWorker, type ViewerTx } from "../../db/viewer.server.ts";
import { everyDatabase, testDatabase } from "../support/databases.ts";
import { buildTown, type Neighbour, people } from "../support/town.ts";
import { postgresError } from "./probe.ts";

const { own, secondAdult, sameBuilding, sameStreet, sameNeighbourhood, moderatorHere, moderatorElsewhere } = people;
const place = ({ householdId, dwellingId, streetId, buildingId, neighbourhoodCode, residentId }: typeof own) => ({ householdId, dwellingId, streetId, buildingId, neighbourhoodCode, residentId });
const panels = { kind: "solar_panels", state: "done" as const };
const id = "20000000-0000-4000-8000-00000000000";

describe.each(everyDatabase)("attacks by somebody who is logged in, on %s", (kind) => {
  testDatabase(kind);

  beforeAll(async () => {
    await buildTown();
    await asWorker(async (tx) => {
      await tx.insert(measure).values([
        { ...place(own), ...panels, id: `${id}1`, audience: "neighbourhood" },
        { ...place(own), ...panels, id: `${id}2`, audience: "household" },
        { ...place(own), ...panels, id: `${id}3`, audience: "neighbourhood", withdrawnAt: sql`now()` },
      ]);
      await tx.insert(wish).values({ ...place(own), id: `${id}4`, scope: "neighbourhood", title: "Meer bomen", audience: "street" });
      await tx.insert(joinRequest).values({ id: `${id}5`, householdId: own.householdId, neighbourhoodCode: own.neighbourhoodCode, signupId: `${id}6`, requesterName: "Bo" });
      await tx.insert(report).values(
        [1, 3].map((number) => ({
          id: `${id}${number}`, receipt: `r${number}`, neighbourhoodCode: own.neighbourhoodCode, reporterId: sameStreet.residentId,
          reporterHouseholdId: sameStreet.householdId, subjectKind: "measure" as const, subjectId: `${id}${number}`, category: "other" as const,
        })),
      );
    });
  });

  const refused = async (viewer: Neighbour, deed: (tx: ViewerTx) => Promise<unknown>) => {
    const error = await asViewer(viewer, deed).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error, "was let through").not.toBeNull();
    expect(["42501", "23503"]).toContain(postgresError(error).code);
  };

  it("cannot share with a building or a street of fewer than ten homes, neither at first nor later", async () => {
    await asWorker((tx) => tx.update(streetInNeighbourhood).set({ homeCount: 9 }).where(eq(streetInNeighbourhood.streetId, sameNeighbourhood.streetId)));
    await refused(sameStreet, (tx) => tx.insert(measure).values({ ...place(sameStreet), ...panels, audience: "building" }));
    await refused(sameNeighbourhood, (tx) => tx.insert(measure).values({ ...place(sameNeighbourhood), ...panels, audience: "street" }));
    await asViewer(sameNeighbourhood, (tx) => tx.insert(measure).values({ ...place(sameNeighbourhood), ...panels, audience: "neighbourhood", id: `${id}9` }));
    await refused(sameNeighbourhood, (tx) => tx.update(measure).set({ audience: "street" }).where(eq(measure.id, `${id}9`)));
    await asWorker((tx) => tx.update(building).set({ dwellingCount: 9 }).where(eq(building.id, own.buildingId)));
    await refused(own, (tx) => tx.update(measure).set({ audience: "building" }).where(eq(measure.id, `${id}1`)));
    await asWorker((tx) => tx.update(building).set({ dwellingCount: 12 }).where(eq(building.id, own.buildingId)));
  });

  it("cannot put something at another place than the own home", async () => {
    for (const forged of [{ dwellingId: sameBuilding.dwellingId }, { streetId: sameNeighbourhood.streetId }, { buildingId: sameStreet.buildingId }, { buildingId: null }, { neighbourhoodCode: people.otherNeighbourhood.neighbourhoodCode }]) {
      await refused(own, (tx) => tx.insert(measure).values({ ...place(own), ...panels, ...forged }));
      await refused(own, (tx) => tx.insert(wish).values({ ...place(own), scope: "home", kind: "heat_pump_hybrid", ...forged }));
    }
  });

  it("cannot speak for the other adult", async () => {
    await refused(secondAdult, (tx) => tx.insert(measure).values({ ...place(own), ...panels }));
    await refused(secondAdult, (tx) => tx.insert(consent).values({ ...place(own), purpose: "published_figures", fieldGroup: "all", textVersion: "1", textShown: "Ja", locale: "nl" }));
    await asViewer(secondAdult, (tx) => tx.update(resident).set({ displayName: "An" }).where(eq(resident.id, own.residentId)));
    expect(await asWorker((tx) => tx.select({ name: resident.displayName }).from(resident).where(eq(resident.id, own.residentId)))).toEqual([{ name: null }]);
  });

  it("cannot unhide, move or rename the owner of what it shared", async () => {
    for (const change of [{ hiddenAt: null }, { householdId: sameStreet.householdId }, { streetId: sameNeighbourhood.streetId }, { residentId: secondAdult.residentId }]) {
      await refused(own, (tx) => tx.update(measure).set(change).where(eq(measure.id, `${id}1`)));
    }
  });

  it("cannot write a consent of yesterday, or take one back in somebody else's name or time", async () => {
    const given = { ...place(own), purpose: "share_measure" as const, fieldGroup: "measure", textVersion: "1", textShown: "Ik deel dit", locale: "nl", id: `${id}7` };
    const yesterday = new Date(Date.now() - 86_400_000);
    await refused(own, (tx) => tx.insert(consent).values({ ...given, givenAt: yesterday }));
    await asViewer(own, (tx) => tx.insert(consent).values(given));
    await refused(own, (tx) => tx.update(consent).set({ textShown: "Iets anders" }).where(eq(consent.id, given.id)));
    await refused(own, (tx) => tx.update(consent).set({ withdrawnAt: yesterday, withdrawnBy: own.residentId }).where(eq(consent.id, given.id)));
    await refused(own, (tx) => tx.update(consent).set({ withdrawnAt: new Date(), withdrawnBy: secondAdult.residentId }).where(eq(consent.id, given.id)));
    await asViewer(own, (tx) => tx.update(consent).set({ withdrawnAt: new Date(), withdrawnBy: own.residentId }).where(eq(consent.id, given.id)));
    await asViewer(own, (tx) => tx.update(consent).set({ withdrawnAt: new Date(), withdrawnBy: own.residentId }).where(eq(consent.id, given.id)));
    await refused(own, (tx) => tx.delete(consent).where(eq(consent.id, given.id)));
  });

  it("cannot let somebody into the household by half a decision, or decide twice", async () => {
    const decide = (viewer: Neighbour, change: Partial<typeof joinRequest.$inferInsert>) => (tx: ViewerTx) => tx.update(joinRequest).set(change).where(eq(joinRequest.id, `${id}5`)).returning({ id: joinRequest.id });
    await refused(own, decide(own, { accepted: true, decidedBy: own.residentId }));
    await refused(own, decide(own, { accepted: true, decidedAt: new Date(), decidedBy: secondAdult.residentId }));
    expect(await asViewer(sameBuilding, decide(sameBuilding, { accepted: true, decidedAt: new Date(), decidedBy: sameBuilding.residentId }))).toEqual([]);
    expect(await asViewer(own, decide(own, { accepted: false, decidedAt: new Date(), decidedBy: own.residentId }))).toHaveLength(1);
    expect(await asViewer(secondAdult, decide(secondAdult, { accepted: true, decidedAt: new Date(), decidedBy: secondAdult.residentId }))).toEqual([]);
  });

  it("cannot ask for a mail with a way in", async () => {
    await refused(own, (tx) => tx.insert(outbox).values({ template: "log-in", proofId: `${id}8` }));
    await refused(own, (tx) => tx.select().from(outbox));
  });

  it("lets a moderator look at what was reported only, leaving a trace that the household reads", async () => {
    const look = (viewer: Neighbour, reported: string, why: string | null = "report") => asViewer(viewer, async (tx) => first(await tx.execute(sql`select viewer.look_at_reported(${reported}::uuid, ${why}, null) as item`)));
    expect(await look(moderatorElsewhere, `${id}1`)).toBeNull();
    expect(await look(own, `${id}1`)).toBeNull();
    expect(await look(moderatorHere, `${id}2`)).toBeNull();
    expect(await asViewer(own, (tx) => tx.select().from(disclosure))).toEqual([]);
    const item = JSON.stringify(await look(moderatorHere, `${id}1`));
    expect(item).toContain("solar_panels");
    for (const secret of [own.householdId, own.residentId, own.dwellingId]) expect(item).not.toContain(secret);
    expect(JSON.stringify(await look(moderatorHere, `${id}3`))).not.toContain("solar_panels");
    expect(await asViewer(secondAdult, (tx) => tx.select({ actor: disclosure.actorId, subject: disclosure.subjectId }).from(disclosure))).toEqual([{ actor: moderatorHere.residentId, subject: `${id}1` }]);
    expect(await asViewer(sameBuilding, (tx) => tx.select().from(disclosure))).toEqual([]);
  });

  it("hides only where the moderator moderates, and shows again when nothing hides it any more", async () => {
    const hide = (viewer: Neighbour, reported: string) => asViewer(viewer, async (tx) => first(await tx.execute(sql`select viewer.hide_reported(${reported}::uuid, 'other', '1', 'until_changed', 'Hierin staat de naam van een ander.') as item`)));
    const seen = () => asViewer(sameStreet, (tx) => tx.select({ id: measure.id }).from(measure).where(eq(measure.id, `${id}1`)));
    expect(await hide(moderatorElsewhere, `${id}1`)).toBeNull();
    expect(await hide(sameStreet, `${id}1`)).toBeNull();
    expect(await seen()).toHaveLength(1);
    expect(await hide(moderatorHere, `${id}1`)).toBe("hidden");
    const [{ id: hidden } = { id: "" }] = await asViewer(moderatorHere, (tx) => tx.select({ id: hiding.id }).from(hiding));
    expect(await seen()).toEqual([]);
    await asWorker((tx) => tx.insert(hiding).values({ householdId: own.householdId, neighbourhoodCode: own.neighbourhoodCode, subjectKind: "measure", subjectId: `${id}1`, moderatorId: moderatorHere.residentId, rule: "other", reason: "Nog een reden om dit te verbergen." }));
    const lift = (viewer: Neighbour, which: SQL) => asViewer(viewer, (tx) => tx.execute(which));
    await lift(moderatorElsewhere, sql`select viewer.lift_hiding(${hidden}::uuid)`);
    await lift(moderatorHere, sql`select viewer.lift_hiding(${hidden}::uuid)`);
    expect(await seen()).toEqual([]);
    await lift(moderatorHere, sql`select viewer.lift_hiding(id) from hiding`);
    expect(await seen()).toHaveLength(1);
  });

  it("finds nothing left of the one who asked before on the same connection", async () => {
    await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const viewer = [own, sameStreet, people.otherNeighbourhood, people.official][index % 4]!;
        const asked = await asViewer(viewer, (tx) => tx.execute(sql`select current_setting('app.household_id', true) as item`));
        expect(first(asked) ?? "").toBe(viewer.householdId ?? "");
      }),
    );
    const after = await asWorker((tx) => tx.execute(sql`select current_setting('app.household_id', true) as item`));
    expect(first(after) ?? "").toBe("");
  });
});

/** The value of `item` in the first row; the drivers give rows in their own ways. */
function first(result: unknown): unknown {
  const rows = Array.isArray(result) ? (result as { item: unknown }[]) : (result as { rows: { item: unknown }[] }).rows;
  return rows[0]?.item ?? null;
}
