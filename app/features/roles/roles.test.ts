import { and, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account, roleInvitation, session } from "../../../db/schema/auth.ts";
import { consent, roleEvent, roleGrant } from "../../../db/schema/people.ts";
import { organisation } from "../../../db/schema/register.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { deliveredMails, type SentMail } from "../../../tests/support/mail.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { accountWithoutHome, moderatorOf, officialOf } from "../../../tests/support/people.ts";
import { withdrawConsent } from "../privacy/withdraw-consent.server.ts";
import { requestErasure } from "../privacy/request-erasure.server.ts";
import { requireFreshModerator } from "../session/fresh-step.server.ts";
import { currentViewer, requireModerator, requireOfficial, requireResident } from "../session/guards.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { addOrganisation } from "../organisations/add-organisation.server.ts";
import { serveNeighbourhood } from "../neighbourhood/serve-neighbourhood.server.ts";
import { acceptRoleInvitation, declineRoleInvitation, lookAtRoleInvitation } from "./answer-invitation.server.ts";
import { sendInvitationAgain, takeBackInvitation } from "./change-invitation.server.ts";
import { endHeldRole } from "./end-held-role.server.ts";
import { closeLapsedRoles } from "./end-roles.server.ts";
import { endRole } from "./end-role.server.ts";
import { extendRole } from "./extend-role.server.ts";
import { grantRole } from "./grant-role.server.ts";
import { heldRoles } from "./held-roles.server.ts";
import { helpHere } from "./help-here.server.ts";
import { type GivenRole, inviteToRole } from "./invite-to-role.server.ts";
import { ownRoles } from "./own-roles.server.ts";
import { mostMails, pendingInvitations } from "./pending-invitations.server.ts";
import { dayAfter, today } from "./role-days.ts";
import { roleLog } from "./role-log.server.ts";
import { showContactPerson } from "./show-contact-person.server.ts";

let visitors = 0;
const ip = () => `10.9.${Math.floor(++visitors / 250)}.${visitors % 250}`;
const { request } = requestTo("/rol");
const tokenOf = (mails: SentMail[], to: string) => /\/rol\/([\w-]{43})/.exec(mails.find((mail) => mail.to === to)!.text)![1]!;
const asked = async (accountId: string, how = { staff: false }) => (await currentViewer(requestTo("/", await logIn(accountId, how)))) as AccountViewer;
const days = { startsOn: today(), endsOn: dayAfter({ years: 1 }) };
const nowhere = { neighbourhoodCode: null, municipalityCode: null, streetId: null, buildingId: null };

describe.each(databaseKinds)("roles on %s", (kind) => {
  testDatabase(kind);

  async function town() {
    const made = await neighbours();
    const { viewer, cookie } = await moderator(made.here.code);
    return { ...made, viewer, cookie };
  }
  const given = (code: string, role: Partial<GivenRole> = {}): GivenRole => ({ role: "moderator", ...nowhere, neighbourhoodCode: code, ...days, ...role });
  async function invited(by: AccountViewer, role: GivenRole, email = `${crypto.randomUUID()}@voorbeeld.test`) {
    expect(await inviteToRole(by, { ...role, email, locale: "nl" }, ip())).toBeNull();
    const mails = await deliveredMails();
    const mail = mails.find(({ to }) => to === email)!;
    return { email, token: tokenOf(mails, email), mail };
  }

  it("are given by a mail that is answered once: an account is made, and the role works at the next request", async () => {
    const { viewer, here } = await town();
    await addOrganisation({ kind: "cooperative", name: `Energie ${here.code}`, municipalityCode: null });
    await serveNeighbourhood(here.code, true, `Energie ${here.code}`);
    const { email, token, mail } = await invited(viewer, given(here.code));
    expect(mail.text).toContain("beheerder van Proefbuurt");
    for (let look = 0; look < 3; look++) {
      expect(await lookAtRoleInvitation(token, null)).toMatchObject({ role: "moderator", neighbourhoodName: "Proefbuurt", organisation: `Energie ${here.code}`, ...days, isNew: true });
    }
    const answers = await Promise.all([1, 2].map(() => acceptRoleInvitation(token, null, request).catch(() => "lost the race")));
    const won = answers.filter((answer) => typeof answer === "object");
    expect(won).toHaveLength(1);
    const cookie = (won[0] as { setCookie: string }).setCookie.split(";")[0];
    const accepted = (await currentViewer(requestTo("/", cookie))) as AccountViewer;
    expect(accepted).toMatchObject({ mayModerate: [here.code], moderates: [] });
    await expect(requireModerator(requestTo("/beheer", cookie))).rejects.toMatchObject({ status: 302 });
    expect(await acceptRoleInvitation(token, accepted, request)).toBe("expired");
    expect((await heldRoles(viewer, "beheer")).map(({ name, until, mine }) => [name, until, mine])).toEqual(expect.arrayContaining([[email, days.endsOn, false]]));
    expect((await roleLog(viewer, "beheer")).map(({ deed, by, whom }) => [deed, by, whom])).toEqual([["accepted", { email }, { email }], ["invited", "me", { email }]]);
  });

  it("are answered by the account that was invited, and by no other", async () => {
    const { viewer, here, sameStreet } = await town();
    const known = await accountWithoutHome();
    const { token } = await invited(viewer, given(here.code), known.email);
    for (const other of [null, sameStreet, viewer]) {
      expect(await lookAtRoleInvitation(token, other)).toBe("log_in");
      expect(await acceptRoleInvitation(token, other, request)).toBe("log_in");
      expect(await declineRoleInvitation(token, other)).toBe(false);
    }
    const self = await asked(known.id);
    expect(await acceptRoleInvitation(token, self, request)).toMatchObject({ role: "moderator", setCookie: null });
    const again = await invited(viewer, given(here.code), known.email);
    expect(await acceptRoleInvitation(again.token, await asked(known.id), request)).toBe("has_role");
  });

  it("are declined as easily, and not given after that, after a withdrawal, or after 14 days", async () => {
    const { viewer, here } = await town();
    const no = await invited(viewer, given(here.code));
    expect(await declineRoleInvitation(no.token, null)).toBe(true);
    expect([await acceptRoleInvitation(no.token, null, request), await declineRoleInvitation(no.token, null)]).toEqual(["expired", false]);
    expect(await asAuth((tx) => tx.select().from(account).where(eq(account.email, no.email)))).toEqual([]);

    const withdrawn = await invited(viewer, given(here.code));
    const [open] = await pendingInvitations(viewer, "beheer");
    const far = await moderator((await neighbours()).here.code);
    expect(await takeBackInvitation(far.viewer, "beheer", open!.id)).toBe(false);
    expect(await takeBackInvitation(viewer, "gemeente", open!.id)).toBe(false);
    expect(await takeBackInvitation(viewer, "beheer", open!.id)).toBe(true);
    expect([await acceptRoleInvitation(withdrawn.token, null, request), await takeBackInvitation(viewer, "beheer", open!.id)]).toEqual(["expired", false]);

    const late = await invited(viewer, given(here.code));
    await asAuth((tx) => tx.update(roleInvitation).set({ expiresAt: sql`now()` }).where(eq(roleInvitation.email, late.email)));
    expect(await acceptRoleInvitation(late.token, null, request)).toBe("expired");
    const lost = await invited(viewer, given(here.code));
    await asWorker((tx) => tx.update(roleGrant).set({ endedAt: sql`now()` }).where(eq(roleGrant.accountId, viewer.accountId)));
    expect(await acceptRoleInvitation(lost.token, null, request), "who invited lost the role").toBe("expired");
  });

  it("are mailed again with the same link, four times at most; a colleague sees no address", async () => {
    const { viewer, here } = await town();
    const { email, token } = await invited(viewer, given(here.code));
    const colleague = await moderator(here.code);
    const [theirs] = await pendingInvitations(colleague.viewer, "beheer");
    expect(theirs).toMatchObject({ email: null, mayResend: true });
    for (let sent = 1; sent < mostMails; sent++) {
      expect(await sendInvitationAgain(colleague.viewer, "beheer", theirs!.id, ip())).toBeNull();
      expect(tokenOf(await deliveredMails(), email)).toBe(token);
    }
    expect(await sendInvitationAgain(viewer, "beheer", theirs!.id, ip())).toBe("none");
    expect(JSON.stringify(await pendingInvitations(colleague.viewer, "beheer"))).not.toContain(email);
  });

  it("end at the next request, with a mail; the last moderator stays", async () => {
    const { viewer, cookie, here } = await town();
    const colleague = await moderator(here.code);
    const own = (await heldRoles(viewer, "beheer")).find(({ mine }) => mine)!;
    const theirs = (await heldRoles(viewer, "beheer")).find(({ mine }) => !mine)!;
    expect(await endHeldRole(viewer, theirs.id)).toBe("ended");
    expect((await deliveredMails()).map(({ subject }) => subject)).toEqual(["Je rol bij Buurhof is voorbij"]);
    await expect(requireModerator(requestTo("/beheer", colleague.cookie))).rejects.toMatchObject({ status: 404 });
    expect(await endHeldRole(viewer, own.id)).toBe("last");
    await expect(requireModerator(requestTo("/beheer", cookie))).resolves.toBeTruthy();
  });

  it("work from the first day to the last: a session loses its rights when that is over", async () => {
    const { here } = await town();
    const tomorrow = new Date(Date.now() + 36 * 3_600_000).toISOString().slice(0, 10);
    const { viewer, cookie } = await moderator(here.code);
    const mine = eq(roleGrant.accountId, viewer.accountId);
    await asWorker((tx) => tx.update(roleGrant).set({ startsOn: tomorrow }).where(mine));
    await expect(requireModerator(requestTo("/beheer", cookie))).rejects.toMatchObject({ status: 404 });
    await asWorker((tx) => tx.update(roleGrant).set({ startsOn: "2026-01-01", endsOn: today() }).where(mine));
    await expect(requireModerator(requestTo("/beheer", cookie))).resolves.toBeTruthy();
    await asWorker((tx) => tx.update(roleGrant).set({ endsOn: "2026-01-02" }).where(mine));
    await expect(requireModerator(requestTo("/beheer", cookie))).rejects.toMatchObject({ status: 404 });
    await asWorker(closeLapsedRoles);
    expect(await asWorker((tx) => tx.select({ ended: sql<boolean>`ended_at is not null` }).from(roleGrant).where(mine))).toEqual([{ ended: true }]);
  });

  it("ask for the second step again before anything of them is changed", async () => {
    const { cookie, viewer } = await town();
    await expect(requireFreshModerator(requestTo("/beheer/rollen", cookie))).resolves.toBeTruthy();
    await asAuth((tx) => tx.update(session).set({ secondFactorAt: sql`now() - interval '11 minutes'` }).where(eq(session.accountId, viewer.accountId)));
    await expect(requireFreshModerator(requestTo("/beheer/rollen", cookie))).rejects.toMatchObject({ status: 302 });
  });

  it("of officials are given by officials; their last day is changed by another one only", async () => {
    const { here } = await town();
    const { id } = await accountWithoutHome();
    await officialOf(id, here.municipalityCode);
    const official = await requireOfficial(requestTo("/gemeente", await logIn(id, { staff: true })));
    const { token, email } = await invited(official, { ...nowhere, role: "official", municipalityCode: here.municipalityCode, ...days });
    await acceptRoleInvitation(token, null, request);
    const roles = await heldRoles(official, "gemeente");
    const theirs = roles.find(({ name }) => name === email)!;
    expect(roles).toHaveLength(2);
    expect(await extendRole(official, theirs.id, dayAfter({ years: 2 }))).toBe("changed");
    expect((await heldRoles(official, "gemeente", theirs.id))[0]).toMatchObject({ until: dayAfter({ years: 2 }) });
    const self = await asked(await accountIdOf(email), { staff: true });
    expect(await extendRole(self, theirs.id, days.endsOn)).toBe("own");
    expect(await heldRoles(official, "beheer")).toEqual([]);
  });

  it("of a contact person are for who lives there, shown after a yes, and stop at once", async () => {
    const { viewer, here, me, flatmate, sameStreet, otherStreet } = await town();
    const contact = given(here.code, { role: "contact_person", streetId: me.streetId });
    const far = await invited(viewer, contact, otherStreet.email);
    expect(await acceptRoleInvitation(far.token, otherStreet, request)).toBe("no_home");
    const { token } = await invited(viewer, contact, me.email);
    const accepted = (await acceptRoleInvitation(token, me, request)) as { grantId: string };
    const resident = await requireResident(requestTo("/", await logIn(me.accountId)));
    expect(resident.contactFor).toEqual({ streets: [{ streetId: me.streetId, neighbourhoodCode: here.code }], buildings: [] });
    const [ends] = await asAuth((tx) => tx.select({ far: sql<boolean>`max(expires_at) > now() + interval '1 day'` }).from(session).where(eq(session.accountId, me.accountId)));
    expect(ends, "a contact person is no staff: the session lasts as long as any resident's").toEqual({ far: true });
    const seenBy = async (who: typeof me) => (await asViewer(who, (tx) => helpHere(tx, who)))?.contacts.length ?? 0;
    expect(await seenBy(sameStreet)).toBe(0);
    await asViewer(resident, (tx) => showContactPerson(tx, resident, accepted.grantId, true));
    expect([await seenBy(sameStreet), await seenBy(flatmate), await seenBy(otherStreet)]).toEqual([1, 1, 0]);
    expect(await asViewer(sameStreet, (tx) => showContactPerson(tx, sameStreet, accepted.grantId, false)), "somebody else's").toBe(false);
    const [given_] = await asViewer(resident, (tx) => tx.select({ id: consent.id }).from(consent).where(and(eq(consent.purpose, "contact_person"), sql`withdrawn_at is null`)));
    expect(await asViewer(resident, (tx) => withdrawConsent(tx, resident, given_!.id))).toBe(true);
    expect([await seenBy(sameStreet), (await ownRoles(resident))[0]?.shown]).toEqual([0, false]);
    await asViewer(resident, (tx) => showContactPerson(tx, resident, accepted.grantId, true));
    expect((await heldRoles(viewer, "beheer")).find(({ id }) => id === accepted.grantId)).toMatchObject({ name: me.email, role: "contact_person" });
    const colleague = await moderator(here.code);
    expect((await heldRoles(colleague.viewer, "beheer")).find(({ id }) => id === accepted.grantId)).toMatchObject({ name: null });
    expect(await endHeldRole(resident, accepted.grantId)).toBe("ended");
    expect([await seenBy(sameStreet), await ownRoles(resident)]).toEqual([0, []]);
  });

  it("end when somebody leaves; the log keeps that, and says nothing of who is gone", async () => {
    const { viewer, here } = await town();
    const leaver = await accountWithoutHome();
    await moderatorOf(leaver.id, here.code);
    await requestErasure(await asked(leaver.id, { staff: true }));
    expect((await roleLog(viewer, "beheer")).map(({ deed, by }) => [deed, by])).toEqual([["ended", { email: leaver.email }]]);
    await asAuth((tx) => tx.delete(account).where(eq(account.id, leaver.id)));
    expect((await roleLog(viewer, "beheer")).map(({ deed, by }) => [deed, by])).toEqual([["ended", "somebody"]]);
  });

  it("are given and ended by who runs the site, with a last day where one is named", async () => {
    const { here } = await neighbours();
    const email = `${crypto.randomUUID()}@voorbeeld.test`;
    const role = { role: "moderator", neighbourhoodCode: here.code } as const;
    expect([await grantRole(email, role, days.endsOn), await grantRole(email, role)]).toEqual([true, false]);
    expect([await endRole(email, role), await endRole(email, role)]).toEqual([true, false]);
    const deeds = await asWorker((tx) => tx.select({ deed: roleEvent.deed, actor: roleEvent.actorId }).from(roleEvent).where(eq(roleEvent.neighbourhoodCode, here.code)).orderBy(roleEvent.at));
    expect(deeds).toEqual([{ deed: "granted", actor: null }, { deed: "ended", actor: null }]);
  });

  it("hang on a cooperative that serves what is open, and on nothing that is closed", async () => {
    const { here } = await neighbours();
    const name = `Samen ${here.code}`;
    await expect(serveNeighbourhood(here.code, true, name)).rejects.toThrow(/There is no cooperative/);
    expect([await addOrganisation({ kind: "cooperative", name, municipalityCode: null }), await addOrganisation({ kind: "cooperative", name, municipalityCode: null })]).toEqual([true, false]);
    await serveNeighbourhood(here.code, true, name);
    await serveNeighbourhood(here.code, true);
    const serving = () => asWorker((tx) => tx.select({ name: organisation.name, served: sql<boolean>`n.served` }).from(organisation).innerJoin(sql`neighbourhood n`, sql`n.served_by = ${organisation.id}`).where(sql`n.code = ${here.code}`));
    expect(await serving()).toEqual([{ name, served: true }]);
    await serveNeighbourhood(here.code, false);
    expect(await serving()).toEqual([]);
    await expect(asWorker((tx) => tx.execute(sql`update neighbourhood set served_by = (select id from organisation limit 1) where code = ${here.code}`))).rejects.toThrow();
  });

  const accountIdOf = async (email: string) => (await asAuth((tx) => tx.select({ id: account.id }).from(account).where(eq(account.email, email))))[0]!.id;
});
