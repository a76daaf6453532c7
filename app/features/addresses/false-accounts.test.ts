import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addressClaim, vouch } from "../../../db/schema/addresses.ts";
import { membership } from "../../../db/schema/people.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { claimant, neighbourFor, provenNeighbour, vouchers } from "../../../tests/support/vouching.ts";
import { account } from "../../../db/schema/auth.ts";
import { dwelling, household, neighbourhood, resident, street } from "../../../tests/support/people.ts";
import { viewerOf } from "../../../tests/support/sign-up.ts";
import { eraseDue } from "../privacy/erase-due.server.ts";
import { requestErasure } from "../privacy/request-erasure.server.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import type { Resident } from "../session/viewer.ts";
import { takeVouchBack, vouchFor, vouchProblem } from "./vouch.server.ts";

// Somebody with K real homes in a street, each with a letter that really came, wants as many false neighbours as can be had.
describe.each(databaseKinds)("the cheapest chain of false accounts on %s", (kind) => {
  testDatabase(kind);

  it("stops at one false account a year for each real home, with a letter to every address, and none of them goes on", async () => {
    const homes = 4;
    const place = await street((await neighbourhood()).code, { homeCount: 40 });
    const real = await vouchers(homes, place);
    const tried: Record<string, number> = {};
    const falseOnes: Resident[] = [];
    // Greedy, in every order: each pair of homes tries for one more until nobody is let in any more.
    for (let round = 0; round < homes * 3; round++) {
      const someone = await claimant(place);
      for (const voucher of [...real, ...falseOnes, ...[...real].reverse()]) {
        const outcome = (await vouchFor(voucher, someone.claimId)) ?? "gone";
        tried[outcome] = (tried[outcome] ?? 0) + 1;
        if (outcome === "second") break;
      }
      const now = await viewerOf(someone.accountId);
      if (now.householdId) falseOnes.push(now as Resident);
    }
    const letters = await asWorker((tx) => tx.select({ home: letter.dwellingId }).from(letter).where(isNotNull(letter.claimId)));
    console.log(`${kind}: ${homes} real homes, ${homes * 3} false sign-ups, ${falseOnes.length} came in, ${letters.length} letters; answers ${JSON.stringify(tried)}`);
    expect(falseOnes.length).toBe(Math.floor((2 * homes) / 2));
    expect(new Set(letters.map(({ home }) => home))).toEqual(new Set(falseOnes.map(({ dwellingId }) => dwellingId)));
    // A vouched account never vouches: not after a month, not after a year.
    await asWorker((tx) => tx.update(membership).set({ startedAt: sql`now() - interval '500 days'` }).where(eq(membership.evidence, "vouch")));
    for (const one of falseOnes) expect(await vouchProblem(one)).toBe("not_proven");
    // A year later the real homes may again, and no sooner.
    for (const days of [364, 366]) {
      await asWorker((tx) => tx.update(vouch).set({ vouchedAt: sql`now() - make_interval(days => ${days}::int)` }));
      expect(await Promise.all(real.map((each) => vouchProblem(each)))).toEqual(Array(homes).fill(days < 365 ? "too_many" : null));
    }
  });

  it("gets nothing out of two people of one home, one's own home, a young account, invited people or another street", async () => {
    const place = await street((await neighbourhood()).code);
    const [first, second] = await vouchers(2, place);
    const someone = await claimant(place);
    const housemate = await neighbourFor(first!.householdId, first!.dwelling);
    expect(await vouchFor(first!, someone.claimId)).toBe("first");
    expect(await vouchFor(first!, someone.claimId)).toBe("again");
    expect(await vouchFor(housemate, someone.claimId)).toBe("again");
    // Another household at the same address is the same home.
    const upstairs = await provenNeighbour(first!.dwelling);
    expect(await vouchFor(upstairs, someone.claimId)).toBe("again");
    const young = await provenNeighbour(await dwelling(first!.neighbourhoodCode, { streetId: place }), { days: 29 });
    expect(await vouchFor(young, someone.claimId)).toBe("too_short");
    for (const evidence of ["invitation", "request", "vouch", "sample"] as const) {
      const other = await provenNeighbour(await dwelling(first!.neighbourhoodCode, { streetId: place }), { evidence });
      expect(await vouchFor(other, someone.claimId), evidence).toBe("not_proven");
    }
    const around = await provenNeighbour(await dwelling(first!.neighbourhoodCode));
    expect(await vouchFor(around, someone.claimId)).toBe("far");
    const elsewhere = await provenNeighbour(await dwelling((await neighbourhood()).code, { streetId: place }));
    expect(await vouchFor(elsewhere, someone.claimId)).toBe("far");
    const there = await provenNeighbour(someone.home);
    expect(await vouchFor(there, someone.claimId)).toBe("own");
    expect(await asAuth((tx) => tx.select().from(addressClaim).where(and(eq(addressClaim.id, someone.claimId), isNotNull(addressClaim.provenAt))))).toEqual([]);
    // The same building will do, where the street has another name.
    const flat = await claimant(undefined, await dwelling(second!.neighbourhoodCode, { buildingId: second!.dwelling.buildingId }));
    expect(await vouchFor(second!, flat.claimId)).toBe("first");
  });

  it("keeps the caps when everything happens at the same moment", async () => {
    const place = await street((await neighbourhood()).code);
    const real = await vouchers(3, place);
    const sought = [];
    for (let each = 0; each < 5; each++) sought.push(await claimant(place));
    // Each home vouches for all five at once; each of the five is vouched for by all at once.
    const outcomes = await Promise.all(sought.flatMap(({ claimId }) => real.map((voucher) => vouchFor(voucher, claimId))));
    const vouched = await asWorker((tx) => tx.select({ claimId: vouch.claimId, home: vouch.dwellingId }).from(vouch));
    const mine = vouched.filter(({ home }) => real.some(({ dwellingId }) => dwellingId === home));
    for (const { dwellingId } of real) expect(mine.filter(({ home }) => home === dwellingId).length).toBeLessThanOrEqual(2);
    for (const { claimId } of sought) expect(mine.filter((row) => row.claimId === claimId).length).toBeLessThanOrEqual(2);
    expect(outcomes.filter((outcome) => outcome === "second").length).toBeLessThanOrEqual(3);
    for (const { accountId } of sought) {
      const here = await asAuth((tx) => tx.select().from(membership).where(and(eq(membership.residentId, accountId), isNull(membership.endedAt))));
      expect(here.length).toBeLessThanOrEqual(1);
    }
  });

  it("begins no new count by moving away, by leaving and coming back, or with another mailbox at the same address", async () => {
    const place = await street((await neighbourhood()).code);
    const [attacker, helper, third] = await vouchers(3, place);
    for (let each = 0; each < 2; each++) {
      const someone = await claimant(place);
      expect(await vouchFor(attacker!, someone.claimId)).toBe("first");
      expect(await vouchFor(each === 0 ? helper! : third!, someone.claimId)).toBe("second");
    }
    expect(await vouchProblem(attacker!)).toBe("too_many");
    // Another mailbox with a letter to the same address.
    expect(await vouchProblem(await provenNeighbour(attacker!.dwelling))).toBe("too_many");
    // The same person in another home.
    await asWorker((tx) => tx.update(membership).set({ endedAt: sql`now()` }).where(eq(membership.residentId, attacker!.residentId)));
    expect(await vouchProblem(attacker!)).toBe("not_proven");
    const moved = await dwelling(attacker!.neighbourhoodCode, { streetId: place });
    const newHome = await household(moved);
    await asWorker((tx) => tx.insert(membership).values({ neighbourhoodCode: moved.neighbourhoodCode, householdId: newHome.id, residentId: attacker!.residentId, evidence: "letter", startedAt: sql`now() - interval '40 days'` }));
    expect(await vouchProblem((await viewerOf(attacker!.residentId)) as Resident)).toBe("too_many");
    // Leaving for good, and coming back to the first home with the same or another mailbox.
    await requestErasure(await viewerOf(attacker!.residentId));
    await asWorker((tx) => tx.update(erasure).set({ dueAt: sql`now()` }).where(eq(erasure.accountId, attacker!.residentId)));
    await eraseDue();
    expect(await asAuth((tx) => tx.select().from(account).where(eq(account.id, attacker!.residentId)))).toEqual([]);
    const [kept] = await asWorker((tx) => tx.select().from(vouch).where(isNotNull(vouch.homeKey)).limit(1));
    expect(kept).toMatchObject({ voucherId: null, dwellingId: null });
    expect(kept!.homeKey).not.toContain(attacker!.dwelling.id);
    expect(await vouchProblem(await provenNeighbour(attacker!.dwelling, { email: attacker!.email }))).toBe("too_many");
  });

  it("gives a vouch back that came to nothing, and takes one back until the second came", async () => {
    const place = await street((await neighbourhood()).code);
    const [voucher, other] = await vouchers(2, place);
    const one = await claimant(place);
    const two = await claimant(place);
    expect(await vouchFor(voucher!, one.claimId)).toBe("first");
    expect(await vouchFor(voucher!, two.claimId)).toBe("first");
    expect(await vouchProblem(voucher!)).toBe("too_many");
    const rows = await asWorker((tx) => tx.select().from(vouch).where(eq(vouch.voucherId, voucher!.residentId)));
    expect(await takeVouchBack(other!, rows[0]!.id)).toBe(false);
    expect(await takeVouchBack(voucher!, rows.find(({ claimId }) => claimId === one.claimId)!.id)).toBe(true);
    expect(await vouchProblem(voucher!)).toBeNull();
    expect(await vouchFor(other!, two.claimId)).toBe("second");
    expect(await takeVouchBack(voucher!, rows.find(({ claimId }) => claimId === two.claimId)!.id)).toBe(false);
    const three = await claimant(place);
    expect(await vouchFor(voucher!, three.claimId)).toBe("first");
    expect(await vouchProblem(voucher!)).toBe("too_many");
    await asAuth((tx) => tx.delete(account).where(eq(account.id, three.accountId)));
    expect(await vouchProblem(voucher!)).toBeNull();
  });

  it("lets no code of the sign-up move somebody in by neighbours or at the door without what proves it", async () => {
    const place = await street((await neighbourhood()).code);
    const someone = await claimant(place);
    const home = await household(someone.home);
    for (const evidence of ["vouch", "door", "sample"] as const) {
      const moving = asAuth((tx) => tx.insert(membership).values({ neighbourhoodCode: someone.home.neighbourhoodCode, householdId: home.id, residentId: someone.accountId, evidence }));
      await expect(moving, evidence).rejects.toThrow();
    }
    const [voucher] = await vouchers(1, place);
    await resident(home);
    expect(await vouchFor(voucher!, someone.claimId)).toBe("first");
    await expect(asAuth((tx) => tx.insert(membership).values({ neighbourhoodCode: someone.home.neighbourhoodCode, householdId: home.id, residentId: someone.accountId, evidence: "vouch" }))).rejects.toThrow();
  });
});
