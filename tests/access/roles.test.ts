import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { account, roleInvitation } from "../../db/schema/auth.ts";
import { consent, resident, roleEvent, roleGrant, type RoleName } from "../../db/schema/people.ts";
import { outbox } from "../../db/schema/sharing.ts";
import { journalEntry } from "../../db/schema/journal.ts";
import { type AuthTx, asAuth, asViewer, asWorker, type ViewerSettings } from "../../db/viewer.server.ts";
import { everyDatabase, testDatabase } from "../support/databases.ts";
import { buildTown, elsewhere, emailOf, here, people, type Person } from "../support/town.ts";
import { postgresError } from "./probe.ts";

const { own, secondAdult, sameBuilding, sameStreet, sameNeighbourhood, otherNeighbourhood, moderatorHere, moderatorElsewhere, official } = people;
const day = (days: number) => sql<string>`(viewer.today() + ${days}::int)`;
const asked = (name: string) => asWorker(async (tx) => (await tx.select({ value: sql<string>`${sql.identifier(name)}`.mapWith(String) }).from(sql`(select viewer.today()::text as today) t`))[0]!.value);
const first = (result: unknown): unknown => ((Array.isArray(result) ? result : (result as { rows: unknown[] }).rows)[0] as { item: unknown } | undefined)?.item ?? null;

describe.each(everyDatabase)("roles on %s", (kind) => {
  testDatabase(kind);
  beforeAll(async () => {
    await buildTown();
  });

  const refused = async (deed: Promise<unknown>) => {
    const error = await deed.then(() => null, (thrown: unknown) => thrown);
    expect(error, "was let through").not.toBeNull();
    expect(postgresError(error).code).toBe("42501");
  };
  const end = (viewer: ViewerSettings, id: string) => asViewer(viewer, async (tx) => first(await tx.execute(sql`select viewer.end_role(${id}::uuid) as item`)));
  const extend = (viewer: ViewerSettings, id: string, days: number) => asViewer(viewer, async (tx) => first(await tx.execute(sql`select viewer.extend_role(${id}::uuid, ${day(days)}) as item`)));
  const works = (accountId: string, role: RoleName) =>
    asAuth(async (tx) => Number(first(await tx.execute(sql`select count(*)::int as item from viewer.roles_now() g where g.account_id = ${accountId} and g.role = ${role}`))));
  const give = async (values: typeof roleGrant.$inferInsert) => (await asWorker((tx) => tx.insert(roleGrant).values(values).returning({ id: roleGrant.id })))[0]!.id;
  const contact = (accountId = own.accountId) => give({ accountId, role: "contact_person", neighbourhoodCode: here, streetId: own.streetId, startsOn: day(0) as never, endsOn: day(30) as never });

  type Invite = Partial<typeof roleInvitation.$inferInsert>;
  const invite = (tx: AuthTx, values: Invite) =>
    tx
      .insert(roleInvitation)
      .values({ email: emailOf("own"), role: "moderator", neighbourhoodCode: here, invitedBy: moderatorHere.accountId, startsOn: day(0) as never, endsOn: day(300) as never, expiresAt: sql`now() + interval '14 days'`, ...values })
      .returning();
  const accept = async (invitationId: string, forged: Partial<typeof roleGrant.$inferInsert> = {}, answer: { acceptedAt?: ReturnType<typeof sql> } = { acceptedAt: sql`now()` }) =>
    asAuth(async (tx) => {
      const [i] = await tx.select().from(roleInvitation).where(eq(roleInvitation.id, invitationId));
      if (answer.acceptedAt) await tx.update(roleInvitation).set(answer).where(eq(roleInvitation.id, invitationId));
      const { role, neighbourhoodCode, municipalityCode, streetId, buildingId, startsOn, endsOn, invitedBy } = i!;
      await tx.insert(roleGrant).values({ accountId: own.accountId, role, neighbourhoodCode, municipalityCode, streetId, buildingId, startsOn, endsOn, grantedBy: invitedBy, invitationId, ...forged });
    });

  it("work from their first day to the end of their last, and not a day before or after", async () => {
    const id = await give({ accountId: own.accountId, role: "moderator", neighbourhoodCode: elsewhere });
    const during = async (from: number, to: number | null) => {
      await asWorker((tx) => tx.update(roleGrant).set({ startsOn: day(from) as never, endsOn: to === null ? null : (day(to) as never) }).where(eq(roleGrant.id, id)));
      return works(own.accountId, "moderator");
    };
    expect(await asked("today")).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect([await during(0, null), await during(0, 0), await during(-5, 0), await during(0, 5)]).toEqual([1, 1, 1, 1]);
    expect([await during(1, 5), await during(-5, -1), await during(1, null)]).toEqual([0, 0, 0]);
    await during(0, null);
    await asWorker((tx) => tx.update(roleGrant).set({ endedAt: sql`now()` }).where(eq(roleGrant.id, id)));
    expect(await works(own.accountId, "moderator")).toBe(0);
  });

  it("are invited to by nobody who does not have them now", async () => {
    const asOfficial = { role: "official" as const, neighbourhoodCode: null, municipalityCode: "GM9901" };
    for (const invitedBy of [own, secondAdult, sameStreet, otherNeighbourhood, moderatorElsewhere, official].map((who) => who.accountId)) {
      await refused(asAuth((tx) => invite(tx, { invitedBy })));
      await refused(asAuth((tx) => invite(tx, { invitedBy, role: "contact_person", streetId: own.streetId })));
    }
    for (const { accountId: invitedBy } of [own, moderatorHere, moderatorElsewhere]) await refused(asAuth((tx) => invite(tx, { invitedBy, ...asOfficial })));
    await asAuth((tx) => invite(tx, { invitedBy: official.accountId, ...asOfficial }));
    const contactOf = await contact();
    await refused(asAuth((tx) => invite(tx, { invitedBy: own.accountId, role: "contact_person", streetId: own.streetId })));
    await end(own, contactOf);
    for (const days of [-1, 800]) await refused(asAuth((tx) => invite(tx, { startsOn: day(-9) as never, endsOn: day(days) as never })));
    await asWorker((tx) => tx.update(roleGrant).set({ startsOn: day(1) as never }).where(eq(roleGrant.accountId, moderatorHere.accountId)));
    await refused(asAuth((tx) => invite(tx, {})));
    await asWorker((tx) => tx.update(roleGrant).set({ startsOn: day(0) as never }).where(eq(roleGrant.accountId, moderatorHere.accountId)));
  });

  it("come of an invitation that is accepted in the same transaction, as it was made, by the account that was invited", async () => {
    const [made] = await asAuth((tx) => invite(tx, {}));
    await refused(accept(made!.id, {}, {}));
    await refused(accept(made!.id, { accountId: sameStreet.accountId }));
    await refused(accept(made!.id, { role: "official", neighbourhoodCode: null, municipalityCode: "GM9901" }));
    await refused(accept(made!.id, { neighbourhoodCode: elsewhere }));
    await refused(accept(made!.id, { endsOn: null }));
    await refused(accept(made!.id, { endsOn: day(700) as never }));
    await refused(accept(made!.id, { grantedBy: own.accountId }));
    await refused(accept(made!.id, { invitationId: null }));
    await refused(accept(made!.id, {}, { acceptedAt: sql`now() - interval '1 second'` }));
    await accept(made!.id);
    expect(await works(own.accountId, "moderator")).toBe(1);
    // A second time there is nothing to accept: an accepted invitation never changes again.
    await expect(accept(made!.id)).rejects.toThrow();
    const [{ id } = { id: "" }] = await asWorker((tx) => tx.select({ id: roleGrant.id }).from(roleGrant).where(eq(roleGrant.invitationId, made!.id)));
    expect(await end(moderatorHere, id)).toBe("ended");
    await expect(accept(made!.id)).rejects.toThrow();
    expect(await works(own.accountId, "moderator")).toBe(0);
  });

  it("do not come of an invitation that was taken back, declined or is too old, or whose giver lost the role", async () => {
    for (const gone of [{ revokedAt: sql`now()` }, { declinedAt: sql`now()` }, { expiresAt: sql`now()` }]) {
      const [made] = await asAuth((tx) => invite(tx, {}));
      await asAuth((tx) => tx.update(roleInvitation).set(gone as never).where(eq(roleInvitation.id, made!.id)));
      await refused(accept(made!.id));
    }
    const [made] = await asAuth((tx) => invite(tx, {}));
    await asWorker((tx) => tx.update(roleGrant).set({ endsOn: day(-1) as never, startsOn: day(-9) as never }).where(eq(roleGrant.accountId, moderatorHere.accountId)));
    await refused(accept(made!.id));
    await asWorker((tx) => tx.update(roleGrant).set({ endsOn: null }).where(eq(roleGrant.accountId, moderatorHere.accountId)));
    await accept(made!.id);
    await asWorker((tx) => tx.delete(roleGrant).where(eq(roleGrant.invitationId, made!.id)));
  });

  it("are ended and extended by nobody but who has the same place", async () => {
    const second = await give({ accountId: sameNeighbourhood.accountId, role: "moderator", neighbourhoodCode: here, endsOn: day(30) as never });
    const far = await give({ accountId: otherNeighbourhood.accountId, role: "official", municipalityCode: "GM9901", endsOn: day(30) as never });
    const street = await contact(sameStreet.accountId);
    const nobodies: ViewerSettings[] = [own, secondAdult, sameBuilding, otherNeighbourhood, moderatorElsewhere];
    for (const viewer of nobodies) for (const id of [second, far, street]) expect([await end(viewer, id), await extend(viewer, id, 60)]).toEqual([null, null]);
    expect([await end(moderatorHere, far), await extend(moderatorHere, far, 60), await end(official, second), await end(official, street)]).toEqual([null, null, null, null]);
    // The own role: a moderator may not before the second step, and nobody makes the own last day later.
    expect([await end(sameNeighbourhood, second), await extend({ ...sameNeighbourhood, moderates: [here] }, second, 60)]).toEqual([null, "own"]);
    expect(await extend(sameStreet, street, 60)).toBe("own");
    // A session that was read before the role ended gives nothing any more.
    expect(await extend({ ...sameBuilding, moderates: [here] }, second, 60)).toBeNull();
    await expect(extend(moderatorHere, second, 800)).rejects.toThrow();
    await expect(extend(moderatorHere, second, -1)).rejects.toThrow();
    expect([await extend(moderatorHere, second, 60), await extend(moderatorHere, street, 60), await extend(official, far, 60)]).toEqual(["changed", "changed", "changed"]);
    expect([await end(moderatorHere, second), await end(moderatorHere, second), await end(moderatorHere, street), await end(official, far)]).toEqual(["ended", null, "ended", "ended"]);
    const told = await asWorker((tx) => tx.select({ to: outbox.accountId }).from(outbox).where(eq(outbox.template, "role-ended")));
    for (const { accountId } of [sameNeighbourhood, sameStreet, otherNeighbourhood]) expect(told.map(({ to }) => to)).toContain(accountId);
    const kept = await asWorker((tx) => tx.select({ id: journalEntry.subjectId }).from(journalEntry).where(eq(journalEntry.kind, "role_end")));
    expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining([second, far, street]));
  });

  it("leave a neighbourhood its last moderator, also when two end each other at the same moment", async () => {
    const [{ id: mine } = { id: "" }] = await asWorker((tx) => tx.select({ id: roleGrant.id }).from(roleGrant).where(and(eq(roleGrant.accountId, moderatorHere.accountId), eq(roleGrant.role, "moderator"))));
    expect(await end(moderatorHere, mine)).toBe("last");
    const later = await give({ accountId: sameBuilding.accountId, role: "moderator", neighbourhoodCode: here, startsOn: day(1) as never });
    expect(await end(moderatorHere, mine), "who begins tomorrow moderates nothing today").toBe("last");
    await asWorker((tx) => tx.update(roleGrant).set({ startsOn: day(0) as never }).where(eq(roleGrant.id, later)));
    const outcomes = await Promise.all([end(moderatorHere, later), end({ ...sameBuilding, moderates: [here] }, mine)]);
    expect(outcomes.filter((outcome) => outcome === "ended")).toHaveLength(1);
    const left = await asAuth(async (tx) => Number(first(await tx.execute(sql`select count(*)::int as item from viewer.roles_now() g where g.role = 'moderator' and g.neighbourhood_code = ${here}`))));
    expect(left).toBe(1);
    await asWorker((tx) => tx.update(roleGrant).set({ endedAt: null }).where(eq(roleGrant.id, mine)));
    await asWorker((tx) => tx.delete(roleGrant).where(eq(roleGrant.id, later)));
  });

  it("show a contact person to the own street only, with a yes, while living there", async () => {
    const id = await contact();
    await asWorker((tx) => tx.update(resident).set({ displayName: "Noor" }).where(eq(resident.id, own.residentId)));
    const seen = async () => {
      const viewers = { sameBuilding, sameStreet, sameNeighbourhood, otherNeighbourhood, moderatorHere, moderatorElsewhere, official } satisfies Partial<Record<Person, ViewerSettings>>;
      const names: string[] = [];
      for (const [name, viewer] of Object.entries(viewers)) {
        if (first(await asViewer(viewer, (tx) => tx.execute(sql`select shown_name as item from viewer.contact_persons()`))) === "Noor") names.push(name);
      }
      return names;
    };
    expect(await seen()).toEqual([]);
    const given = { householdId: own.householdId, neighbourhoodCode: here, purpose: "contact_person" as const, fieldGroup: "name", subjectId: id, textVersion: "1", textShown: "Ja", locale: "nl" };
    await asWorker((tx) => tx.insert(consent).values({ ...given, residentId: secondAdult.residentId }));
    expect(await seen(), "a housemate says yes for nobody else").toEqual([]);
    await asViewer(own, (tx) => tx.insert(consent).values({ ...given, residentId: own.residentId }));
    expect(await seen()).toEqual(["sameBuilding", "sameStreet", "moderatorHere"]);
    await asWorker((tx) => tx.update(roleGrant).set({ startsOn: day(-9) as never, endsOn: day(-1) as never }).where(eq(roleGrant.id, id)));
    expect(await seen()).toEqual([]);
    await asWorker((tx) => tx.update(roleGrant).set({ endsOn: day(9) as never, streetId: sameNeighbourhood.streetId }).where(eq(roleGrant.id, id)));
    expect(await seen(), "somebody who does not live there").toEqual([]);
    await asWorker((tx) => tx.update(roleGrant).set({ streetId: own.streetId }).where(eq(roleGrant.id, id)));
    expect(await end(own, id)).toBe("ended");
    expect(await seen()).toEqual([]);
    const open = await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(and(eq(consent.subjectId, id), sql`withdrawn_at is null`)));
    expect(open).toEqual([]);
  });

  it("tell in SQL for which street and building somebody is contact person", async () => {
    const viewer = { ...own, contactFor: { streets: [{ streetId: own.streetId, neighbourhoodCode: here }], buildings: [] } };
    const ask = (who: ViewerSettings, street: string | null, code: string, building: string | null) =>
      asViewer(who, async (tx) => first(await tx.execute(sql`select viewer.contact_for(${street}::text, ${code}::text, ${building}::text) as item`)));
    expect([await ask(viewer, own.streetId, here, null), await ask(viewer, own.streetId, elsewhere, null), await ask(viewer, null, here, own.buildingId), await ask(own, own.streetId, here, own.buildingId)]).toEqual([true, false, false, false]);
    expect(await ask({ ...own, contactFor: { streets: [], buildings: [own.buildingId] } }, null, here, own.buildingId)).toBe(true);
  });

  it("keep their log: nobody changes a line, and it stays when role and account are gone", async () => {
    const lines = () => asViewer(moderatorHere, (tx) => tx.select({ id: roleEvent.id }).from(roleEvent));
    const before = (await lines()).length;
    expect(before).toBeGreaterThan(0);
    await refused(asViewer(moderatorHere, (tx) => tx.delete(roleEvent)));
    await refused(asWorker((tx) => tx.update(roleEvent).set({ deed: "granted" })));
    await refused(asAuth((tx) => tx.insert(roleEvent).values({ deed: "granted", role: "moderator", neighbourhoodCode: here })));
    await asAuth((tx) => tx.delete(account).where(eq(account.id, sameNeighbourhood.accountId)));
    expect((await lines()).length).toBe(before);
    expect(await asViewer(moderatorElsewhere, (tx) => tx.select().from(roleEvent))).toEqual([]);
  });
});
