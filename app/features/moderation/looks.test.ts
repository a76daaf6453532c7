import { describe, expect, it } from "vitest";
import { asViewer } from "../../../db/viewer.server.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { moderatorOf } from "../../../tests/support/people.ts";
import { action, loader } from "../../routes/beheer.meldingen_.$id_.bekijken.tsx";
import { blockNeighbour } from "../blocks/block-neighbour.server.ts";
import { neighbourBehind } from "../blocks/neighbour-behind.server.ts";
import { changeMeasureAudience } from "../measures/change-measure-audience.server.ts";
import { changeMeasure } from "../measures/change-measure.server.ts";
import { findMeasure } from "../measures/find-measure.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import type { Moderator, Resident } from "../session/viewer.ts";
import { aroundReport } from "./around-report.server.ts";
import { hideReported } from "./hide-reported.server.ts";
import { keepReported } from "./keep-reported.server.ts";
import { liftHiding } from "./lift-hiding.server.ts";
import { lookAtReported } from "./look-at-reported.server.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { moderationQueue } from "./moderation-queue.server.ts";
import { ownDisclosures } from "./own-hidings.server.ts";
import { reportItem } from "./report-item.server.ts";
import { seenAsNeighbour } from "./seen-as-neighbour.server.ts";

const measureOf = (who: Resident, audience: "street" | "neighbourhood" = "neighbourhood") =>
  asViewer(who, (tx) => shareMeasure(tx, who, { kind: "glazing", state: "done", year: 2021, costRange: null, doneBy: null, experience: "Kenteken AB-12-CD", audience }));
const reportOn = async (by: Resident, id: string, category: "personal_data" | "untrue" = "personal_data") =>
  (await asViewer(by, (tx) => reportItem(tx, by, { kind: "measure", id }, { category, note: null })))!;

describe.each(databaseKinds)("looks on %s", (kind) => {
  const database = testDatabase(kind);

  it("are asked why: without a reason, or with another one without words, nothing is seen", async () => {
    const { me, otherStreet, here } = await neighbours();
    const report = await reportOn(otherStreet, await measureOf(me));
    const { viewer } = await moderator(here.code);
    const look = (reason: unknown, note: string | null = null) => asViewer(viewer, (tx) => lookAtReported(tx, report, { reason: reason as "report", note }));
    for (const [reason, note] of [[null, null], ["curious", null], ["other", null], ["other", "kort"], ["report", "x".repeat(301)]] as const) await expect(look(reason, note), `${reason} ${note}`).rejects.toThrow();
    expect(await asViewer(me, (tx) => ownDisclosures(tx, me))).toEqual([]);
    expect(await look("other", "De wijkagent vroeg ernaar.")).toMatchObject({ what: "measure" });
    expect(await asViewer(me, (tx) => ownDisclosures(tx, me))).toEqual([
      { id: expect.any(String), neighbourhoodName: here.name, what: "measure", reason: "other", note: "De wijkagent vroeg ernaar.", at: expect.any(Date) },
    ]);
  });

  it("show all that a neighbour reads: whoever decides on figures reads them", async () => {
    const { me, otherStreet, here } = await neighbours();
    const told = { year: 2021, costRange: "5000_10000", doneBy: "company", experience: "Fijn.", wouldDoDifferently: "Eerder.", satisfaction: 4, gasBeforeM3: 1630, gasAfterM3: 1450, powerBeforeKwh: 2000, powerAfterKwh: 2900 } as const;
    const id = await asViewer(me, (tx) => shareMeasure(tx, me, { kind: "glazing", state: "done", audience: "neighbourhood", ...told }));
    const { experience, wouldDoDifferently, ...facts } = told;
    const found = await asViewer(otherStreet, (tx) => findMeasure(tx, otherStreet, id));
    expect(found).toMatchObject(told);
    const { viewer } = await moderator(here.code);
    const report = await reportOn(otherStreet, id, "untrue");
    expect(await asViewer(viewer, (tx) => lookAtReported(tx, report, { reason: "report", note: null }))).toMatchObject({ kind: "glazing", facts: { state: "done", ...facts }, experience, wouldDoDifferently });
    const wish = await asViewer(me, (tx) => shareWish(tx, me, { scope: "home", kind: "heat_pump_air", note: "Ooit", horizon: "few_years", holdingBack: ["cost"], audience: "neighbourhood" }));
    const about = (await asViewer(otherStreet, (tx) => reportItem(tx, otherStreet, { kind: "wish", id: wish }, { category: "untrue", note: null })))!;
    expect(await asViewer(viewer, (tx) => lookAtReported(tx, about, { reason: "report", note: null }))).toMatchObject({ what: "wish", note: "Ooit", horizon: "few_years", holdingBack: ["cost"] });
  });

  it("ask for the second step again, ten minutes after it was shown, and give the errors of the form", async () => {
    const { me, otherStreet, here } = await neighbours();
    const id = await reportOn(otherStreet, await measureOf(me));
    const { viewer, cookie } = await moderator(here.code);
    const args = (form?: Record<string, string>) => {
      const { request } = requestTo(`/beheer/meldingen/${id}/bekijken`, cookie, form ? { method: "POST", body: new URLSearchParams(form) } : {});
      return { request, context: { nonce: "", ip: "127.0.0.1" }, params: { id } };
    };
    expect(await loader(args())).toMatchObject({ id, open: true });
    expect(await action(args({ reason: "other", note: "kort" }))).toMatchObject({ init: { status: 422 }, data: { errors: { note: expect.any(String) }, values: { note: "kort" } } });
    expect(await action(args({ reason: "report" }))).toMatchObject({ item: { what: "measure" } });
    await asOwner(database, `update auth.session set second_factor_at = now() - interval '11 minutes' where account_id = '${viewer.accountId}'`);
    const again = (await loader(args()).catch((thrown: unknown) => thrown)) as Response;
    expect([again.status, again.headers.get("Location")]).toEqual([302, `/tweede-stap?terug=${encodeURIComponent(`/beheer/meldingen/${id}/bekijken`)}`]);
    await asOwner(database, `update auth.session set second_factor_at = now() - interval '31 minutes' where account_id = '${viewer.accountId}'`);
    expect(((await action(args({ reason: "report" })).catch((thrown: unknown) => thrown)) as Response).status).toBe(302);
    expect(await asViewer(me, (tx) => ownDisclosures(tx, me))).toHaveLength(1);
  });

  it("are none of what a moderator sees as a neighbour, and are one of what they blocked or is hidden", async () => {
    const { me, flatmate, sameStreet, otherStreet } = await neighbours();
    const id = await measureOf(me);
    const report = await reportOn(flatmate, id);
    await moderatorOf(otherStreet.accountId, otherStreet.neighbourhoodCode);
    await logIn(otherStreet.accountId, { staff: true });
    const living: Moderator = { ...otherStreet, moderates: [otherStreet.neighbourhoodCode] };
    const path = () => asViewer(living, (tx) => seenAsNeighbour(tx, { report }));
    expect(await path()).toBe(`/maatregelen/${id}`);
    expect(await asViewer(me, (tx) => ownDisclosures(tx, me))).toEqual([]);
    await asViewer(me, (tx) => changeMeasureAudience(tx, me, id, { audience: "street", mayAsk: false, mayVisit: false }));
    expect(await path(), "shared with another street").toBeNull();
    await asViewer(me, (tx) => changeMeasureAudience(tx, me, id, { audience: "neighbourhood", mayAsk: false, mayVisit: false }));
    const other = await measureOf(sameStreet);
    await asViewer(otherStreet, async (tx) => blockNeighbour(tx, otherStreet, (await neighbourBehind(tx, otherStreet, { what: "measure", id }))!));
    expect(await path(), "blocked").toBeNull();
    expect(await asViewer(living, (tx) => lookAtReported(tx, report, { reason: "report", note: null }))).toMatchObject({ what: "measure" });
    expect(await asViewer(me, (tx) => ownDisclosures(tx, me))).toHaveLength(1);
    const second = await reportOn(flatmate, other);
    await asViewer(living, (tx) => hideReported(tx, second, { rule: "other", duration: "for_good", reason: "Dit mag hier niet." }));
    expect(await asViewer(living, (tx) => seenAsNeighbour(tx, { report: second })), "hidden").toBeNull();
  });

  it("come with what is around the report: how it stands, other reports, earlier decisions; and nothing of who", async () => {
    const { me, sameStreet, flatmate, otherStreet, stranger, here } = await neighbours();
    const id = await measureOf(me);
    const first = await reportOn(otherStreet, id);
    const { viewer } = await moderator(here.code);
    const around = (report: string, by: Moderator = viewer) => asViewer(by, (tx) => aroundReport(tx, report));
    expect(await around(first)).toEqual({ standing: { takenBack: false, audience: "neighbourhood", hidden: false, changedAt: null }, others: [], decisions: [] });
    await asViewer(viewer, (tx) => keepReported(tx, first, { rule: "untrue", note: "Dit is een eigen ervaring." }));
    const second = await reportOn(sameStreet, id, "untrue");
    await reportOn(flatmate, id, "untrue");
    expect((await asViewer(viewer, (tx) => moderationQueue(tx, viewer))).map((line) => line.what === "report" && line.alike)).toEqual([2, 2]);
    await asViewer(viewer, (tx) => hideReported(tx, second, { rule: "other", duration: "until_changed", reason: "Dit mag hier niet." }));
    const found = await around(second);
    expect(found).toMatchObject({
      standing: { hidden: true },
      others: [{ category: "personal_data", times: 1 }, { category: "untrue", times: 1 }],
      decisions: [{ what: "kept", rule: "untrue", appeal: null }, { what: "hidden", rule: "other", liftedAt: null, appeal: null }],
    });
    for (const secret of [me, sameStreet, flatmate, otherStreet].flatMap(({ householdId, residentId }) => [householdId, residentId])) expect(JSON.stringify(found)).not.toContain(secret);
    await asViewer(me, (tx) => changeMeasure(tx, me, id, { year: 2020 }));
    expect((await around(second)).standing).toMatchObject({ changedAt: expect.any(Date) });
    await asViewer(viewer, (tx) => liftHiding(tx, found.decisions[1]!.id));
    expect((await around(second)).decisions[1]).toMatchObject({ liftedAt: expect.any(Date) });
    await asViewer(me, (tx) => changeMeasureAudience(tx, me, id, { audience: "household", mayAsk: false, mayVisit: false }));
    expect((await around(second)).standing).toMatchObject({ takenBack: true });
    const nothing = { standing: null, others: [], decisions: [] };
    expect(await around(second, (await moderator(stranger.neighbourhoodCode)).viewer)).toEqual(nothing);
    expect(await around(second, { ...me, moderates: [here.code] }), "too close to home").toEqual(nothing);
  });
});
