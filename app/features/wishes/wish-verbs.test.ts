import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { type Audience, consent } from "../../../db/schema/people.ts";
import { journalEntry } from "../../../db/schema/journal.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { changeDisplayName } from "../households/change-display-name.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { newestShared } from "../neighbourhood/newest-shared.server.ts";
import type { Resident } from "../session/viewer.ts";
import { changeWishAudience } from "./change-wish-audience.server.ts";
import { findWish } from "./find-wish.server.ts";
import { joinWish } from "./join-wish.server.ts";
import { leaveWish } from "./leave-wish.server.ts";
import { neighbourhoodWishes } from "./neighbourhood-wishes.server.ts";
import { shareWish } from "./share-wish.server.ts";
import { withdrawWish } from "./withdraw-wish.server.ts";

const dream = (who: Resident, audience: Audience) =>
  asViewer(who, (tx) => shareWish(tx, who, { scope: "neighbourhood", title: "Samen een deelauto", audience }));
const find = (who: Resident, id: string) => asViewer(who, (tx) => findWish(tx, who, id));
const join = (who: Resident, id: string) => asViewer(who, (tx) => joinWish(tx, who, id));
const openConsents = (who: Resident) =>
  asWorker((tx) =>
    tx
      .select({ purpose: consent.purpose, subject: consent.subjectId })
      .from(consent)
      .where(and(eq(consent.residentId, who.residentId), isNull(consent.withdrawnAt))),
  );

describe.each(databaseKinds)("wishes on %s", (kind) => {
  testDatabase(kind);

  it("are joined once per household by neighbours who see them, with consent", async () => {
    const { me, sameStreet, otherStreet } = await neighbours();
    const id = await dream(me, "street");
    expect(await join(sameStreet, id)).toBe(true);
    expect(await join(sameStreet, id)).toBe(true);
    expect(await join(otherStreet, id)).toBe(false);
    expect(await join(me, id)).toBe(false);
    expect((await find(me, id))?.joins).toEqual([{ id: expect.any(String), shownName: null, streetName: "Proefstraat", own: false }]);
    expect(await openConsents(sameStreet)).toEqual([{ purpose: "join_wish", subject: id }]);
    expect(await asViewer(sameStreet, (tx) => neighbourhoodWishes(tx, sameStreet, 10))).toMatchObject([{ id, joined: 1, iJoin: true, own: false }]);
  });

  it("for a home cannot be joined", async () => {
    const { me, sameStreet } = await neighbours();
    const id = await asViewer(me, (tx) => shareWish(tx, me, { scope: "home", kind: "glazing", horizon: "this_year", holdingBack: ["cost"], audience: "street" }));
    expect(await join(sameStreet, id)).toBe(false);
    expect(await find(sameStreet, id)).toMatchObject({ kind: "glazing", holdingBack: ["cost"], own: false });
  });

  it("can be left, which ends the consent", async () => {
    const { me, sameStreet } = await neighbours();
    const id = await dream(me, "neighbourhood");
    await join(sameStreet, id);
    const ended = await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(eq(consent.subjectId, id)));
    await asViewer(sameStreet, (tx) => leaveWish(tx, sameStreet, id));
    expect((await find(me, id))?.joins).toEqual([]);
    expect(await openConsents(sameStreet)).toEqual([]);
    const lines = await asWorker((tx) => tx.select({ subject: journalEntry.subjectId }).from(journalEntry).where(eq(journalEntry.kind, "withdrawal")));
    expect(ended.some((row) => lines.some((line) => line.subject === row.id))).toBe(true);
  });

  it("that others joined get no wider audience, only a narrower one", async () => {
    const { me, sameStreet } = await neighbours();
    const id = await dream(me, "street");
    await join(sameStreet, id);
    await expect(asViewer(me, (tx) => changeWishAudience(tx, me, id, "neighbourhood"))).rejects.toMatchObject({ reason: "joined_by_others" });
    expect(await asViewer(me, (tx) => changeWishAudience(tx, me, id, "household"))).toBe(true);
    expect(await find(sameStreet, id)).toBeNull();
  });

  it("disappear for everybody else when they are withdrawn", async () => {
    const { me, sameStreet } = await neighbours();
    const id = await dream(me, "neighbourhood");
    await join(sameStreet, id);
    await asViewer(me, (tx) => withdrawWish(tx, me, id));
    expect(await find(sameStreet, id)).toBeNull();
    expect(await asViewer(sameStreet, (tx) => neighbourhoodWishes(tx, sameStreet, 10))).toEqual([]);
    expect((await asViewer(sameStreet, (tx) => newestShared(tx, sameStreet, null))).items).toEqual([]);
  });
});

describe.each(databaseKinds)("the name that neighbours see on %s", (kind) => {
  testDatabase(kind);

  it("changes on everything that was shared and joined before, and on nothing of a housemate", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const mine = await dream(me, "street");
    const theirs = await dream(housemate, "street");
    const joined = await dream(sameStreet, "street");
    await join(me, joined);
    await asViewer(me, (tx) => shareMeasure(tx, me, { kind: "induction", state: "done", year: null, costRange: null, doneBy: null, audience: "street" }));
    await asViewer(me, (tx) => changeDisplayName(tx, me, "Noor"));
    expect([(await find(sameStreet, mine))?.shownName, (await find(sameStreet, theirs))?.shownName]).toEqual(["Noor", null]);
    expect((await find(sameStreet, joined))?.joins).toEqual([{ id: expect.any(String), shownName: "Noor", streetName: "Proefstraat", own: false }]);
    const { items } = await asViewer(sameStreet, (tx) => newestShared(tx, sameStreet, null));
    expect(items.filter(({ shownName }) => shownName === "Noor")).toHaveLength(2);
    expect(await openConsents(me)).toContainEqual({ purpose: "display_name", subject: null });
  });

  it("goes back to the street, and the consent for it ends", async () => {
    const { me } = await neighbours();
    await asViewer(me, (tx) => changeDisplayName(tx, me, "Noor"));
    const named = { ...me, displayName: "Noor" };
    const id = await dream(named, "street");
    await asViewer(named, (tx) => changeDisplayName(tx, named, null));
    expect((await find(me, id))?.shownName).toBeNull();
    expect((await openConsents(me)).filter(({ purpose }) => purpose === "display_name")).toEqual([]);
  });
});
