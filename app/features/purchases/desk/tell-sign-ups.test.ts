import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { neighbours } from "../../../../tests/support/neighbours.ts";
import { join, moderating, opened, step, toldOf } from "../../../../tests/support/purchases.ts";
import { happening } from "../../../../db/schema/notices.ts";
import { purchaseNews } from "../../../../db/schema/purchases.ts";
import { purchaseNote } from "../../../../db/schema/purchase-sign-ups.ts";
import { dwelling } from "../../../../db/schema/register.ts";
import { homeCorrection } from "../../../../db/schema/homes.ts";
import { letter } from "../../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../../db/viewer.server.ts";
import { ownSignUp } from "../own-sign-up.server.ts";
import { signUp } from "../sign-up.server.ts";
import { shareWithSupplier, stopSharingWithSupplier } from "../supplier-consent.server.ts";
import { hadBefore } from "./had-before.server.ts";
import { approached } from "./funnel.server.ts";
import { supplierFile } from "./supplier-file.server.ts";
import { messageSignUps, messagesOf, publishNews } from "./tell-sign-ups.server.ts";

describe.each(databaseKinds)("what a moderator tells and knows of sign-ups on %s", (kind) => {
  testDatabase(kind);

  async function town() {
    const people = await neighbours();
    return { ...people, moderator: moderating(crypto.randomUUID(), people.here.code), elsewhere: moderating(crypto.randomUUID(), people.stranger.neighbourhoodCode) };
  }

  it("writes to everybody in one state, each in their own sign-up, with a line in the log; elsewhere to nobody", async () => {
    const { me, sameStreet, otherStreet, moderator, elsewhere, here } = await town();
    const id = await opened(moderator, [here.code]);
    const [one, two, other] = [await join(me, id), await join(sameStreet, id), await join(otherStreet, id)];
    await step(moderator, other, "suitability");
    for (const nobody of [elsewhere, me]) expect(await asViewer(nobody, (tx) => messageSignUps(tx, id, "interest", "Hoi"))).toBe(0);
    expect(await asViewer(moderator, (tx) => messageSignUps(tx, id, "interest", "De installateur komt langs."))).toBe(2);
    const notes = await asWorker((tx) => tx.select({ signUp: purchaseNote.signUpId, message: purchaseNote.message, body: purchaseNote.body }).from(purchaseNote));
    expect(notes.sort((a, b) => (a.signUp < b.signUp ? -1 : 1))).toEqual([one, two].sort().map((signUpId) => ({ signUp: signUpId, message: true, body: "De installateur komt langs." })));
    const told = await asWorker((tx) => tx.select({ cause: happening.causeId }).from(happening).where(and(eq(happening.subjectId, id), eq(happening.kind, "purchase-message"))));
    expect(told.map(({ cause }) => cause).sort()).toEqual([one, two].sort());
    expect(await asViewer(moderator, (tx) => messagesOf(tx, id))).toMatchObject([{ state: "interest", signUps: 2, body: "De installateur komt langs." }]);
    for (const nobody of [elsewhere, me]) expect(await asViewer(nobody, (tx) => messagesOf(tx, id))).toEqual([]);
    expect((await asViewer(me, (tx) => ownSignUp(tx, me, one))).notes).toMatchObject([{ message: true, body: "De installateur komt langs." }]);
  });

  it("puts news on the page of a purchase, and tells it to who takes part", async () => {
    const { me, moderator, elsewhere, here } = await town();
    const id = await opened(moderator, [here.code]);
    for (const nobody of [me, elsewhere]) expect(await asViewer(nobody, (tx) => publishNews(tx, id, "Nieuws", "Er is nieuws."))).toBe(false);
    expect(await asViewer(moderator, (tx) => publishNews(tx, id, "Nieuws", "Er is nieuws."))).toBe(true);
    expect(await asViewer(me, (tx) => tx.select({ title: purchaseNews.title }).from(purchaseNews))).toEqual([{ title: "Nieuws" }]);
    expect(await toldOf(id)).toContain("purchase-news");
  });

  it("knows of whom the supplier had something before they said no", async () => {
    const { me, sameStreet, moderator, elsewhere, here } = await town();
    const id = await opened(moderator, [here.code]);
    for (const who of [me, sameStreet]) {
      const signedUp = await join(who, id);
      await step(moderator, signedUp, "suitability");
      const own = await asViewer(who, (tx) => ownSignUp(tx, who, signedUp));
      await asViewer(who, (tx) => shareWithSupplier(tx, who, own, { name: "A. Voorbeeld", email: null, phone: null }));
      if (who === me) continue;
      await asViewer(who, (tx) => stopSharingWithSupplier(tx, who, signedUp));
    }
    await asViewer(moderator, (tx) => supplierFile(tx, id, "csv", "nl"));
    expect(await asViewer(moderator, (tx) => hadBefore(tx, id)), "who said no before has given nothing").toEqual([]);
    const signedUp = (await asViewer(me, (tx) => signUp(tx, id, "owner", 1)))!.signUp!;
    await asViewer(me, (tx) => stopSharingWithSupplier(tx, me, signedUp));
    expect(await asViewer(moderator, (tx) => hadBefore(tx, id))).toMatchObject([{ id: signedUp, supplier: "Zon Voorbeeld", givenAt: expect.any(Date), withdrawnAt: expect.any(Date) }]);
    for (const nobody of [elsewhere, me]) expect(await asViewer(nobody, (tx) => hadBefore(tx, id))).toEqual([]);
    const own = await asViewer(me, (tx) => ownSignUp(tx, me, signedUp));
    await asViewer(me, (tx) => shareWithSupplier(tx, me, own, { name: "A. Voorbeeld", email: null, phone: null }));
    expect(await asViewer(moderator, (tx) => hadBefore(tx, id)), "who said yes again").toEqual([]);
  });

  it("counts as approached the homes that got an invitation or signed up, and never those that merely joined", async () => {
    const { me, otherStreet, moderator, elsewhere, here } = await town();
    const id = await opened(moderator, [here.code]);
    expect(await asViewer(moderator, (tx) => approached(tx, id))).toBe(0);
    await join(me, id);
    const invite = (dwellingId: string, printedAt: Date | null) => asWorker((tx) => tx.insert(letter).values({ neighbourhoodCode: here.code, dwellingId, printedAt }));
    await invite(me.dwellingId, new Date());
    await invite(otherStreet.dwellingId, new Date());
    expect(await asViewer(moderator, (tx) => approached(tx, id))).toBe(2);
    expect(await asViewer(elsewhere, (tx) => approached(tx, id))).toBe(0);
  });

  it("lets homes of other kinds not sign up, but for whom the register does not know or has wrong", async () => {
    const { me, sameStreet, otherStreet, moderator, here } = await town();
    const id = await opened(moderator, [here.code], { what: { title: "Alleen hoekhuizen", kinds: ["solar_panels"], dwellingTypes: ["end_terrace"], forTenants: true } });
    const is = (dwellingId: string, dwellingType: "terraced" | "end_terrace" | null) => asWorker((tx) => tx.update(dwelling).set({ dwellingType }).where(eq(dwelling.id, dwellingId)));
    await is(me.dwellingId, "terraced");
    await is(sameStreet.dwellingId, "end_terrace");
    await is(otherStreet.dwellingId, null);
    const outcome = async (who: typeof me) => (await asViewer(who, (tx) => signUp(tx, id, "owner", 1)))!.outcome;
    expect(await outcome(me)).toBe("not_this_home");
    expect([await outcome(sameStreet), await outcome(otherStreet)]).toEqual(["signed_up", "signed_up"]);
    await asWorker((tx) => tx.insert(homeCorrection).values({ householdId: me.householdId, neighbourhoodCode: me.neighbourhoodCode, dwellingType: "end_terrace" }));
    expect(await outcome(me)).toBe("signed_up");
  });
});
