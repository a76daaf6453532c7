import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as inFolder } from "node:path";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { replayJournal } from "../../../db/replay-journal.server.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { jointRequest, jointRequestAnswer, jointRequestPart } from "../../../db/schema/joint.ts";
import { consent, roleGrant } from "../../../db/schema/people.ts";
import { organisation } from "../../../db/schema/register.ts";
import { block as blockTable } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { deliveredMails } from "../../../tests/support/mail.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { asResident, neighbours } from "../../../tests/support/neighbours.ts";
import { accountWithoutHome, dwelling, household, resident, type TestDwelling } from "../../../tests/support/people.ts";
import { action as answerPage } from "../../routes/verzoeken-aan-mij.$id.tsx";
import { action as invite } from "../../routes/beheer.rollen_.uitnodigen.tsx";
import { blockNeighbour } from "../blocks/block-neighbour.server.ts";
import { changeDisplayName } from "../households/change-display-name.server.ts";
import { moveOut } from "../households/move-out.server.ts";
import { splitHousehold } from "../households/split-household.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { eraseDue } from "../privacy/erase-due.server.ts";
import { forgetTraces } from "../privacy/forget-traces.server.ts";
import { ownData } from "../../../tests/support/own-data.ts";
import { requestErasure } from "../privacy/request-erasure.server.ts";
import { withdrawConsent } from "../privacy/withdraw-consent.server.ts";
import { acceptRoleInvitation, lookAtRoleInvitation } from "../roles/answer-invitation.server.ts";
import { endHeldRole } from "../roles/end-held-role.server.ts";
import { ownRoles } from "../roles/own-roles.server.ts";
import { dayAfter, today } from "../roles/role-days.ts";
import { currentViewer, requirePropertyManager, requireResident } from "../session/guards.server.ts";
import type { AccountViewer, PropertyManager, Resident } from "../session/viewer.ts";
import { answerRequest } from "./answer-request.server.ts";
import { buildingRequests, namesIn } from "./building-requests.server.ts";
import { requestsToMe } from "./requests-to-me.server.ts";
import { startRequest } from "./start-request.server.ts";
import { stopTakingPart } from "./stop-taking-part.server.ts";
import { takePart } from "./take-part.server.ts";
import { whomToAsk } from "./whom-to-ask.server.ts";
import { restoreRequest, withdrawRequest } from "./withdraw-request.server.ts";

const viewerOf = async (accountId: string) => (await currentViewer(requestTo("/", await logIn(accountId)))) as AccountViewer;
const text = "Mogen er zonnepanelen op het dak?";
const start = (who: Resident, organisationId: string, withName = false) => asViewer(who, (tx) => startRequest(tx, who, { organisationId, kind: "solar_panels", text, withName }));
const join = (who: Resident, id: string, withName = false) => asViewer(who, (tx) => takePart(tx, who, id, withName));
const leave = (who: Resident, id: string) => asViewer(who, (tx) => stopTakingPart(tx, who, id));
const seen = async (who: Resident, id: string) => (await asViewer(who, (tx) => buildingRequests(tx, who, id)))[0];
const names = (who: Resident, id: string) => asViewer(who, (tx) => namesIn(tx, id));
const partsOf = (id: string) => asWorker((tx) => tx.select().from(jointRequestPart).where(eq(jointRequestPart.requestId, id)));

describe.each(databaseKinds)("joint requests on %s", (kind) => {
  const database = testDatabase(kind);

  async function managed(homesInBuilding = 12) {
    const town = await neighbours({ homesInBuilding });
    const door = await dwelling(town.here.code, { streetId: town.me.streetId, buildingId: town.me.buildingId! });
    const third = asResident(await resident(await household(door), { displayName: "Tineke" }), { displayName: "Tineke" });
    const made = await manage(town.here.code, town.me.buildingId!);
    return { ...town, third, ...made };
  }
  async function manage(neighbourhoodCode: string, buildingId: string, organisationId?: string) {
    const { id: accountId, email } = await accountWithoutHome();
    const asked = await asWorker(async (tx) => {
      const [known] = organisationId ? [{ id: organisationId }] : await tx.insert(organisation).values({ kind: "housing_corporation", name: `Wonen ${accountId}` }).returning({ id: organisation.id });
      await tx.insert(roleGrant).values({ accountId, role: "property_manager", neighbourhoodCode, buildingId, organisationId: known!.id });
      return known!.id;
    });
    return { organisationId: asked, email, manager: (await viewerOf(accountId)) as PropertyManager };
  }
  async function sent() {
    const all = await managed();
    const id = (await start(all.me, all.organisationId))!;
    await join(all.flatmate, id);
    await join(all.third, id, true);
    return { ...all, id };
  }

  it("are for who was invited for a building: by a form, accepted as any role, without a second step and without a feed", async () => {
    const { here, me } = await neighbours({ homesInBuilding: 12 });
    const { viewer, cookie } = await moderator(here.code);
    const home = (me as unknown as { dwelling: TestDwelling }).dwelling;
    const email = `${crypto.randomUUID()}@voorbeeld.test`;
    const fields = { role: "property_manager", email, locale: "nl", startsOn: today(), endsOn: dayAfter({ years: 1 }), postcode: home.postcode, number: String(home.houseNumber) };
    const send = async (more: Record<string, string>) => {
      const { request } = requestTo("/beheer/rollen/uitnodigen", cookie, { method: "POST", body: new URLSearchParams({ ...fields, ...more }) });
      return invite({ request, context: { nonce: "n", ip: "10.8.0.1" }, params: {} });
    };
    expect(await send({ organisationName: "De Woonbond" })).toMatchObject({ data: { errors: { organisationKind: expect.any(String) } } });
    expect(await send({ organisationKind: "cooperative", organisationName: "De Woonbond" })).toMatchObject({ data: { errors: { organisationKind: expect.any(String) } } });
    expect(await send({ organisationKind: "landlord", organisationName: " " })).toMatchObject({ data: { errors: { organisationName: expect.any(String) } } });
    expect(await send({ organisationKind: "landlord", organisationName: "  B.  Huisbaas " })).toMatchObject({ status: 303 });
    const mail = (await deliveredMails()).find(({ to }) => to === email)!;
    const token = /\/rol\/([\w-]{43})/.exec(mail.text)![1]!;
    expect(await lookAtRoleInvitation(token, null)).toMatchObject({ role: "property_manager", manager: "B. Huisbaas", isNew: true });
    const accepted = (await acceptRoleInvitation(token, null, requestTo("/rol").request)) as { setCookie: string; grantId: string };
    const at = requestTo("/verzoeken-aan-mij", accepted.setCookie.split(";")[0]);
    const manager = await requirePropertyManager(at);
    expect(manager).toMatchObject({ manages: [{ buildingId: me.buildingId }], mayModerate: [], householdId: null });
    expect(await requireResident(requestTo("/buurt", accepted.setCookie.split(";")[0])).catch((thrown: Response) => thrown.headers.get("Location"))).toBe("/verzoeken-aan-mij");
    await expect(requirePropertyManager(requestTo("/verzoeken-aan-mij", cookie))).rejects.toMatchObject({ status: 404 });
    expect(await ownRoles(manager)).toMatchObject([{ manager: "B. Huisbaas" }]);
    expect(await asViewer(me, (tx) => whomToAsk(tx, me))).toMatchObject({ managers: [{ name: "B. Huisbaas" }] });
    // Who stops is asked nothing any more, from the next request on.
    expect(await endHeldRole(manager, accepted.grantId)).toBe("ended");
    expect((await viewerOf(manager.accountId)).manages).toEqual([]);
    expect(await asViewer(me, (tx) => whomToAsk(tx, me))).toEqual({ managers: [], why: "nobody" });
    expect(await endHeldRole(viewer, accepted.grantId)).toBeNull();
  });

  it("are sent by the third household: before that who manages sees nothing, and after it no more than was agreed", async () => {
    const { me, housemate, flatmate, third, sameStreet, stranger, manager, email, organisationId } = await managed();
    const id = (await start(me, organisationId))!;
    await join(flatmate, id, true);
    expect(await join(housemate, id), "the same household again").toBe(true);
    expect(await requestsToMe(manager)).toEqual([]);
    expect((await deliveredMails()).filter(({ to }) => to === email)).toEqual([]);
    expect(await seen(third, id)).toMatchObject({ households: 2, sentAt: null, joined: false, mine: false });
    for (const other of [sameStreet, stranger]) {
      expect(await seen(other, id)).toBeUndefined();
      expect(await join(other, id)).toBe(false);
    }
    await join(third, id, true);
    expect(await requestsToMe(manager)).toEqual([
      { id, organisation: expect.stringContaining("Wonen"), address: expect.stringContaining("Proefstraat"), kind: "solar_panels", text, sentAt: expect.any(Date), households: 3, names: ["Tineke"], answers: [] },
    ]);
    const [mail] = (await deliveredMails()).filter(({ to }) => to === email);
    expect(mail!.text).not.toContain(text);
    const raw = await asViewer(manager, async (tx) => [await tx.select().from(jointRequest), await tx.select().from(jointRequestPart)]);
    expect(raw, "not from the tables either").toEqual([[], []]);
    // Below three there is no number, so nobody sees that somebody left.
    await leave(flatmate, id);
    expect(await requestsToMe(manager, id)).toMatchObject([{ households: null, names: ["Tineke"] }]);
    expect(await seen(me, id)).toMatchObject({ households: 2, sentAt: expect.any(Date) });
  });

  it("are answered, and answered anew: residents read both, and who takes part gets a line by mail", async () => {
    const { me, third, sameStreet, manager, id } = await sent();
    await deliveredMails();
    expect(await answerRequest(manager, id, { answer: "later", byDay: dayAfter({ years: 1 }), text: null })).toBe("answered");
    const mails = await deliveredMails();
    expect(mails).toHaveLength(3);
    expect(mails.every((mail) => !mail.text.includes(text))).toBe(true);
    expect(await answerRequest(manager, id, { answer: "no", byDay: null, text: "Het dak is te oud" })).toBe("answered");
    expect((await seen(me, id))!.answers).toMatchObject([{ answer: "no", text: "Het dak is te oud" }, { answer: "later", byDay: dayAfter({ years: 1 }) }]);
    expect((await requestsToMe(manager, id))[0]!.answers).toHaveLength(2);
    for (let more = 0; more < 3; more++) await answerRequest(manager, id, { answer: "yes", byDay: today(), text: null });
    expect(await answerRequest(manager, id, { answer: "yes", byDay: today(), text: null })).toBe("too_many");
    await expect(answerRequest(manager, id, { answer: "yes", byDay: "2020-01-01", text: null })).resolves.toBe("too_many");
    expect(await answerRequest(third as unknown as PropertyManager, id, { answer: "no", byDay: null, text: "Nee hoor" })).toBeNull();
    expect(await seen(sameStreet, id)).toBeUndefined();
    expect((await ownData(manager)).jointRequestAnswer).toHaveLength(5);
    expect((await ownData(third)).jointRequestAnswer).toEqual([]);
  });

  it("are read by who manages that building, and not by who manages another for the same organisation", async () => {
    const { here, me, sameStreet, organisationId, id } = await sent();
    const { manager: colleague } = await manage(here.code, me.buildingId!, organisationId);
    const { manager: elsewhere } = await manage(here.code, sameStreet.buildingId!, organisationId);
    const { manager: competitor } = await manage(here.code, me.buildingId!);
    expect(await requestsToMe(colleague)).toHaveLength(1);
    for (const other of [elsewhere, competitor]) {
      expect(await requestsToMe(other)).toEqual([]);
      const args = requestTo(`/verzoeken-aan-mij/${id}`, await logIn(other.accountId), { method: "POST", body: new URLSearchParams({ answer: "no", text: "Nee hoor" }) });
      await expect(answerPage({ ...args, params: { id } } as never)).rejects.toMatchObject({ status: 404 });
    }
  });

  it("are not for a building of two homes, nor for who doesn't manage it: the database refuses it", async () => {
    const { me, organisationId } = await managed(2);
    expect(await asViewer(me, (tx) => whomToAsk(tx, me))).toEqual({ managers: [], why: "small" });
    expect(await start(me, organisationId)).toBeNull();
    const insert = (who: Resident, asked: string) =>
      asViewer(who, (tx) => tx.insert(jointRequest).values({ neighbourhoodCode: who.neighbourhoodCode, buildingId: who.buildingId!, organisationId: asked, kind: "glazing", text, startedBy: who.residentId }));
    await expect(insert(me, organisationId)).rejects.toThrow();
    const large = await managed();
    await expect(insert(large.me, organisationId)).rejects.toThrow();
    await insert(large.me, large.organisationId);
  });

  it("show no name of who is blocked, and count them all the same", async () => {
    const { me, third, flatmate, id } = await sent();
    await asViewer(third, (tx) => shareMeasure(tx, third, { kind: "green_roof", state: "done", year: 2022, costRange: null, doneBy: null, audience: "neighbourhood" }));
    expect(await names(me, id)).toEqual(["Tineke"]);
    await asViewer(me, (tx) => blockNeighbour(tx, me, { householdId: third.householdId, shownName: "Tineke", streetId: third.streetId } as never));
    expect([await names(me, id), await names(flatmate, id)]).toEqual([[], ["Tineke"]]);
    expect(await seen(me, id)).toMatchObject({ households: 3 });
  });

  it("are not seen by who blocked their writer, nor by whom the writer blocked, until they take part themselves", async () => {
    const { me, housemate, flatmate, third, organisationId } = await managed();
    const block = (by: Resident, of: Resident) => asWorker((tx) => tx.insert(blockTable).values({ residentId: by.residentId, blockedHouseholdId: of.householdId, neighbourhoodCode: of.neighbourhoodCode, streetId: of.streetId }));
    const counted = (who: Resident, id: string) => asViewer(who, (tx) => tx.select({ households: sql`c.households` }).from(sql`viewer.joint_request_counts() c`).where(sql`c.request_id = ${id}`));
    const [blocked, joined] = [(await start(third, organisationId))!, (await start(third, organisationId))!];
    const mine = (await start(me, organisationId))!;
    await join(me, joined);
    await block(me, third);
    // What one takes part in is one's own too; a housemate blocked nobody; in neither direction does anybody else see a difference.
    const inSight = async (who: Resident) => (await Promise.all([blocked, joined, mine].map((id) => seen(who, id)))).map((found) => found !== undefined);
    expect([await inSight(me), await inSight(third), await inSight(flatmate)]).toEqual([[false, true, true], [true, true, false], [true, true, true]]);
    expect(await asViewer(me, (tx) => buildingRequests(tx, me))).toHaveLength(2);
    expect([await join(me, blocked), await join(third, mine)]).toEqual([false, false]);
    expect([(await counted(me, blocked)).length, (await counted(me, joined)).length]).toEqual([0, 1]);
    await leave(me, joined);
    expect(await inSight(me)).toEqual([false, false, true]);
    expect(await seen(housemate, blocked)).toBeDefined();
    expect(await seen(third, joined)).toMatchObject({ households: 1 });
  });

  it("are taken back by who started them, and put back for seven days; then they are forgotten with their consents", async () => {
    const { me, housemate, third, manager, id } = await sent();
    for (const other of [housemate, third]) expect(await asViewer(other, (tx) => withdrawRequest(tx, other, id))).toBe(false);
    expect(await asViewer(me, (tx) => withdrawRequest(tx, me, id))).toBe(true);
    expect([await seen(third, id), await requestsToMe(manager), await join(third, id)]).toEqual([undefined, [], false]);
    expect(await asViewer(third, (tx) => restoreRequest(tx, third, id))).toBe(false);
    expect(await asViewer(me, (tx) => restoreRequest(tx, me, id))).toBe(true);
    expect([(await seen(third, id))!.households, (await requestsToMe(manager)).length]).toEqual([3, 1]);
    await asViewer(me, (tx) => withdrawRequest(tx, me, id));
    await asWorker((tx) => tx.update(jointRequest).set({ withdrawnAt: sql`now() - interval '8 days'` }).where(eq(jointRequest.id, id)));
    expect(await asViewer(me, (tx) => restoreRequest(tx, me, id))).toBe(false);
    await forgetTraces();
    const left = await asWorker(async (tx) => [await tx.select().from(jointRequest).where(eq(jointRequest.id, id)), await tx.select().from(jointRequestPart).where(eq(jointRequestPart.requestId, id)), await tx.select().from(jointRequestAnswer).where(eq(jointRequestAnswer.requestId, id))]);
    expect(left).toEqual([[], [], []]);
    const open = await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(sql`${consent.subjectId} = ${id} and ${consent.withdrawnAt} is null`));
    expect(open).toEqual([]);
  });

  it("lose who leaves them by their consent, by moving out or by a household of their own; a new name shows, none stays none", async () => {
    const { me, housemate, flatmate, third, id } = await sent();
    await asViewer(third, (tx) => changeDisplayName(tx, third, "Tine"));
    await asViewer(flatmate, (tx) => changeDisplayName(tx, flatmate, "Fien"));
    expect(await names(me, id)).toEqual(["Tine"]);
    const [given] = await asWorker((tx) => tx.select({ id: consent.id, text: consent.textShown }).from(consent).where(sql`${consent.subjectId} = ${id} and ${consent.householdId} = ${third.householdId}`));
    expect(given!.text).toContain("aantal huishoudens");
    expect(await asViewer(third, (tx) => withdrawConsent(tx, third, given!.id))).toBe(true);
    expect((await partsOf(id)).map(({ householdId }) => householdId).sort()).toEqual([me.householdId, flatmate.householdId].sort());
    await moveOut(flatmate);
    expect(await partsOf(id)).toHaveLength(1);
    expect(await splitHousehold(me)).toBe("split");
    expect(await partsOf(id)).toEqual([]);
    expect(await seen(housemate, id)).toMatchObject({ households: 0, sentAt: expect.any(Date) });
  });

  it("forget who is erased, and stay for those who still take part", async () => {
    const { me, housemate, third, manager, id } = await sent();
    await answerRequest(manager, id, { answer: "no", byDay: null, text: "Het dak is te oud" });
    for (const one of [me, housemate, manager]) await requestErasure(one);
    expect(await partsOf(id), "at once").toHaveLength(2);
    await asWorker((tx) => tx.update(erasure).set({ dueAt: sql`now()` }));
    await eraseDue();
    const [left] = await asWorker((tx) => tx.select({ startedBy: jointRequest.startedBy, answeredBy: jointRequestAnswer.answeredBy }).from(jointRequest).innerJoin(jointRequestAnswer, eq(jointRequestAnswer.requestId, jointRequest.id)).where(eq(jointRequest.id, id)));
    expect(left).toEqual({ startedBy: null, answeredBy: null });
    expect(await seen(third, id)).toMatchObject({ text, households: 2, answers: [{ answer: "no" }] });
  });

  it("stay taken back, and left, when a backup from before is restored", async () => {
    vi.stubEnv("JOURNAL_FILE", inFolder(mkdtempSync(inFolder(tmpdir(), "buurhof-journal-")), "journal.txt"));
    const { me, flatmate, third, id } = await sent();
    const other = (await start(me, (await asWorker((tx) => tx.select().from(jointRequest).where(eq(jointRequest.id, id))))[0]!.organisationId))!;
    const before = await partsOf(id);
    const agreed = await asWorker((tx) => tx.select({ id: consent.id }).from(consent).where(sql`${consent.subjectId} = ${id} and ${consent.householdId} = ${flatmate.householdId}`));
    await leave(flatmate, id);
    await asViewer(me, (tx) => withdrawRequest(tx, me, other));
    await asWorker(async (tx) => {
      await tx.insert(jointRequestPart).values(before.find(({ householdId }) => householdId === flatmate.householdId)!);
      await tx.update(consent).set({ withdrawnAt: null }).where(eq(consent.id, agreed[0]!.id));
      await tx.update(jointRequest).set({ withdrawnAt: null }).where(eq(jointRequest.id, other));
    });
    await asOwner(database, "delete from journal_entry");
    await replayJournal(database.connection);
    expect((await partsOf(id)).map(({ householdId }) => householdId)).not.toContain(flatmate.householdId);
    expect([await seen(third, other), (await seen(third, id))!.households]).toEqual([undefined, 2]);
    vi.unstubAllEnvs();
  });
});
