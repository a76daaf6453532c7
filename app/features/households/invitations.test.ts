import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { householdInvitation } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { deliveredMails, tokenIn } from "../../../tests/support/mail.ts";
import { accountWithoutHome, dwelling, household, neighbourhood, resident } from "../../../tests/support/people.ts";
import { currentViewer, requireResident } from "../session/guards.server.ts";
import { limits } from "../session/rate-limits.server.ts";
import type { AccountViewer } from "../session/viewer.ts";
import { acceptInvitation, lookAtInvitation } from "./accept-invitation.server.ts";
import { inviteAdult, revokeInvitation } from "./invite-adult.server.ts";
import { readHousehold } from "./read-household.server.ts";

let visitors = 0;
const { request } = requestTo("/uitnodiging");
const asked = async (accountId: string) => requireResident(requestTo("/", await logIn(accountId)));

describe.each(databaseKinds)("inviting an adult on %s", (kind) => {
  testDatabase(kind);

  async function adult() {
    const made = await resident(await household(await dwelling((await neighbourhood()).code)), { displayName: "Noor" });
    return { ...made, viewer: await asked(made.residentId) };
  }
  async function invited(email = `${crypto.randomUUID()}@voorbeeld.test`) {
    const host = await adult();
    expect(await inviteAdult(host.viewer, email, `10.2.0.${++visitors}`)).toBeNull();
    const mail = (await deliveredMails()).find((each) => each.to === email);
    return { host, email, token: tokenIn(mail!) };
  }

  it("makes an account, a session and a place in the household, once; the other adult is told", async () => {
    const { host, email, token } = await invited();
    for (let look = 0; look < 3; look++) expect(await lookAtInvitation(token, null)).toEqual({ address: `Proefstraat ${host.dwelling.houseNumber}` });
    const answers = await Promise.all([acceptInvitation(token, null, request), acceptInvitation(token, null, request)].map((each) => each.catch(() => "lost the race")));
    const won = answers.filter((answer) => typeof answer === "object");
    expect(won).toHaveLength(1);
    const viewer = (await currentViewer(requestTo("/", (won[0] as { setCookie: string }).setCookie.split(";")[0]))) as AccountViewer;
    expect(viewer).toMatchObject({ householdId: host.householdId, welcomed: false });
    expect((await deliveredMails()).map((mail) => mail.to)).toEqual([host.email]);
    expect(await acceptInvitation(token, null, request)).toBe("expired");
    const page = await readHousehold(host.viewer);
    expect(page.adults.map((each) => [each.name, each.me])).toEqual([["Noor", true], [null, false]]);
    expect(JSON.stringify(page)).not.toContain(email);
    expect(page.email).toBe(host.email);
  });

  it("opens no account that exists: that has to be logged in", async () => {
    const known = await accountWithoutHome();
    const { host, token } = await invited(known.email);
    expect(await acceptInvitation(token, null, request)).toBe("log_in");
    const other = await adult();
    expect(await acceptInvitation(token, other.viewer, request)).toBe("log_in");
    const viewer = (await currentViewer(requestTo("/", await logIn(known.id)))) as AccountViewer;
    expect(await acceptInvitation(token, viewer, request)).toEqual({ setCookie: null });
    expect((await asked(known.id)).householdId).toBe(host.householdId);
  });

  it("takes nobody who has a home", async () => {
    const someone = await adult();
    const { token } = await invited(someone.email);
    expect(await lookAtInvitation(token, someone.viewer)).toBe("has_home");
    expect(await acceptInvitation(token, someone.viewer, request)).toBe("has_home");
  });

  it("ends after 14 days, when it is taken back, and when a new one is sent", async () => {
    const late = await invited();
    await asAuth((tx) => tx.update(householdInvitation).set({ expiresAt: sql`${householdInvitation.expiresAt} - interval '14 days'` }).where(eq(householdInvitation.email, late.email)));
    expect(await acceptInvitation(late.token, null, request)).toBe("expired");
    const back = await invited();
    const [open] = (await readHousehold(back.host.viewer)).invitations;
    expect(await revokeInvitation((await adult()).viewer, open!.id)).toBe(false);
    expect(await revokeInvitation(back.host.viewer, open!.id)).toBe(true);
    expect(await acceptInvitation(back.token, null, request)).toBe("expired");
    const twice = await invited();
    await inviteAdult(twice.host.viewer, twice.email, "10.2.1.1");
    expect(await acceptInvitation(twice.token, null, request)).toBe("expired");
    await deliveredMails();
  });

  it("sends a few a day from one household", async () => {
    const { viewer } = await adult();
    const answers = [];
    for (let each = 0; each < 7; each++) answers.push(await inviteAdult(viewer, `g${each}-${visitors}@voorbeeld.test`, `10.3.0.${each}`));
    expect(answers.filter((answer) => answer === null)).toHaveLength(limits.invitationPerHousehold.points);
    await deliveredMails();
  });
});
