import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { consent } from "../../../db/schema/people.ts";
import { visit } from "../../../db/schema/visits.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { changeDisplayName } from "../households/change-display-name.server.ts";
import { withdrawConsent } from "../privacy/withdraw-consent.server.ts";
import type { Resident } from "../session/viewer.ts";
import { blockBehind } from "../visits/deeds.server.ts";
import { endKoploper, restoreKoploper } from "./end-koploper.server.ts";
import { findKoploper, koplopersFor } from "./koplopers-for.server.ts";
import { ownKoploper, saveKoploper } from "./save-koploper.server.ts";
import { houseNumberOf } from "../../../tests/support/visits.ts";

const badge = { kinds: ["solar_panels", "glazing"] as ("solar_panels" | "glazing")[], line: "Vraag maar", place: "street_only" as const, audience: "neighbourhood" as const };
const save = (who: Resident, more: Partial<Parameters<typeof saveKoploper>[2]> = {}) => asViewer(who, (tx) => saveKoploper(tx, who, { ...badge, ...more }));
const seenBy = (who: Resident, kind: "solar_panels" | "heat_network" | null = null) => asViewer(who, (tx) => koplopersFor(tx, who, kind));

describe.each(databaseKinds)("front-runners on %s", (kind) => {
  testDatabase(kind);

  it("are found by subject, by who may see them, and can be asked", async () => {
    const { me, sameStreet, otherStreet, stranger } = await neighbours();
    const id = await save(me, { audience: "street" });
    expect(await seenBy(sameStreet, "solar_panels")).toMatchObject([{ id, kinds: ["solar_panels", "glazing"], line: "Vraag maar", openingId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string }]);
    expect(await seenBy(sameStreet, "heat_network")).toEqual([]);
    for (const who of [me, otherStreet, stranger]) expect(await seenBy(who)).toEqual([]);
    expect(await asViewer(stranger, (tx) => findKoploper(tx, stranger, id))).toBeNull();
  });

  it("show name, number and place on the map only with their home", async () => {
    const { me, sameStreet } = await neighbours();
    await asViewer(me, (tx) => changeDisplayName(tx, me, "Robin"));
    const named = { ...me, displayName: "Robin" };
    await save(named);
    expect(await seenBy(sameStreet)).toMatchObject([{ shownName: null, number: null, place: null }]);
    await save(named, { place: "home" });
    const [shown] = await seenBy(sameStreet);
    expect(shown).toMatchObject({ shownName: "Robin", place: me.buildingId });
    expect(shown!.number).toBe(await houseNumberOf(me));
  });

  it("are not put together with an opening that shows more of the home, or less", async () => {
    const { me, sameStreet } = await neighbours();
    await save(me, { place: "home" });
    const [atHome] = await seenBy(sameStreet);
    await save(me);
    const [inStreet] = await seenBy(sameStreet);
    expect(inStreet!.openingId).not.toBe(atHome!.openingId);
    await asWorker((tx) => tx.update(visit).set({ withdrawnAt: new Date() }).where(eq(visit.id, inStreet!.openingId!)));
    expect(await seenBy(sameStreet)).toMatchObject([{ openingId: null }]);
  });

  it("have one badge each, under one consent that ends with it, in the book too", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const id = await save(me);
    expect(await save(me, { line: null })).toBe(id);
    expect(await asViewer(housemate, (tx) => ownKoploper(tx, housemate))).toBeNull();
    const given = () => asWorker((tx) => tx.select({ id: consent.id, at: consent.withdrawnAt }).from(consent).where(eq(consent.subjectId, id)));
    expect(await given()).toMatchObject([{ at: null }]);
    expect(await asViewer(me, (tx) => endKoploper(tx, me))).toBe(id);
    expect(await seenBy(sameStreet)).toEqual([]);
    expect((await given())[0]!.at).not.toBeNull();
    expect(await asViewer(me, (tx) => restoreKoploper(tx, me, id))).toBe("neighbourhood");
    expect(await seenBy(sameStreet)).toHaveLength(1);
    const [open] = (await given()).filter(({ at }) => at === null);
    expect(await asViewer(me, (tx) => withdrawConsent(tx, me, open!.id))).toBe(true);
    expect(await seenBy(sameStreet)).toEqual([]);
  });

  it("are gone for who blocks them, and for whom they block", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const id = await save(me);
    expect(await asViewer(sameStreet, (tx) => blockBehind(tx, sameStreet, id))).not.toBeNull();
    expect(await seenBy(sameStreet)).toEqual([]);
    expect(await seenBy(otherStreet)).toHaveLength(1);
    const theirs = await save(sameStreet);
    expect(await asViewer(me, (tx) => findKoploper(tx, me, theirs))).toBeNull();
  });
});
