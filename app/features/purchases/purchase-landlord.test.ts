import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { jointRequest, jointRequestPart } from "../../../db/schema/joint.ts";
import { consent, roleGrant } from "../../../db/schema/people.ts";
import { organisation } from "../../../db/schema/register.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { asResident, neighbours } from "../../../tests/support/neighbours.ts";
import { accountWithoutHome, dwelling, household, resident } from "../../../tests/support/people.ts";
import { inDays, join, moderating, opened, ordered, signUpNow, step } from "../../../tests/support/purchases.ts";
import { currentViewer } from "../session/guards.server.ts";
import type { Moderator, PropertyManager, Resident } from "../session/viewer.ts";
import { answerRequest } from "../together/answer-request.server.ts";
import { stopTakingPart } from "../together/stop-taking-part.server.ts";
import { withdrawRequest } from "../together/withdraw-request.server.ts";
import { askLandlord, landlordOf } from "./ask-landlord.server.ts";
import { tenantsWaiting } from "./desk/tenants-waiting.server.ts";
import { ownSignUp } from "./own-sign-up.server.ts";

const ask = (who: Resident, id: string, organisationId: string | null = null) => asViewer(who, async (tx) => askLandlord(tx, who, await ownSignUp(tx, who, id), { organisationId, withName: false }));
const standing = (who: Resident, id: string) => asViewer(who, async (tx) => landlordOf(tx, who, await ownSignUp(tx, who, id)));
const requests = (buildingId: string) => asWorker((tx) => tx.select().from(jointRequest).where(eq(jointRequest.buildingId, buildingId)));

describe.each(databaseKinds)("a tenant's sign-up and the landlord on %s", (kind) => {
  testDatabase(kind);

  async function town({ managed = true } = {}) {
    const all = await neighbours({ homesInBuilding: 12 });
    const door = await dwelling(all.here.code, { streetId: all.me.streetId, buildingId: all.me.buildingId! });
    const third = asResident(await resident(await household(door)));
    const moderator = moderating(crypto.randomUUID(), all.here.code) as unknown as Moderator;
    const elsewhere = moderating(crypto.randomUUID(), all.stranger.neighbourhoodCode) as unknown as Moderator;
    const { id: accountId } = await accountWithoutHome();
    if (managed) {
      await asWorker(async (tx) => {
        const [made] = await tx.insert(organisation).values({ kind: "housing_corporation", name: `Wonen ${accountId}` }).returning({ id: organisation.id });
        await tx.insert(roleGrant).values({ accountId, role: "property_manager", neighbourhoodCode: all.here.code, buildingId: all.me.buildingId!, organisationId: made!.id });
      });
    }
    const manager = (await currentViewer(requestTo("/", await logIn(accountId)))) as PropertyManager;
    return { ...all, third, moderator, elsewhere, manager, id: await opened(moderator, [all.here.code]) };
  }

  it("starts a joint request once, which the next tenants of the building join; each by a yes of its own", async () => {
    const { me, flatmate, third, id, moderator } = await town();
    const [mine, theirs, thirds] = [await join(me, id, "tenant"), await join(flatmate, id, "tenant"), await join(third, id, "tenant")];
    expect(await standing(me, mine)).toMatchObject({ request: null, open: { join: null, whom: { why: null }, text: expect.stringContaining("Zonnepanelen voor de buurt") } });
    expect(await ask(me, mine)).toBe("asked");
    expect(await standing(me, mine)).toMatchObject({ request: { households: 1, sentAt: null, answer: null }, open: null });
    expect(await standing(flatmate, theirs), "signing up alone joins nothing").toMatchObject({ request: null, open: { join: { households: 1 } } });
    expect(await ask(flatmate, theirs)).toBe("asked");
    expect(await ask(flatmate, theirs), "twice is once").toBe("asked");
    expect(await requests(me.buildingId!)).toMatchObject([{ kind: "solar_panels", startedBy: me.residentId, sentAt: null }]);
    expect(await ask(third, thirds)).toBe("asked");
    const [request] = await requests(me.buildingId!);
    expect(request!.sentAt, "with the third household it is sent").not.toBeNull();
    expect((await asWorker((tx) => tx.select({ household: consent.householdId }).from(consent).where(eq(consent.subjectId, request!.id)))).map(({ household: of }) => of).sort()).toEqual([me, flatmate, third].map(({ householdId }) => householdId).sort());
    for (const each of [mine, theirs, thirds]) expect((await signUpNow(each)).jointRequestId).toBe(request!.id);
    expect(await asViewer(moderator, (tx) => tenantsWaiting(tx, id))).toEqual([{ what: "asked", signUps: 3 }]);
  });

  it("starts one request when neighbours ask at the same moment", async () => {
    const { me, flatmate, third, id } = await town();
    const all = await Promise.all([me, flatmate, third].map(async (who) => ({ who, mine: await join(who, id, "tenant") })));
    expect(await Promise.all(all.map(({ who, mine }) => ask(who, mine)))).toEqual(["asked", "asked", "asked"]);
    expect(await requests(me.buildingId!)).toHaveLength(1);
    expect(await standing(third, all[2]!.mine)).toMatchObject({ request: { households: 3 } });
  });

  it("says what the landlord answered, and the moderator reads numbers only", async () => {
    const { me, flatmate, third, sameStreet, id, moderator, elsewhere, manager } = await town();
    const mine = await join(me, id, "tenant");
    await join(sameStreet, id, "tenant");
    await ordered(moderator, third, await opened(moderator, [me.neighbourhoodCode]));
    for (const each of [me, flatmate, third]) await ask(each, each === me ? mine : await join(each, id, "tenant"));
    const [request] = await requests(me.buildingId!);
    expect(await answerRequest(manager, request!.id, { answer: "yes", byDay: inDays(40), text: null })).not.toBe("too_many");
    expect(await standing(me, mine)).toMatchObject({ request: { answer: { answer: "yes", byDay: inDays(40) } } });
    expect(await asViewer(moderator, (tx) => tenantsWaiting(tx, id))).toEqual([{ what: "not_asked", signUps: 1 }, { what: "yes", signUps: 3 }]);
    for (const who of [elsewhere, me, sameStreet]) expect(await asViewer(who, (tx) => tenantsWaiting(tx, id))).toEqual([]);
    expect(await asViewer(moderator, (tx) => tx.select({ id: jointRequest.id }).from(jointRequest)), "the request itself stays with who lives there").toEqual([]);
    await step(me, mine, "withdrawn");
    expect(await asViewer(moderator, (tx) => tenantsWaiting(tx, id))).toContainEqual({ what: "yes", signUps: 2 });
  });

  it("is of a tenant's own sign-up, in a building that somebody manages, about what is bought", async () => {
    const { me, flatmate, sameStreet, id } = await town();
    const [mine, owners] = [await join(me, id, "tenant"), await join(flatmate, id, "owner")];
    expect(await ask(flatmate, owners)).toBe("not_yours");
    await expect(ask(sameStreet, mine)).rejects.toMatchObject({ status: 404 });
    const small = await join(sameStreet, id, "tenant");
    expect(await standing(sameStreet, small)).toMatchObject({ open: { whom: { why: "small" } } });
    expect(await ask(sameStreet, small)).toBe("nobody");
    const unmanaged = await town({ managed: false });
    const theirs = await join(unmanaged.me, unmanaged.id, "tenant");
    expect(await standing(unmanaged.me, theirs)).toMatchObject({ open: { whom: { why: "nobody" } } });
    expect(await ask(unmanaged.me, theirs)).toBe("nobody");
    expect(await ask(me, mine, crypto.randomUUID()), "an organisation that manages elsewhere").toBe("nobody");
    expect(await asWorker((tx) => tx.select().from(jointRequestPart).where(eq(jointRequestPart.householdId, me.householdId)))).toEqual([]);
  });

  it("ends when the household leaves the request, or the request goes", async () => {
    const { me, flatmate, id } = await town();
    const [mine, theirs] = [await join(me, id, "tenant"), await join(flatmate, id, "tenant")];
    await ask(me, mine);
    await ask(flatmate, theirs);
    const [request] = await requests(me.buildingId!);
    await asViewer(flatmate, (tx) => stopTakingPart(tx, flatmate, request!.id));
    expect((await signUpNow(theirs)).jointRequestId).toBeNull();
    expect((await signUpNow(mine)).jointRequestId).toBe(request!.id);
    expect(await asViewer(me, (tx) => withdrawRequest(tx, me, request!.id))).toBe(true);
    expect(await standing(me, mine), "what was taken back is asked no more").toMatchObject({ request: null, open: { join: null } });
    await asWorker((tx) => tx.delete(jointRequest).where(eq(jointRequest.id, request!.id)));
    expect((await signUpNow(mine)).jointRequestId).toBeNull();
  });
});
