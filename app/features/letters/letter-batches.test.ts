import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { letterCode, signup } from "../../../db/schema/auth.ts";
import { letterBatch, letterFile } from "../../../db/schema/letters.ts";
import { address, dwelling as dwellingTable } from "../../../db/schema/register.ts";
import { membership } from "../../../db/schema/people.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { dwelling, household, neighbourhood, resident, street } from "../../../tests/support/people.ts";
import { codeOn } from "../../../tests/support/letter-code.ts";
import { fetched, fileOf, made } from "../../../tests/support/print-letters.ts";
import { readPdf } from "../../../tests/support/read-pdf.ts";
import { signedUp } from "../../../tests/support/sign-up.ts";
import { maxLetterTries, useLetterCode } from "../households/use-letter-code.server.ts";
import { readCode } from "../session/short-code.ts";
import { chooseLetter } from "../households/choose-letter.server.ts";
import { claimBatch, wipeFiles } from "./batch-work.server.ts";
import { letterBatchOf } from "./batches.server.ts";
import { letterOptions } from "./letter-options.server.ts";
import { makeBatches } from "./make-batches.server.ts";
import { orderAgain, orderLetters } from "./order-letters.server.ts";
import { letterReachIn } from "./reach.server.ts";

/** A street of homes in a neighbourhood of its own, and its moderator. */
async function area(homes = 3) {
  const { code } = await neighbourhood({ name: "Proefbuurt" });
  const streetId = await street(code, { name: "Lindestraat" });
  const dwellings = [];
  for (let number = 1; number <= homes; number++) dwellings.push(await dwelling(code, { streetId, houseNumber: number, postcode: "1234AB" }));
  const { viewer, cookie } = await moderator(code);
  return { code, streetId, dwellings, viewer, cookie, everybody: { neighbourhoodCode: code, choice: "neighbourhood" as const } };
}

const lettersTo = (dwellingId: string) => asAuth((tx) => tx.select().from(letter).where(eq(letter.dwellingId, dwellingId)).orderBy(letter.requestedAt));
const batch = async (id: string) => (await asWorker((tx) => tx.select().from(letterBatch).where(eq(letterBatch.id, id))))[0]!;
const pieces = (id: string) => asWorker((tx) => tx.select().from(letterFile).where(eq(letterFile.batchId, id)));
const printedLongAgo = (code: string) => asWorker((tx) => tx.update(letter).set({ printedAt: sql`now() - interval '15 days'` }).where(eq(letter.neighbourhoodCode, code)));
const again = async (viewer: Parameters<typeof orderAgain>[1], id: string) => {
  const next = await asViewer(viewer, async (tx) => orderAgain(tx, viewer, (await letterBatchOf(tx, viewer, id))!));
  await makeBatches();
  return next;
};

/** Whole, as many as a moderator of a large neighbourhood prints. */
const many = process.env.PROOF ? 700 : 100;

describe.each(databaseKinds)("batches of letters on %s", (kind) => {
  testDatabase(kind);

  it("are made as one page per address, in the order of the street, and fetched as they were sealed", async () => {
    const { viewer, everybody, code } = await area(23);
    const id = await made(viewer, everybody);
    expect(await batch(id)).toMatchObject({ state: "ready", total: 23, made: 23, madeBy: viewer.residentId, fetchedAt: null });
    const stored = Buffer.concat((await pieces(id)).map(({ bytes }) => Buffer.from(bytes)));
    for (const plain of ["%PDF", "Lindestraat", "1234"]) expect(stored.includes(plain)).toBe(false);
    const file = (await fileOf(viewer, id))!;
    const pages = await readPdf(file);
    expect(pages.map(({ text }) => /Lindestraat (\d+)\n/.exec(text)?.[1])).toEqual(Array.from({ length: 23 }, (_, index) => String(index + 1)));
    expect(new Set(pages.map(codeOn)).size).toBe(23);
    expect(await batch(id)).toMatchObject({ state: "fetched", fetchedBy: viewer.residentId });
    expect(await letterReachIn(code)).toEqual({ sent: 23, refused: 0 });
    const kept = JSON.stringify(await asAuth((tx) => tx.select().from(letterCode)));
    for (const page of pages) for (const written of [codeOn(page), readCode(codeOn(page))!]) expect(kept).not.toContain(written);
  });

  it("make a household with the code of an invitation, at its own address only", async () => {
    const { viewer, everybody, dwellings, code } = await area(2);
    const { pages } = await fetched(viewer, everybody);
    const [here, nextDoor] = [await signedUp(dwellings[0]!), await signedUp(dwellings[1]!)];
    expect(await useLetterCode(nextDoor.viewer, readCode(codeOn(pages[0]!))!)).toBe("wrong_code");
    expect(await useLetterCode(here.viewer, readCode(codeOn(pages[0]!))!)).toBe("welcome");
    expect(await asAuth((tx) => tx.select().from(membership).where(eq(membership.residentId, here.accountId)))).toMatchObject([{ evidence: "letter", neighbourhoodCode: code }]);
    // A second one at the address hears what anybody with a wrong code hears.
    expect(await useLetterCode((await signedUp(dwellings[0]!)).viewer, readCode(codeOn(pages[0]!))!)).toBe("wrong_code");
  });

  it("take five wrong codes of a sign-up, and five of one code by whoever types them", async () => {
    const { viewer, everybody, dwellings } = await area(1);
    const { pages } = await fetched(viewer, everybody);
    const right = readCode(codeOn(pages[0]!))!;
    const [one, other] = [await signedUp(dwellings[0]!), await signedUp(dwellings[0]!)];
    for (let wrong = 0; wrong < maxLetterTries; wrong++) expect(await useLetterCode(one.viewer, "CCCCCCCC")).toBe("wrong_code");
    expect(await useLetterCode(one.viewer, right)).toBe("no_tries");
    expect(await useLetterCode(other.viewer, right)).toBe("wrong_code");
    const [tries] = await asAuth((tx) => tx.select({ tries: letterCode.tries }).from(letterCode).innerJoin(letter, eq(letter.id, letterCode.letterId)).where(eq(letter.dwellingId, dwellings[0]!.id)));
    expect(tries!.tries).toBe(maxLetterTries);
    expect(await asAuth((tx) => tx.select({ tries: signup.codeTries }).from(signup).where(eq(signup.accountId, one.accountId)))).toEqual([{ tries: maxLetterTries }]);
  });

  it("do not depend on who has joined: not who gets a letter, not the counts, not what is invited", async () => {
    const joined = await area(4);
    const empty = await area(4);
    for (const home of joined.dwellings.slice(0, 3)) await resident(await household(home));
    const facts = async ({ viewer, code, everybody, dwellings }: typeof joined) => {
      const { pages } = await fetched(viewer, { ...everybody, choice: "not_invited" });
      const { notInvited, everybody: all } = (await letterOptions(viewer, code))!;
      const letters = await Promise.all(dwellings.map(async ({ id }) => (await lettersTo(id)).length));
      return { pages: pages.length, notInvited, all, letters, reach: await letterReachIn(code) };
    };
    expect(await facts(joined)).toEqual(await facts(empty));
    // A code that was used leaves no trace that a moderator can read.
    const { viewer, everybody, dwellings } = await area(2);
    const { pages } = await fetched(viewer, everybody);
    const seen = () => asViewer(viewer, async (tx) => JSON.stringify([await tx.select().from(letter).orderBy(letter.id), await tx.select().from(letterBatch)]));
    const before = await seen();
    expect(await useLetterCode((await signedUp(dwellings[0]!)).viewer, readCode(codeOn(pages[0]!))!)).toBe("welcome");
    expect(await seen()).toBe(before);
  });

  it("leave out who had a letter in the last 14 days, of whatever kind", async () => {
    const { viewer, everybody, dwellings, code } = await area(3);
    const asked = await signedUp(dwellings[1]!);
    await chooseLetter(asked.viewer);
    const letterIds = (await lettersTo(dwellings[1]!.id)).map(({ id }) => id);
    expect((await fetched(viewer, { neighbourhoodCode: code, choice: "requested", letterIds })).pages).toHaveLength(1);
    expect((await fetched(viewer, everybody)).pages).toHaveLength(2);
    const none = await fetched(viewer, everybody);
    expect([none.pages.length, (await batch(none.id)).failure]).toEqual([0, "nobody"]);
    // An invitation holds up a letter that is asked for after it, as another letter would.
    await chooseLetter((await signedUp(dwellings[0]!)).viewer);
    const waits = (await lettersTo(dwellings[0]!.id)).find(({ signupId }) => signupId)!;
    expect(Math.round((waits.printAfter.getTime() - Date.now()) / 86_400_000)).toBe(14);
    await printedLongAgo(code);
    expect((await letterOptions(viewer, code))!).toMatchObject({ notInvited: 1, everybody: 3 });
    expect((await fetched(viewer, { ...everybody, choice: "not_invited" })).pages).toHaveLength(1);
  });

  it("printed again end the codes of before, at once when fetched; the first file is gone when it was not fetched yet", async () => {
    const { viewer, everybody, dwellings, code } = await area(1);
    const first = await fetched(viewer, everybody);
    await printedLongAgo(code);
    const second = await again(viewer, first.id);
    const someone = await signedUp(dwellings[0]!);
    const [page] = await readPdf((await fileOf(viewer, second))!);
    expect(await useLetterCode(someone.viewer, readCode(codeOn(first.pages[0]!))!)).toBe("wrong_code");
    expect(await useLetterCode(someone.viewer, readCode(codeOn(page!))!)).toBe("welcome");

    const other = await area(2);
    const unfetched = await made(other.viewer, other.everybody);
    expect((await fetched(other.viewer, other.everybody)).pages, "they stand in a file that can be fetched").toHaveLength(0);
    const replacing = await again(other.viewer, unfetched);
    expect(await batch(unfetched)).toMatchObject({ state: "failed", failure: "replaced" });
    expect([await pieces(unfetched), await fileOf(other.viewer, unfetched)]).toEqual([[], null]);
    expect(await readPdf((await fileOf(other.viewer, replacing))!)).toHaveLength(2);
    const alive = await asAuth((tx) => tx.select({ id: letterCode.letterId }).from(letterCode).innerJoin(letter, eq(letter.id, letterCode.letterId)).where(eq(letter.neighbourhoodCode, other.code)));
    expect(alive).toHaveLength(2);
  });

  it("do not count before they are fetched: a code in a file is nobody's yet", async () => {
    const { viewer, everybody, dwellings } = await area(1);
    const id = await made(viewer, everybody);
    const someone = await signedUp(dwellings[0]!);
    expect((await letterReachIn(viewer.moderates[0])).sent).toBe(0);
    const [page] = await readPdf((await fileOf(viewer, id))!);
    const code = readCode(codeOn(page!))!;
    await asWorker((tx) => tx.update(letter).set({ printedAt: null }).where(eq(letter.batchId, id)));
    expect(await useLetterCode(someone.viewer, code)).toBe("wrong_code");
    await asWorker((tx) => tx.update(letter).set({ printedAt: sql`now()` }).where(eq(letter.batchId, id)));
    expect(await useLetterCode(someone.viewer, code)).toBe("welcome");
  });

  it("can be fetched once more by the same moderator for ten minutes, and are wiped then", async () => {
    const { viewer, everybody, code } = await area(1);
    const colleague = (await moderator(code)).viewer;
    const id = await made(viewer, everybody);
    const file = await fileOf(viewer, id);
    expect(await fileOf(viewer, id)).toEqual(file);
    expect(await fileOf(colleague, id)).toBeNull();
    await wipeFiles();
    expect(await pieces(id)).not.toEqual([]);
    await asWorker((tx) => tx.update(letterBatch).set({ fetchedAt: sql`now() - interval '11 minutes'` }).where(eq(letterBatch.id, id)));
    expect(await fileOf(viewer, id), "also before the job came along").toBeNull();
    await wipeFiles();
    expect(await pieces(id)).toEqual([]);
    expect(await batch(id)).toMatchObject({ state: "fetched", goneAt: expect.any(Date), total: 1 });
  });

  it("are wiped after 24 hours when nobody fetched them, and then were never sent", async () => {
    const { viewer, everybody, dwellings } = await area(1);
    const id = await made(viewer, everybody);
    await asWorker((tx) => tx.update(letterBatch).set({ readyAt: sql`now() - interval '25 hours'` }).where(eq(letterBatch.id, id)));
    expect(await fileOf(viewer, id)).toBeNull();
    await wipeFiles();
    expect(await pieces(id)).toEqual([]);
    expect(await batch(id)).toMatchObject({ state: "gone", goneAt: expect.any(Date) });
    expect(await lettersTo(dwellings[0]!.id)).toMatchObject([{ printedAt: null, endedAt: expect.any(Date) }]);
    expect((await fetched(viewer, { ...everybody, choice: "not_invited" })).pages).toHaveLength(1);
  });

  it("are taken up again when their process was killed half-way, with one code per letter; given up after three times", async () => {
    const { viewer, everybody, code } = await area(25);
    const id = await asViewer(viewer, (tx) => orderLetters(tx, viewer, everybody));
    // What a process left behind that was killed: it was at work, had made letters and codes, and a piece of a file.
    const silent = () => asWorker((tx) => tx.update(letterBatch).set({ workedAt: sql`now() - interval '3 minutes'` }).where(eq(letterBatch.id, id)));
    const first = (await claimBatch())!;
    expect(await claimBatch(), "who is at work is left alone").toBeNull();
    await silent();
    expect(await makeBatches()).toBe(1);
    await asWorker((tx) => tx.update(letterBatch).set({ state: "making", made: 20, readyAt: null }).where(eq(letterBatch.id, id)));
    const codes = () => asAuth((tx) => tx.select({ id: letterCode.letterId, hash: letterCode.codeHmac }).from(letterCode).innerJoin(letter, eq(letter.id, letterCode.letterId)).where(eq(letter.neighbourhoodCode, code)).orderBy(letterCode.letterId));
    const before = await codes();
    await silent();
    expect(await makeBatches()).toBe(1);
    const after = await codes();
    expect(after.map((each) => each.id)).toEqual(before.map((each) => each.id));
    expect(after.filter(({ hash }) => before.some((each) => each.hash === hash))).toEqual([]);
    expect(await readPdf((await fileOf(viewer, id))!)).toHaveLength(25);
    expect((await batch(id)).attempt).toBe(3);
    expect(first.attempt).toBe(1);

    const doomed = await area(1);
    const failing = await asViewer(doomed.viewer, (tx) => orderLetters(tx, doomed.viewer, doomed.everybody));
    await asWorker((tx) => tx.update(letterBatch).set({ state: "making", attempt: 3, workedAt: sql`now() - interval '3 minutes'` }).where(eq(letterBatch.id, failing)));
    expect(await makeBatches()).toBe(0);
    expect(await batch(failing)).toMatchObject({ state: "failed", failure: "given_up" });
    expect(await readPdf((await fileOf(doomed.viewer, await again(doomed.viewer, failing)))!)).toHaveLength(1);
  });

  it("are not there for a moderator of elsewhere, nor may one order them", async () => {
    const { viewer, everybody } = await area(1);
    const stranger = (await area(1)).viewer;
    const id = await made(viewer, everybody);
    expect(await asViewer(stranger, (tx) => letterBatchOf(tx, stranger, id))).toBeNull();
    expect(await fileOf(stranger, id)).toBeNull();
    await expect(asViewer(stranger, (tx) => orderLetters(tx, stranger, everybody))).rejects.toThrow();
    expect(await letterOptions(stranger, everybody.neighbourhoodCode)).toBeNull();
    expect(await fileOf(viewer, id)).not.toBeNull();
  });

  it(`are ready within a minute, ${many} of them`, async () => {
    const { viewer, everybody, code, streetId, dwellings } = await area(1);
    const { buildingId } = dwellings[0]!;
    const numbers = Array.from({ length: many - 1 }, (_, index) => index + 2);
    const place = { streetId, postcode: "1234AB", houseNumber: 0 };
    await asWorker(async (tx) => {
      await tx.insert(dwellingTable).values(numbers.map((houseNumber) => ({ ...place, id: `${code.slice(2)}${houseNumber}`.padStart(16, "7"), neighbourhoodCode: code, buildingId, houseNumber, isHome: true, status: "Verblijfsobject in gebruik", lon: 5, lat: 52 })));
      await tx.insert(address).values(numbers.map((houseNumber) => ({ ...place, id: `${code.slice(2)}${houseNumber}`.padStart(16, "8"), dwellingId: `${code.slice(2)}${houseNumber}`.padStart(16, "7"), isMain: true, houseNumber })));
    });
    const began = performance.now();
    const id = await made(viewer, { ...everybody, secondLocale: "en" });
    const took = performance.now() - began;
    console.log(`${many} letters on ${kind}: ${(took / 1000).toFixed(1)} s from order to file`);
    expect(await batch(id)).toMatchObject({ state: "ready", total: many, made: many });
    expect(took).toBeLessThan(60_000);
  }, 120_000);
});
