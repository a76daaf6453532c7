import { and, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { account, signup } from "../../../db/schema/auth.ts";
import { household as householdTable, joinRequest, membership } from "../../../db/schema/people.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { asAuth, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { deliveredMails } from "../../../tests/support/mail.ts";
import { dwelling, household, neighbourhood, resident } from "../../../tests/support/people.ts";
import { lettersAt, nextIp, printAll, signedUp, somewhere, viewerOf } from "../../../tests/support/sign-up.ts";
import { readCode } from "../session/short-code.ts";
import type { Resident } from "../session/viewer.ts";
import { answerJoinRequest } from "./answer-join-request.server.ts";
import { askToJoin } from "./ask-to-join.server.ts";
import { chooseLetter, maxPendingPerAddress } from "./choose-letter.server.ts";
import { currentSignup } from "./current-signup.server.ts";
import { stopSignup } from "./end-signup.server.ts";
import { findAddresses } from "./find-addresses.server.ts";
import { startSignup } from "./start-signup.server.ts";
import { useLetterCode } from "./use-letter-code.server.ts";

describe.each(databaseKinds)("joining on %s", (kind) => {
  testDatabase(kind);

  it("finds addresses with their additions, and says nothing of who has joined", async () => {
    const area = await neighbourhood({ name: "De Hof" });
    const options = { postcode: "4321ZZ", houseNumber: 12 };
    const homes = [await dwelling(area.code, options), await dwelling(area.code, { ...options, houseLetter: "A" }), await dwelling(area.code, { ...options, houseLetter: "A", houseAddition: "2" })];
    const before = await findAddresses("4321ZZ", "12");
    expect(before.map((found) => found.line)).toEqual(["Proefstraat 12", "Proefstraat 12A", "Proefstraat 12A-2"]);
    expect((await findAddresses("4321ZZ", "12 a-2")).map((found) => found.number)).toEqual(["12A-2"]);
    expect((await findAddresses("4321ZZ", "12 b")).map((found) => found.number)).toEqual(["12", "12A", "12A-2"]);
    expect(before[0]!.neighbourhood).toEqual({ code: area.code, name: "De Hof", served: true });
    await resident(await household(homes[0]!));
    expect(await findAddresses("4321ZZ", "12")).toEqual(before);
    expect(await findAddresses("4321ZZ", "13")).toEqual([]);
  });

  it("goes from an address by mail, letter and code to a new household", async () => {
    const home = await somewhere();
    const someone = await signedUp(home);
    expect(someone.hasHome).toBe(false);
    expect(await chooseLetter(someone.viewer)).toBe(true);
    expect((await currentSignup(someone.accountId))!.letterPrintedAt).toBeNull();
    const [printed] = await printAll(home);
    for (const words of ["localhost:3000/meedoen/code", `Proefstraat ${home.houseNumber}`, "Proefstad"]) expect(printed!.text).toContain(words);
    expect((await currentSignup(someone.accountId))!.letterPrintedAt).not.toBeNull();
    expect(await useLetterCode(someone.viewer, readCode(printed!.code)!)).toBe("welcome");
    const now = await viewerOf(someone.accountId);
    expect(now).toMatchObject({ dwellingId: home.id, neighbourhoodCode: home.neighbourhoodCode, streetId: home.streetId, buildingId: home.buildingId, welcomed: false, displayName: null });
    expect(await useLetterCode(now, readCode(printed!.code)!)).toBe("no_letter");
    expect(await currentSignup(someone.accountId)).toBeNull();
  });

  it("makes one household when a code is sent ten times at the same moment", async () => {
    const home = await somewhere();
    const someone = await signedUp(home);
    await chooseLetter(someone.viewer);
    const [printed] = await printAll(home);
    const answers = await Promise.all(Array.from({ length: 5 }, () => useLetterCode(someone.viewer, readCode(printed!.code)!)));
    expect(answers.filter((answer) => answer === "welcome")).toHaveLength(1);
    expect(await asAuth((tx) => tx.select().from(householdTable).where(eq(householdTable.dwellingId, home.id)))).toHaveLength(1);
    expect(await asAuth((tx) => tx.select().from(membership).where(eq(membership.residentId, someone.accountId)))).toHaveLength(1);
  });

  it("gives an address one letter in 14 days and three waiting at most, and tells nobody", async () => {
    const home = await somewhere();
    const everyone = [];
    for (let each = 0; each < maxPendingPerAddress + 1; each++) everyone.push(await signedUp(home));
    expect(await Promise.all(everyone.map((each) => chooseLetter(each.viewer)))).toEqual([true, true, true, true]);
    const letters = await lettersAt(home);
    expect(letters).toHaveLength(maxPendingPerAddress);
    const days = letters.map((each) => Math.abs(Math.round((each.printAfter.getTime() - Date.now()) / 86_400_000))).sort((a, b) => a - b);
    expect(days).toEqual([0, 14, 28]);
    const states = await Promise.all(everyone.map((each) => currentSignup(each.accountId)));
    expect(new Set(states.map((state) => JSON.stringify({ ...state, id: null }))).size).toBe(1);
    const printed = await printAll(home);
    expect(printed).toHaveLength(1);
    await asWorker((tx) => tx.update(letter).set({ printAfter: sql`now()` }).where(eq(letter.dwellingId, home.id)));
    expect(await printAll(home)).toEqual([]);
  });

  it("tells who lives there already when a second household begins, without a name", async () => {
    const home = await somewhere();
    const first = await resident(await household(home), { displayName: "Noor" });
    const someone = await signedUp(home);
    await chooseLetter(someone.viewer);
    const [printed] = await printAll(home);
    await useLetterCode(someone.viewer, readCode(printed!.code)!);
    const mails = await deliveredMails();
    expect(mails.map((mail) => mail.to)).toEqual([first.email]);
    expect(mails[0]!.text).not.toContain(someone.email);
    const second = await viewerOf(someone.accountId);
    expect(second.householdId).not.toBe(first.householdId);
  });

  it("takes an adult in after a yes of the household; nobody hears whether there is one", async () => {
    const home = await somewhere();
    const adult = await resident(await household(home));
    const [someone, elsewhere] = [await signedUp(home), await signedUp(await somewhere())];
    expect(await askToJoin(someone.viewer, "Sam")).toBe(await askToJoin(elsewhere.viewer, "Sam"));
    await askToJoin(someone.viewer, "Sam");
    const strip = (state: Awaited<ReturnType<typeof currentSignup>>) => ({ ...state, id: null, address: null });
    expect(strip(await currentSignup(someone.accountId))).toEqual(strip(await currentSignup(elsewhere.accountId)));
    const mails = await deliveredMails();
    expect(mails.map((mail) => mail.to)).toEqual([adult.email]);
    expect(mails[0]!.text).not.toContain("Sam");
    const [request] = await asAuth((tx) => tx.select().from(joinRequest).where(eq(joinRequest.householdId, adult.householdId)));
    const [answerer, stranger] = [await viewerOf(adult.residentId), await viewerOf((await resident(await household(home))).residentId)];
    expect(await answerJoinRequest(stranger as Resident, request!.id, true)).toBe("gone");
    expect(await answerJoinRequest(answerer as Resident, request!.id, true)).toBe("accepted");
    expect(await answerJoinRequest(answerer as Resident, request!.id, true)).toBe("gone");
    expect((await viewerOf(someone.accountId)).householdId).toBe(adult.householdId);
    expect((await deliveredMails()).map((mail) => mail.to).sort()).toEqual([adult.email, someone.email].sort());
  });

  it("tells who asked nothing of a no", async () => {
    const home = await somewhere();
    const adult = await resident(await household(home));
    const someone = await signedUp(home);
    await askToJoin(someone.viewer, "Sam");
    await deliveredMails();
    const before = await currentSignup(someone.accountId);
    const [request] = await asAuth((tx) => tx.select().from(joinRequest).where(eq(joinRequest.householdId, adult.householdId)));
    expect(await answerJoinRequest((await viewerOf(adult.residentId)) as Resident, request!.id, false)).toBe("declined");
    expect(await deliveredMails()).toEqual([]);
    expect(await currentSignup(someone.accountId)).toEqual(before);
    expect(await chooseLetter(someone.viewer)).toBe(true);
  });

  it("logs in whoever has a home already and signs up again, without a second account", async () => {
    const home = await somewhere();
    const known = await resident(await household(home));
    const again = await signedUp(await somewhere(), known.email);
    expect(again).toMatchObject({ accountId: known.residentId, hasHome: true });
    expect(await currentSignup(known.residentId)).toBeNull();
  });

  it("forgets somebody who stops, at once", async () => {
    const home = await somewhere();
    const someone = await signedUp(home);
    await chooseLetter(someone.viewer);
    await stopSignup(someone.accountId);
    expect(await asAuth((tx) => tx.select().from(account).where(eq(account.email, someone.email)))).toEqual([]);
    expect(await asAuth((tx) => tx.select().from(signup).where(eq(signup.accountId, someone.accountId)))).toEqual([]);
    expect(await asAuth((tx) => tx.select().from(letter).where(and(eq(letter.dwellingId, home.id), isNull(letter.endedAt))))).toEqual([]);
  });

  it("lets nobody sign up for a shop or where the neighbourhood has not begun", async () => {
    const home = await dwelling((await neighbourhood({ served: false })).code);
    const asked = { email: "noor@voorbeeld.test", locale: "nl", ip: nextIp(), browserHash: "b" } as const;
    expect(await startSignup({ ...asked, dwellingId: home.id })).toBe("no_home");
    expect(await startSignup({ ...asked, dwellingId: "0000000000000000" })).toBe("no_home");
  });
});
