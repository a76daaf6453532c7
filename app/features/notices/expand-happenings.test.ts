import { and, asc, eq, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { askEachViewer } from "../../../db/ask-each-viewer.server.ts";
import { happening, notice } from "../../../db/schema/notices.ts";
import { membership, resident as residentTable } from "../../../db/schema/people.ts";
import { building, dwelling as dwellingTable } from "../../../db/schema/register.ts";
import { measure, wish } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { accountWithoutHome, dwelling, household, neighbourhood, resident } from "../../../tests/support/people.ts";
import { changeMeasureAudience } from "../measures/change-measure-audience.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { publishAnnouncement } from "../moderation/publish-announcement.server.ts";
import { tell } from "../notifications/tell.server.ts";
import type { Moderator, Resident } from "../session/viewer.ts";
import { joinWish } from "../wishes/join-wish.server.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { expandHappenings } from "./expand-happenings.server.ts";
import { isTold } from "./sources.server.ts";

const toldAbout = async (subjectId: string) =>
  (await asWorker((tx) => tx.select({ id: notice.residentId }).from(notice).where(eq(notice.subjectId, subjectId)).orderBy(asc(notice.residentId)))).map(({ id }) => id);
const ids = (...people: { residentId: string }[]) => people.map(({ residentId }) => residentId).sort();
const dream = (who: Resident) => asViewer(who, (tx) => shareWish(tx, who, { scope: "neighbourhood", title: "Samen een deelauto", audience: "neighbourhood" }));
const panels = (who: Resident, audience: "household" | "street" | "neighbourhood" = "neighbourhood") =>
  asViewer(who, (tx) => shareMeasure(tx, who, { kind: "solar_panels", state: "done", year: 2024, costRange: null, doneBy: null, audience }));

async function announce(neighbourhoodCode: string): Promise<string> {
  const { id } = await accountWithoutHome();
  const moderator = { residentId: id, accountId: id, householdId: null, neighbourhoodCode: null, streetId: null, buildingId: null, moderates: [neighbourhoodCode] } as unknown as Moderator;
  return asViewer(moderator, (tx) => publishAnnouncement(tx, moderator, { neighbourhoodCode, shownName: "Energie Voorbeeld", title: "Bijeenkomst", body: "Kom ook." }));
}

describe.each(databaseKinds)("what happened, on %s", (kind) => {
  const database = testDatabase(kind);

  it("is told to the household whose wish is joined, once, and not to who joined or looks on", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const id = await dream(me);
    await asViewer(sameStreet, (tx) => joinWish(tx, sameStreet, id));
    await asViewer(sameStreet, (tx) => joinWish(tx, sameStreet, id));
    expect(await expandHappenings()).toBe(2);
    expect(await expandHappenings()).toBe(0);
    expect(await toldAbout(id)).toEqual(ids(me, housemate));
  });

  it("is there after the commit and not after a rollback", async () => {
    const { me } = await neighbours();
    const id = await dream(me);
    await expect(
      asViewer(me, async (tx) => {
        await tell(tx, "measure-shared", { subjectId: id });
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    expect(await asWorker((tx) => tx.select().from(happening).where(eq(happening.subjectId, id)))).toEqual([]);
  });

  it("can be told of one's own neighbourhood only, under one's own id, and read by nobody", async () => {
    const { me, sameStreet } = await neighbours();
    const elsewhere = (await neighbourhood()).code;
    await expect(asViewer(me, (tx) => tell(tx, "measure-shared", { subjectId: me.residentId, neighbourhoodCode: elsewhere }))).rejects.toThrow();
    const asOther = { neighbourhoodCode: me.neighbourhoodCode, kind: "measure-shared", subjectId: me.residentId, actorId: sameStreet.residentId };
    await expect(asViewer(me, (tx) => tx.insert(happening).values(asOther))).rejects.toThrow();
    await expect(asViewer(me, (tx) => tx.select().from(happening))).rejects.toThrow();
  });

  it("is told to the whole neighbourhood when a moderator announces something, but not elsewhere, to who left, or to who said nu niet", async () => {
    const { me, housemate, flatmate, sameStreet, otherStreet } = await neighbours();
    const stranger = await resident(await household(await dwelling((await neighbourhood()).code)));
    await asWorker(async (tx) => {
      await tx.update(residentTable).set({ involvement: "not_now" }).where(eq(residentTable.id, housemate.residentId));
      await tx.update(membership).set({ endedAt: sql`now()` }).where(eq(membership.residentId, otherStreet.residentId));
    });
    const id = await announce(me.neighbourhoodCode);
    await expandHappenings();
    expect(await toldAbout(id)).toEqual(ids(me, flatmate, sameStreet));
    expect(await toldAbout(id)).not.toContain(stranger.residentId);
  });

  it("is told of a measure in homes like its own that may see it, once, however often its audience changes", async () => {
    const { me, flatmate, sameStreet, otherStreet } = await neighbours();
    const id = await panels(me, "street");
    await expandHappenings();
    expect(await toldAbout(id)).toEqual(ids(flatmate, sameStreet));
    const wider = { audience: "neighbourhood" as const, mayAsk: false, mayVisit: false };
    await asViewer(me, (tx) => changeMeasureAudience(tx, me, id, wider));
    await expandHappenings();
    expect(await toldAbout(id)).toEqual(ids(flatmate, sameStreet, otherStreet));
    const own = await panels(me, "household");
    await expandHappenings();
    expect(await toldAbout(own)).toEqual([]);
  });

  it("is not told of a measure in homes that are nothing like it", async () => {
    const { me, flatmate, sameStreet, otherStreet } = await neighbours();
    await asWorker((tx) => tx.update(dwellingTable).set({ dwellingType: "flat" }).where(eq(dwellingTable.id, otherStreet.dwellingId)));
    await asWorker((tx) => tx.update(building).set({ builtYear: 1931 }).where(eq(building.id, sameStreet.buildingId!)));
    const id = await panels(me);
    await expandHappenings();
    expect(await toldAbout(id)).toEqual(ids(flatmate));
  });

  it("is not told across a block, whoever blocked whom", async () => {
    for (const way of ["by me", "of me"] as const) {
      const { me, sameStreet } = await neighbours();
      const id = await dream(me);
      await asViewer(sameStreet, (tx) => joinWish(tx, sameStreet, id));
      const [by, of] = way === "by me" ? [me, sameStreet] : [sameStreet, me];
      await asWorker((tx) => tx.execute(sql`insert into block (neighbourhood_code, resident_id, blocked_household_id, street_id) values (${me.neighbourhoodCode}, ${by.residentId}, ${of.householdId}, ${of.streetId})`));
      await expandHappenings();
      expect(await toldAbout(id), way).not.toContain(me.residentId);
    }
  });

  it("is not told any more when it was withdrawn or hidden before anybody was told", async () => {
    const { me, sameStreet } = await neighbours();
    for (const gone of [{ withdrawnAt: sql`now()` }, { hiddenAt: sql`now()` }]) {
      const id = await dream(me);
      await asViewer(sameStreet, (tx) => joinWish(tx, sameStreet, id));
      await asWorker((tx) => tx.update(wish).set(gone).where(eq(wish.id, id)));
      const shared = await panels(me);
      await asWorker((tx) => tx.update(measure).set(gone).where(eq(measure.id, shared)));
      await expandHappenings();
      expect([await toldAbout(id), await toldAbout(shared)]).toEqual([[], []]);
    }
  });

  it("is told by four processes at the same time to everybody once", async () => {
    const { me, housemate, flatmate, sameStreet, otherStreet } = await neighbours();
    const announced = [await announce(me.neighbourhoodCode), await announce(me.neighbourhoodCode), await announce(me.neighbourhoodCode)];
    const given = await Promise.all([expandHappenings(), expandHappenings(), expandHappenings(), expandHappenings()]);
    expect(given.reduce((one, other) => one + other)).toBe(15);
    for (const id of announced) expect(await toldAbout(id)).toEqual(ids(me, housemate, flatmate, sameStreet, otherStreet));
  });

  it("of which the code knows nothing is told to nobody and waits for nothing", async () => {
    const { me } = await neighbours();
    const row = { neighbourhoodCode: me.neighbourhoodCode, kind: "from-later", subjectId: me.residentId };
    await asWorker((tx) => tx.insert(happening).values(row));
    expect(isTold("from-later")).toBe(false);
    await expandHappenings();
    expect(await asWorker((tx) => tx.select().from(happening).where(and(eq(happening.kind, "from-later"), sql`${happening.expandedAt} is null`)))).toEqual([]);
  });

  it("that cannot be told holds up nothing else and is tried again", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const { me, housemate, sameStreet } = await neighbours();
    const joined = await dream(me);
    await asViewer(sameStreet, (tx) => joinWish(tx, sameStreet, joined));
    const announced = await announce(me.neighbourhoodCode);
    await asOwner(database, "revoke select on wish_join from app_viewer");
    await expandHappenings();
    expect([await toldAbout(joined), (await toldAbout(announced)).length]).toEqual([[], 5]);
    expect(logged).toHaveBeenCalledOnce();
    await asOwner(database, "grant select on wish_join to app_viewer");
    await expandHappenings();
    expect(await toldAbout(joined)).toEqual(ids(me, housemate));
    logged.mockRestore();
  });

  it("is asked as each viewer: every answer is that of whom it was meant for, in their order", async () => {
    const { me, housemate, sameStreet, otherStreet } = await neighbours();
    const asked = Array.from({ length: 60 }, (_, place) => [me, housemate, sameStreet, otherStreet][place % 4]!);
    const answers = await askEachViewer<{ who: string; home: string }>(asked.map((viewer) => ({ viewer })), sql`select viewer.resident_id() as who, viewer.household_id() as home`);
    expect(answers).toEqual(asked.map(({ residentId, householdId }) => [{ who: residentId, home: householdId }]));
    const none = await askEachViewer<{ id: string }>([{ viewer: me, values: { home: otherStreet.householdId } }], sql`select h.id from household h where h.id = ${sql.placeholder("home")}::uuid`);
    expect(none).toEqual([[]]);
    await expect(askEachViewer([{ viewer: me }], sql`select id from happening`)).rejects.toThrow();
  });
});
