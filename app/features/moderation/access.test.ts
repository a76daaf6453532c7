import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { addressClaim } from "../../../db/schema/addresses.ts";
import { figurePreparation } from "../../../db/schema/insights.ts";
import { disclosure, roleGrant } from "../../../db/schema/people.ts";
import { announcement, appeal, hiding, missingAddress, report, secondLook } from "../../../db/schema/sharing.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { accountWithoutHome, moderatorOf, neighbourhood, officialOf } from "../../../tests/support/people.ts";
import { saveConcept } from "../purchases/save-concept.server.ts";
import { join, opened, usual } from "../../../tests/support/purchases.ts";
import { dayAfter } from "../roles/role-days.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { keepReported } from "./keep-reported.server.ts";
import { objectTo } from "./object-to.server.ts";
import { orderLetters } from "../letters/order-letters.server.ts";
import { publishAnnouncement } from "./publish-announcement.server.ts";
import { reportItem } from "./report-item.server.ts";

type Route = { loader?: (args: LoaderFunctionArgs) => Promise<unknown>; action?: (args: ActionFunctionArgs) => Promise<unknown> };
const files = import.meta.glob<Route>("../../routes/{beheer,gemeente}*.tsx");
const routes = await Promise.all(
  Object.entries(files).map(async ([file, load]) => ({ path: `/${file.replace("../../routes/", "").replace(".tsx", "").replaceAll("_.", ".").replace("._index", "").replaceAll(".", "/")}`, route: await load() })),
);
const ofModerators = routes.filter(({ path }) => path.startsWith("/beheer"));
const aboutOne = ofModerators.filter(({ path }) => path.includes("$id"));
const noId = "00000000-0000-4000-8000-00000000dead";

type Answer = { status: number; location: string | null; body: string };

/** What a route answers, to reading and to a form; 200 with an empty body where it gives data to its page. */
async function answers({ path, route }: (typeof routes)[number], cookie: string, id = noId): Promise<Answer[]> {
  // A step of sign-ups is looked at before it is made: which one, its address says.
  const at = path.replace("$id", id) + (path.endsWith("/stappen") ? "?van=interest&naar=suitability" : "");
  const context = { nonce: "", ip: "127.0.0.1" };
  const form = () => ({ method: "POST", body: new URLSearchParams({ outcome: "Dit is een antwoord.", note: "Dit mag wel blijven.", rule: "untrue", reason: "Dit is niet waar gebleken." }) });
  const asked = [
    ...(route.loader ? [route.loader({ ...requestTo(at, cookie), context, params: { id } })] : []),
    ...(route.action ? [route.action({ ...requestTo(at, cookie, form()), context: { ...context }, params: { id } })] : []),
  ];
  return Promise.all(asked.map(settle));
}

async function settle(work: Promise<unknown>): Promise<Answer> {
  const result = await work.catch((thrown: unknown) => thrown);
  if (result instanceof Response) return { status: result.status, location: result.headers.get("Location"), body: await result.text() };
  if (result instanceof Error) throw result;
  return { status: 200, location: null, body: "" };
}

/** A neighbourhood with something for its moderator to do; `ids` are those in the addresses of its pages. */
async function somethingToDo() {
  const { here, me, sameStreet } = await neighbours();
  const { viewer, cookie } = await moderator(here.code);
  const measureId = await asViewer(me, (tx) => shareMeasure(tx, me, { kind: "glazing", state: "done", year: 2020, costRange: null, doneBy: null, audience: "neighbourhood" }));
  const reported = await asViewer(sameStreet, (tx) => reportItem(tx, sameStreet, { kind: "measure", id: measureId }, { category: "untrue", note: null }));
  const keptId = await asViewer(sameStreet, (tx) => reportItem(tx, sameStreet, { kind: "measure", id: measureId }, { category: "other", note: null }));
  const first = (await moderator(here.code)).viewer;
  await asViewer(first, (tx) => keepReported(tx, keptId!, { rule: "other", note: "Dit mag blijven staan." }));
  await asViewer(sameStreet, (tx) => objectTo(tx, keptId!, "Dit mag niet blijven staan."));
  const [appealed] = await asWorker((tx) => tx.select({ id: appeal.id }).from(appeal).where(eq(appeal.reportId, keptId!)));
  const published = await asViewer(viewer, (tx) => publishAnnouncement(tx, viewer, { neighbourhoodCode: here.code, shownName: "Coöperatie", title: "Nieuws", body: "Er is nieuws." }));
  const [missing] = await asWorker((tx) => tx.insert(missingAddress).values({ neighbourhoodCode: here.code, postcode: "1234XX", houseNumber: "1", email: "wie@voorbeeld.test" }).returning({ id: missingAddress.id }));
  const letters = await asViewer(viewer, (tx) => orderLetters(tx, viewer, { neighbourhoodCode: here.code, choice: "not_invited" }));
  const household = { neighbourhoodCode: here.code, householdId: me.householdId, subjectKind: "measure" as const, subjectId: measureId };
  const [changed] = await asWorker(async (tx) => {
    const [hidden] = await tx.insert(hiding).values({ ...household, moderatorId: first.residentId, rule: "other", reason: "Dit mag niet." }).returning({ id: hiding.id });
    return tx.insert(secondLook).values({ ...household, hidingId: hidden!.id }).returning({ id: secondLook.id });
  });
  const contact = { accountId: sameStreet.accountId, role: "contact_person" as const, neighbourhoodCode: here.code, streetId: sameStreet.streetId, endsOn: dayAfter({ years: 1 }) };
  const [role] = await asWorker((tx) => tx.insert(roleGrant).values(contact).returning({ id: roleGrant.id }));
  const objected = { neighbourhoodCode: here.code, dwellingId: me.dwellingId, accountId: sameStreet.accountId, way: "door" as const, confirmedBy: first.residentId, provenAt: new Date(), objectedAt: new Date() };
  const [claim] = await asWorker((tx) => tx.insert(addressClaim).values(objected).returning({ id: addressClaim.id }));
  const drawn = { area: here.code, areaName: "Proefbuurt", quarter: "2026-Q1", district: "WK990101", municipalityCode: "GM9901", neighbourhoods: [here.code] };
  const [prepared] = await asWorker((tx) => tx.insert(figurePreparation).values({ ...drawn, state: "prepared", sheet: { form: "yes_no", tables: [] } }).returning({ id: figurePreparation.id }));
  const bought = await opened(viewer, [here.code]);
  const concept = randomUUID();
  await asViewer(viewer, (tx) => saveConcept(tx, viewer, concept, { ...usual, neighbourhoods: [here.code] }));
  const signUp = await join(me, bought);
  const idFor = (path: string) =>
    path.includes("inkopen/aanmelding") ? signUp : /inkopen.*(openen|wijzigen|weggooien)$/.test(path) ? concept : path.includes("inkopen") ? bought : path.includes("cijfers") ? prepared!.id : path.includes("adresvragen") ? claim!.id : path.includes("rollen") ? role!.id : path.includes("brieven") ? letters : path.includes("opnieuw") ? changed!.id : path.includes("bezwaren") ? appealed!.id : path.includes("meldingen") ? reported! : path.includes("mededelingen") ? published : missing!.id;
  return { me, sameStreet, cookie, idFor };
}

const unchanged = () =>
  asWorker(async (tx) => [
    await tx.select({ closedAt: report.closedAt }).from(report),
    await tx.select({ withdrawnAt: announcement.withdrawnAt }).from(announcement),
    await tx.select({ handledAt: missingAddress.handledAt }).from(missingAddress),
    await tx.select({ decidedAt: appeal.decidedAt }).from(appeal),
    await tx.select({ decidedAt: secondLook.decidedAt }).from(secondLook),
    await tx.$count(disclosure),
  ]);

describe.each(databaseKinds)("the pages of moderators and officials on %s", (kind) => {
  testDatabase(kind);

  it("are all found by this test", () => {
    expect(ofModerators.length).toBeGreaterThan(12);
    expect(aboutOne.length).toBeGreaterThan(4);
  });

  it("open for the moderator of the neighbourhood", async () => {
    const { cookie, idFor } = await somethingToDo();
    for (const each of ofModerators.filter(({ route }) => route.loader)) {
      const [read] = await answers({ ...each, route: { loader: each.route.loader } }, cookie, idFor(each.path));
      expect([each.path, read!.status, read!.location?.startsWith("/tweede-stap") ?? false], each.path).toEqual([each.path, expect.toBeOneOf([200, 302]), false]);
    }
  });

  it("answer a resident, also whom they concern, as if they don't exist", async () => {
    const { me, sameStreet, idFor } = await somethingToDo();
    const before = await unchanged();
    for (const { residentId } of [me, sameStreet]) {
      const cookie = await logIn(residentId);
      for (const each of routes) {
        for (const answer of await answers(each, cookie, idFor(each.path))) expect([each.path, answer]).toEqual([each.path, { status: 404, location: null, body: expect.any(String) }]);
      }
    }
    expect(await unchanged()).toEqual(before);
  });

  it("answer a moderator of another neighbourhood about what is here as about what doesn't exist, word for word", async () => {
    const { idFor } = await somethingToDo();
    const { cookie } = await moderator((await neighbourhood()).code);
    const before = await unchanged();
    for (const each of aboutOne) {
      const about = await answers(each, cookie, idFor(each.path));
      expect([each.path, about]).toEqual([each.path, await answers(each, cookie, noId)]);
      if (!each.path.endsWith("terugzetten")) expect(about.map(({ status }) => status)).toEqual(about.map(() => 404));
    }
    expect(await unchanged()).toEqual(before);
  });

  it("answer an address that can't be one as one that doesn't exist", async () => {
    const { cookie } = await somethingToDo();
    for (const each of aboutOne) {
      for (const answer of await answers(each, cookie, "geen-id'; --")) expect([each.path, answer.status]).toEqual([each.path, 404]);
    }
  });

  it("send a moderator without the second step to it, and change nothing", async () => {
    const { idFor } = await somethingToDo();
    const { id } = await accountWithoutHome();
    await moderatorOf(id, (await neighbourhood()).code);
    const cookie = await logIn(id);
    const before = await unchanged();
    for (const each of ofModerators) {
      for (const answer of await answers(each, cookie, idFor(each.path))) expect([each.path, answer.status, answer.location?.startsWith("/tweede-stap?terug=")]).toEqual([each.path, 302, true]);
    }
    expect(await unchanged()).toEqual(before);
  });

  it("send who isn't logged in to the log-in page", async () => {
    for (const each of routes) {
      for (const answer of await answers(each, "")) expect([each.path, answer.status, answer.location?.startsWith("/inloggen?terug=")]).toEqual([each.path, 302, true]);
    }
  });

  it("give an official the page of the municipality and nothing of a moderator", async () => {
    const { id } = await accountWithoutHome();
    await officialOf(id, (await neighbourhood()).municipalityCode);
    const gemeente = routes.find(({ path }) => path === "/gemeente")!;
    expect(await answers(gemeente, await logIn(id))).toMatchObject([{ status: 302, location: "/tweede-stap?terug=%2Fgemeente" }]);
    const cookie = await logIn(id, { staff: true });
    expect(await answers(gemeente, cookie)).toMatchObject([{ status: 200 }]);
    for (const each of ofModerators) {
      for (const answer of await answers(each, cookie)) expect([each.path, answer.status]).toEqual([each.path, 404]);
    }
    expect(await answers(gemeente, (await moderator((await neighbourhood()).code)).cookie)).toMatchObject([{ status: 404 }]);
  });
});
