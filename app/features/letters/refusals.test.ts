import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { letterRefusal } from "../../../db/schema/letters.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { requestTo } from "../../../tests/support/log-in.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { dwelling, neighbourhood } from "../../../tests/support/people.ts";
import { codeOn } from "../../../tests/support/letter-code.ts";
import { fetched } from "../../../tests/support/print-letters.ts";
import { lettersAt, nextIp, signedUp } from "../../../tests/support/sign-up.ts";
import { action } from "../../routes/geen-brieven.tsx";
import { chooseLetter } from "../households/choose-letter.server.ts";
import { isToPrint, pendingLetters } from "../moderation/pending-letters.server.ts";
import { limits } from "../session/rate-limits.server.ts";
import { addRefusal, endRefusal, homesToRefuse, refusals } from "./refusals.server.ts";
import { letterReachIn } from "./reach.server.ts";

async function invited(homes = 2) {
  const { code } = await neighbourhood();
  const dwellings = [];
  for (let number = 1; number <= homes; number++) dwellings.push(await dwelling(code, { postcode: "4321XX", houseNumber: number }));
  const { viewer } = await moderator(code);
  const everybody = { neighbourhoodCode: code, choice: "neighbourhood" as const };
  const { pages } = await fetched(viewer, everybody);
  const codeFor = (number: number) => codeOn(pages.find(({ text }) => text.includes(`straat ${number}\n`))!);
  return { code, dwellings, viewer, everybody, codeFor };
}

async function refuse(form: Record<string, string>, ip = nextIp()) {
  const { request } = requestTo("/geen-brieven", "", { method: "POST", body: new URLSearchParams(form) });
  const answer = await action({ request, context: { nonce: "n", ip }, params: {} });
  return answer instanceof Response ? { status: answer.status, location: answer.headers.get("Location"), cookie: answer.headers.getSetCookie().map((line) => line.length), body: await answer.text() } : answer;
}

const printedLongAgo = (code: string) => asWorker((tx) => tx.update(letter).set({ printedAt: sql`now() - interval '15 days'` }).where(eq(letter.neighbourhoodCode, code)));
const known = (dwellingId: string) => asWorker((tx) => tx.select().from(letterRefusal).where(eq(letterRefusal.dwellingId, dwellingId)));

describe.each(databaseKinds)("refusing letters on %s", (kind) => {
  testDatabase(kind);

  it("by the code of a letter is respected by every later batch, and says the same for right, wrong and unknown", async () => {
    const { viewer, everybody, dwellings, codeFor, code } = await invited();
    const right = await refuse({ postcode: "4321 xx", nummer: "1", code: codeFor(1) });
    expect(right).toMatchObject({ status: 303, location: "/geen-brieven" });
    const wrong = [
      { postcode: "4321XX", nummer: "2", code: "CCCC-CCCC" },
      { postcode: "4321XX", nummer: "2", code: codeFor(1) },
      { postcode: "4321XX", nummer: "99", code: codeFor(1) },
      { postcode: "9999ZZ", nummer: "1", code: codeFor(1) },
      { postcode: "4321XX", nummer: "1", code: codeFor(1) },
    ];
    for (const form of wrong) expect(await refuse(form)).toEqual(right);
    expect(await known(dwellings[0]!.id)).toMatchObject([{ way: "code", enteredBy: null, endedAt: null }]);
    expect(await known(dwellings[1]!.id)).toEqual([]);
    await printedLongAgo(code);
    const { pages } = await fetched(viewer, everybody);
    expect(pages.map(({ text }) => /straat (\d+)\n/.exec(text)![1])).toEqual(["2"]);
    expect(await letterReachIn(code)).toMatchObject({ sent: 2, refused: 1 });
  });

  it("asks for a whole form, and takes so many from one visitor", async () => {
    expect(await refuse({ postcode: "x", nummer: "", code: "1" })).toMatchObject({ init: { status: 422 }, data: { errors: { postcode: expect.any(String), nummer: expect.any(String), code: expect.any(String) } } });
    const ip = nextIp();
    let last: unknown;
    for (let form = 0; form <= limits.formPerIp.points; form++) last = await refuse({ postcode: "9999ZZ", nummer: "1", code: "CCCC-CCCC" }, ip);
    expect(last).toMatchObject({ init: { status: 429 } });
  });

  it("by telephone stops a letter that was asked for too, until it is ended; who did what stays written down", async () => {
    const { viewer, dwellings, code } = await invited();
    const home = dwellings[1]!;
    await printedLongAgo(code);
    const someone = await signedUp(home);
    await chooseLetter(someone.viewer);
    const [found] = await asViewer(viewer, (tx) => homesToRefuse(tx, viewer, "4321XX", "2"));
    expect(found).toMatchObject({ id: home.id });
    for (let twice = 0; twice < 2; twice++) await asViewer(viewer, (tx) => addRefusal(tx, viewer, found!));
    const [asked] = await asViewer(viewer, (tx) => pendingLetters(tx, viewer));
    expect([asked!.refused, isToPrint(asked!)]).toEqual([true, false]);
    const requested = { neighbourhoodCode: code, choice: "requested" as const, letterIds: [asked!.id] };
    expect((await fetched(viewer, requested)).pages).toEqual([]);
    expect((await lettersAt(home)).find(({ signupId }) => signupId)).toMatchObject({ endedAt: null });
    const [refusal] = await asViewer(viewer, (tx) => refusals(tx, viewer));
    expect(refusal).toMatchObject({ way: "phone", line: "Proefstraat 2" });
    expect(await asViewer(viewer, (tx) => endRefusal(tx, viewer, refusal!.id))).toBe(true);
    expect(await asViewer(viewer, (tx) => endRefusal(tx, viewer, refusal!.id))).toBe(false);
    expect(await known(home.id)).toMatchObject([{ enteredBy: viewer.residentId, endedBy: viewer.residentId, endedAt: expect.any(Date) }]);
    expect((await fetched(viewer, requested)).pages).toHaveLength(1);
  });

  it("is nothing that a moderator of elsewhere sees, enters or ends", async () => {
    const { viewer, dwellings, code } = await invited(1);
    const stranger = (await moderator((await neighbourhood()).code)).viewer;
    expect(await asViewer(stranger, (tx) => homesToRefuse(tx, stranger, "4321XX", "1"))).toEqual([]);
    await expect(asViewer(stranger, (tx) => addRefusal(tx, stranger, { id: dwellings[0]!.id, neighbourhoodCode: code }))).rejects.toThrow();
    await asViewer(viewer, (tx) => addRefusal(tx, viewer, { id: dwellings[0]!.id, neighbourhoodCode: code }));
    const [refusal] = await asViewer(viewer, (tx) => refusals(tx, viewer));
    expect(await asViewer(stranger, (tx) => refusals(tx, stranger))).toEqual([]);
    expect(await asViewer(stranger, (tx) => endRefusal(tx, stranger, refusal!.id))).toBe(false);
  });
});
