import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account, mailProof, passkeyChallenge, rateLimit, session, signup } from "../../../db/schema/auth.ts";
import { joinRequest } from "../../../db/schema/people.ts";
import { appeal, letter, missingAddress, outbox, report } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn } from "../../../tests/support/log-in.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { accountWithoutHome, dwelling, household, moderatorOf, neighbourhood, resident } from "../../../tests/support/people.ts";
import { forgetAccounts } from "./forget-accounts.server.ts";
import { forgetTraces } from "./forget-traces.server.ts";

const days = (count: number) => sql`now() - make_interval(days => ${count}::int)`;
const ageAccount = (id: string, count: number) => asAuth((tx) => tx.update(account).set({ createdAt: days(count) }).where(eq(account.id, id)));
const exists = async (id: string) => (await asAuth((tx) => tx.select({ id: account.id }).from(account).where(eq(account.id, id)))).length === 1;

describe.each(databaseKinds)("forgetting on %s", (kind) => {
  testDatabase(kind);

  async function signingUp(createdDaysAgo: number) {
    const home = await dwelling((await neighbourhood()).code);
    const { id, email } = await accountWithoutHome();
    await ageAccount(id, createdDaysAgo);
    const [made] = await asAuth((tx) =>
      tx.insert(signup).values({ accountId: id, email, dwellingId: home.id, neighbourhoodCode: home.neighbourhoodCode, way: "letter", createdAt: days(createdDaysAgo) }).returning(),
    );
    return { id, home, signupId: made!.id };
  }

  it("takes accounts that never proved a home after 30 days, and nobody else's", async () => {
    const fresh = await signingUp(29);
    const old = await signingUp(31);
    const waitingForLetter = await signingUp(31);
    await asAuth((tx) =>
      tx.insert(letter).values({ signupId: waitingForLetter.signupId, dwellingId: waitingForLetter.home.id, neighbourhoodCode: waitingForLetter.home.neighbourhoodCode, printAfter: days(1) }),
    );
    const living = await resident(await household(fresh.home));
    await ageAccount(living.residentId, 400);
    const staff = await accountWithoutHome();
    await moderatorOf(staff.id, fresh.home.neighbourhoodCode);
    await ageAccount(staff.id, 400);
    await forgetAccounts();
    expect(await Promise.all([fresh.id, old.id, waitingForLetter.id, living.residentId, staff.id].map(exists))).toEqual([true, false, true, true, true]);
    expect(await asAuth((tx) => tx.select().from(signup).where(eq(signup.id, old.signupId)))).toEqual([]);
  });

  it("takes sign-ups of mailboxes that were never proven", async () => {
    const home = await dwelling((await neighbourhood()).code);
    const email = `${randomUUID()}@voorbeeld.test`;
    await asAuth((tx) => tx.insert(signup).values({ email, dwellingId: home.id, neighbourhoodCode: home.neighbourhoodCode, createdAt: days(31) }));
    await forgetAccounts();
    expect(await asAuth((tx) => tx.select().from(signup).where(eq(signup.email, email)))).toEqual([]);
  });

  it("takes old proofs, ended sessions, counters, delivered mail rows and handled requests", async () => {
    const { id, email } = await accountWithoutHome();
    await logIn(id);
    await asAuth(async (tx) => {
      await tx.update(session).set({ expiresAt: days(1) }).where(eq(session.accountId, id));
      await tx.insert(mailProof).values({ purpose: "log_in", email, browserHash: "b", expiresAt: days(2) });
      await tx.insert(passkeyChallenge).values(["over", "asked"].map((challenge) => ({ purpose: "log_in" as const, challenge, browserHash: id, expiresAt: sql`now() + make_interval(mins => ${challenge === "over" ? -1 : 1}::int)` })));
      await tx.insert(rateLimit).values([{ key: "over", points: 1, expire: days(1) }, { key: "counting", points: 1, expire: sql`now() + interval '1 hour'` }]);
    });
    const unanswered = [89, 91].map((age) => ({ postcode: "4321AB", houseNumber: `${age}`, email, createdAt: days(age) }));
    await asWorker(async (tx) => {
      await tx.insert(missingAddress).values(unanswered);
      await tx.insert(outbox).values([{ template: "new-adult", accountId: id, createdAt: days(15), deliveredAt: days(15) }, { template: "new-adult", accountId: id, createdAt: days(15) }]);
      await tx.insert(missingAddress).values({ postcode: "1234AB", houseNumber: "1", email, handledAt: days(31) });
    });
    await forgetTraces();
    expect(await asAuth((tx) => tx.select().from(session).where(eq(session.accountId, id)))).toEqual([]);
    expect(await asAuth((tx) => tx.select().from(mailProof).where(eq(mailProof.email, email)))).toEqual([]);
    expect(await asAuth((tx) => tx.select({ challenge: passkeyChallenge.challenge }).from(passkeyChallenge).where(eq(passkeyChallenge.browserHash, id)))).toEqual([{ challenge: "asked" }]);
    expect((await asAuth((tx) => tx.select().from(rateLimit))).map((row) => row.key)).toEqual(["counting"]);
    expect(await asWorker((tx) => tx.select().from(outbox).where(eq(outbox.accountId, id)))).toHaveLength(1);
    expect(await asWorker((tx) => tx.select({ houseNumber: missingAddress.houseNumber }).from(missingAddress).where(eq(missingAddress.email, email)))).toEqual([{ houseNumber: "89" }]);
  });

  it("takes the name of who asked to join a household 30 days after the answer, or after their sign-up ended", async () => {
    const home = await dwelling((await neighbourhood()).code);
    const place = { householdId: (await household(home)).id, neighbourhoodCode: home.neighbourhoodCode };
    const [asking, lapsed] = [await signingUp(3), await signingUp(31)];
    const request = (requesterName: string, signupId: string, decidedDaysAgo?: number) => ({ ...place, requesterName, signupId, ...(decidedDaysAgo ? { decidedAt: days(decidedDaysAgo), accepted: false } : {}) });
    await asWorker((tx) => tx.insert(joinRequest).values([
      request("Asks", asking.signupId), request("Lapsed", lapsed.signupId), request("Gone", randomUUID()),
      request("Answered", randomUUID(), 29), request("Answered long ago", randomUUID(), 31),
    ]));
    const names = () => asWorker(async (tx) => (await tx.select({ name: joinRequest.requesterName, open: sql<boolean>`${joinRequest.decidedAt} is null` }).from(joinRequest).where(eq(joinRequest.householdId, place.householdId))).map(({ name, open }) => (open ? name : `(${name})`)).sort());
    await forgetTraces();
    await forgetAccounts();
    expect(await names()).toEqual(["(Answered)", "(Gone)", "(Lapsed)", "Asks"]);
    await asWorker((tx) => tx.update(joinRequest).set({ decidedAt: days(31) }).where(and(eq(joinRequest.householdId, place.householdId), isNotNull(joinRequest.decidedAt))));
    await forgetTraces();
    expect(await names()).toEqual(["Asks"]);
  });

  it("takes what was written about a decision after 24 months, and leaves that it was taken", async () => {
    const { me, sameStreet } = await neighbours();
    const decided = async (closedAt: SQL) => {
      const [made] = await asWorker((tx) =>
        tx.insert(report).values({
          receipt: randomUUID(), neighbourhoodCode: me.neighbourhoodCode, reporterId: sameStreet.residentId, reporterHouseholdId: sameStreet.householdId, subjectKind: "measure", subjectId: randomUUID(),
          category: "other", note: "Dit klopt niet.", closedAt, closedBy: me.residentId, decision: "kept", decisionNote: "Dit klopt wel degelijk.",
        }).returning({ id: report.id }),
      );
      const { residentId, householdId, neighbourhoodCode } = sameStreet;
      const by = { residentId, householdId, neighbourhoodCode, reportId: made!.id, subjectKind: "measure" as const, subjectId: randomUUID(), firstDecidedBy: me.residentId };
      await asWorker((tx) => tx.insert(appeal).values({ ...by, reason: "Het klopt echt niet.", answer: "Het klopt echt wel.", outcome: "upheld", decidedAt: closedAt, decidedBy: randomUUID() }));
      return made!.id;
    };
    const texts = (id: string) =>
      asWorker((tx) =>
        tx.select({ note: report.note, decisionNote: report.decisionNote, reason: appeal.reason, answer: appeal.answer, outcome: appeal.outcome }).from(report).innerJoin(appeal, eq(appeal.reportId, report.id)).where(eq(report.id, id)),
      );
    const [old, young] = [await decided(sql`now() - interval '24 months 1 day'`), await decided(sql`now() - interval '23 months'`)];
    await forgetTraces();
    expect(await texts(old)).toEqual([{ note: null, decisionNote: null, reason: null, answer: null, outcome: "upheld" }]);
    expect(await texts(young)).toEqual([{ note: "Dit klopt niet.", decisionNote: "Dit klopt wel degelijk.", reason: "Het klopt echt niet.", answer: "Het klopt echt wel.", outcome: "upheld" }]);
  });
});
