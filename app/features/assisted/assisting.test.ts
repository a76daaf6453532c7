import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { assistedEntry, assistedSession, paperResident } from "../../../db/schema/assisted.ts";
import { consent, household } from "../../../db/schema/people.ts";
import { letter, measure, report, wish } from "../../../db/schema/sharing.ts";
import { asViewer, AssistingOver, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { assist, contactOfStreet, dayBefore, signed } from "../../../tests/support/helping.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { dwelling } from "../../../tests/support/people.ts";
import { findWish } from "../wishes/find-wish.server.ts";
import { shareWish } from "../wishes/share-wish.server.ts";
import { assistingIn, type Assisting } from "../session/require-assisting.server.ts";
import type { Resident } from "../session/viewer.ts";
import { ownItems } from "../sharing/own-items.server.ts";
import { ownSessions, sessionsHere } from "./assisted-log.server.ts";
import { allEntries } from "./entries/all-entries.server.ts";
import { findHelpAddresses, helpAddress } from "./help-addresses.server.ts";
import { noteEntry, saveEntry } from "./save-entry.server.ts";
import { entriesOf, paperNumber } from "./session-entries.server.ts";
import { startAssisting, stopAssisting } from "./start-assisting.server.ts";
import { takeBack } from "./take-back.server.ts";

const form = (fields: Record<string, string>) => {
  const filled = new FormData();
  for (const [name, value] of Object.entries(fields)) filled.append(name, value);
  return filled;
};
const dream = { title: "Een bankje bij de hoek", audience: "neighbourhood" };
async function enter(assisting: Assisting, name: keyof typeof allEntries, fields: Record<string, string>) {
  const read = allEntries[name].read(form(fields), "nl");
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return saveEntry(assisting, allEntries[name], read);
}
const minutesPass = (id: string, minutes: number) =>
  asWorker((tx) => tx.update(assistedSession).set({ startedAt: sql`started_at - make_interval(mins => ${minutes}::int)`, endsAt: sql`ends_at - make_interval(mins => ${minutes}::int)` }).where(eq(assistedSession.id, id)));
const begin = (who: Resident, dwellingId: string, more = {}) => startAssisting(who, { dwellingId, known: false, number: null, ...more }, signed);

/** A contact person of a street, and a home in it. */
async function street() {
  const all = await neighbours();
  return { ...all, helper: contactOfStreet(all.sameStreet), home: await dwelling(all.here.code, { streetId: all.sameStreet.streetId, buildingId: all.me.buildingId! }) };
}

describe.each(databaseKinds)("helping somebody on paper on %s", (kind) => {
  testDatabase(kind);

  it("enters as the person, who is somebody in the street; what was entered has its consent, its line in the log and a letter", async () => {
    const { helper, home, otherStreet } = await street();
    const assisting = await assist(helper, { dwellingId: home.id });
    const id = await enter(assisting, "buurtwens", dream);
    await enter(assisting, "maatregel", { kind: "induction", state: "done", audience: "household" });
    const seen = await asViewer(otherStreet, (tx) => findWish(tx, otherStreet, id!));
    expect(seen).toMatchObject({ title: dream.title, shownName: null });
    const person = assisting.onBehalf.residentId;
    expect(await asWorker((tx) => tx.select({ residentId: consent.residentId, audience: consent.audience, locale: consent.locale }).from(consent).where(eq(consent.subjectId, id!)))).toEqual([{ residentId: person, audience: "neighbourhood", locale: "nl" }]);
    const [log] = await asWorker((tx) => tx.select().from(assistedSession).where(eq(assistedSession.id, assisting.session.id)));
    expect(log).toMatchObject({ helperId: helper.residentId, helperRole: "contact_person", signedOn: dayBefore(0), textVersion: "2026-1", entryCount: 2, paperResidentId: person });
    expect(log!.textShown).toContain("contactpersoon");
    expect(log!.endsAt.getTime() - log!.startedAt.getTime()).toBe(15 * 60_000);
    expect((await asWorker((tx) => tx.select({ kind: assistedEntry.kind }).from(assistedEntry).where(eq(assistedEntry.sessionId, log!.id)))).map((row) => row.kind).sort()).toEqual(["measure", "wish"]);
    expect(await asWorker((tx) => tx.select({ dwellingId: letter.dwellingId, endedAt: letter.endedAt }).from(letter).where(eq(letter.paperResidentId, person)))).toEqual([{ dwellingId: home.id, endedAt: null }]);
  });

  it("is over after fifteen minutes, or when stopped: then the database shows and takes nothing more", async () => {
    const { helper, home } = await street();
    const assisting = await assist(helper, { dwellingId: home.id });
    const { onBehalf, session } = assisting;
    await enter(assisting, "buurtwens", dream);
    await minutesPass(session.id, 14);
    await enter(assisting, "buurtwens", { ...dream, title: "Meer bomen" });
    await minutesPass(session.id, 1);
    await expect(enter(assisting, "buurtwens", { ...dream, title: "Te laat" })).rejects.toThrow(AssistingOver);
    await expect(asViewer(onBehalf, (tx) => ownItems(tx, onBehalf))).rejects.toThrow(AssistingOver);
    expect(await assistingIn(helper, session.id)).toBeNull();
    const again = await startAssisting(helper, { again: session.id }, signed);
    if ("refused" in again) throw new Error(again.refused);
    expect((await assistingIn(helper, again.id))?.onBehalf.residentId).toBe(onBehalf.residentId);
    expect(await stopAssisting(helper, again.id)).toBe(true);
    expect(await stopAssisting(helper, again.id)).toBe(false);
    expect(await assistingIn(helper, again.id)).toBeNull();
  });

  it("shows who helps nothing between sessions, nor another helper's sessions", async () => {
    const { helper, home, flatmate, me } = await street();
    const { onBehalf, session } = await assist(helper, { dwellingId: home.id });
    await saveEntry({ onBehalf }, { kind: "wish" }, { ok: true, write: (tx, who) => shareWish(tx, who, { scope: "neighbourhood", title: "Alleen voor mij", audience: "household" }) });
    const other = contactOfStreet(flatmate);
    expect(await assistingIn(other, session.id)).toBeNull();
    expect(await stopAssisting(other, session.id)).toBe(false);
    await stopAssisting(helper, session.id);
    for (const who of [helper, other, me]) {
      const count = await asViewer(who, async (tx) => [...(await tx.select().from(paperResident)), ...(await tx.select({ id: assistedSession.id }).from(assistedSession)), ...(await tx.select().from(assistedEntry)), ...(await tx.select().from(wish))].length);
      expect(count).toBe(0);
    }
    expect(await ownSessions(helper)).toMatchObject([{ id: session.id, entryCount: 1, own: true }]);
    expect(await ownSessions(other)).toEqual([]);
  });

  it("is only for the own street or building, whatever a request says", async () => {
    const { helper, otherStreet, me, stranger, here } = await street();
    const elsewhere = await dwelling(here.code);
    expect(await begin(helper, elsewhere.id)).toEqual({ refused: "elsewhere" });
    expect(await begin(me, me.dwellingId)).toEqual({ refused: "elsewhere" });
    expect(await begin(contactOfStreet(stranger), me.dwellingId)).toEqual({ refused: "elsewhere" });
    const ofBuilding = { ...otherStreet, contactFor: { streets: [], buildings: [otherStreet.buildingId!] } };
    expect(await begin(ofBuilding, me.dwellingId)).toEqual({ refused: "elsewhere" });
    expect("id" in (await begin(ofBuilding, otherStreet.dwellingId))).toBe(true);
    const found = await asViewer(helper, (tx) => findHelpAddresses(tx, "1"));
    for (const { dwellingId } of found) expect(await asViewer(helper, (tx) => helpAddress(tx, dwellingId))).not.toBeNull();
    expect(await asViewer(helper, (tx) => helpAddress(tx, elsewhere.id))).toBeNull();
    // A role that ended closes a session that runs.
    const running = await assist(helper, { dwellingId: me.dwellingId });
    expect(await assistingIn({ ...helper, contactFor: { streets: [], buildings: [] } }, running.session.id)).toBeNull();
  });

  it("shows nothing of other neighbours, but for the one thing that both may see and that is reported", async () => {
    const { helper, home, me, flatmate } = await street();
    const share = (who: Resident, audience: "building" | "street") => asViewer(who, (tx) => shareWish(tx, who, { scope: "neighbourhood", title: "Iets", audience }));
    const [inBuilding, inStreet] = [await share(flatmate, "building"), await share(me, "street")];
    const assisting = await assist(helper, { dwellingId: home.id });
    const { onBehalf } = assisting;
    const visible = await asViewer(onBehalf, async (tx) => [...(await tx.select({ id: wish.id }).from(wish)), ...(await tx.select({ id: measure.id }).from(measure))]);
    expect(visible).toEqual([]);
    expect(await enter(assisting, "melding", { item: `wish:${inBuilding}`, category: "other" })).toBeNull();
    const made = await enter(assisting, "melding", { item: `wish:${inStreet}`, category: "offensive" });
    const [kept] = await asWorker((tx) => tx.select({ reporterId: report.reporterId, subjectId: report.subjectId }).from(report).where(eq(report.id, made!)));
    expect(kept).toEqual({ reporterId: onBehalf.residentId, subjectId: inStreet });
    const entries = await asViewer(onBehalf, (tx) => entriesOf(tx, onBehalf, [assisting.session.id]));
    expect(entries.get(assisting.session.id)).toMatchObject([{ kind: "report", receipt: expect.stringMatching(/^[A-Z2-9]{8}$/) }]);
    const { items } = (await allEntries.melding.form(assisting, "")) as { items: { id: string }[] };
    expect(items.map(({ id }) => id)).toEqual([inStreet]);
  });

  it("finds somebody again who was helped before: who helped them, with their number, or as a moderator; nobody else learns that they are there", async () => {
    const { helper, home, flatmate, here } = await street();
    const first = await assist(helper, { dwellingId: home.id });
    const number = await asViewer(first.onBehalf, (tx) => paperNumber(tx, first.onBehalf));
    await stopAssisting(helper, first.session.id);
    const other = contactOfStreet(flatmate);
    expect(await begin(other, home.id, { known: true })).toEqual({ refused: "unknown" });
    expect(await begin(other, home.id, { known: true, number: "CDFHJKMN" })).toEqual({ refused: "unknown" });
    expect(await begin(other, flatmate.dwellingId, { known: true })).toEqual({ refused: "unknown" });
    const again = [];
    for (const [who, known] of [[helper, { known: true }], [other, { known: true, number }], [(await moderator(here.code)).viewer, { known: true }]] as const) {
      const { onBehalf, session } = await assist(who, { dwellingId: home.id, ...known });
      again.push(onBehalf.residentId);
      await stopAssisting(who, session.id);
    }
    expect(new Set(again)).toEqual(new Set([first.onBehalf.residentId]));
    expect((await assist(other, { dwellingId: home.id })).onBehalf.residentId).not.toBe(first.onBehalf.residentId);
  });

  it("asks for a form of the last 30 days, lets one session run at a time and ten begin in a day, also when all come at once", async () => {
    const { helper, home, flatmate } = await street();
    for (const signedOn of [dayBefore(-1), dayBefore(31)]) expect(await startAssisting(helper, { dwellingId: home.id, known: false, number: null }, { ...signed, signedOn })).toEqual({ refused: "date" });
    const other = contactOfStreet(flatmate);
    const atOnce = await Promise.all(Array.from({ length: 4 }, () => begin(other, home.id)));
    expect(atOnce.filter((one) => "id" in one)).toHaveLength(1);
    expect(atOnce.filter((one) => "refused" in one && one.refused === "open")).toHaveLength(3);
    for (let count = 0; count < 10; count++) {
      const { session } = await assist(helper, { dwellingId: home.id });
      await stopAssisting(helper, session.id);
    }
    expect(await begin(helper, home.id)).toEqual({ refused: "too_many" });
  });

  it("makes nothing visible of others at the address, and its log says neither where nor what", async () => {
    const { helper, me, here } = await street();
    const { session, onBehalf } = await assist(helper, { dwellingId: me.dwellingId });
    expect(await asViewer(onBehalf, (tx) => tx.select({ id: household.id }).from(household))).toEqual([{ id: onBehalf.householdId }]);
    expect(onBehalf.householdId).not.toBe(me.householdId);
    const { viewer } = await moderator(here.code);
    expect(await sessionsHere(viewer)).toEqual([{ id: session.id, neighbourhoodCode: here.code, startedAt: expect.any(Date), endedAt: expect.any(Date), helperRole: "contact_person", helperName: null, entryCount: 0, own: false }]);
    expect(await asViewer(viewer, async (tx) => [...(await tx.select({ id: assistedSession.id }).from(assistedSession)), ...(await tx.select().from(paperResident))])).toEqual([]);
  });

  it("takes one thing back", async () => {
    const { helper, home, otherStreet } = await street();
    const assisting = await assist(helper, { dwellingId: home.id });
    const id = (await enter(assisting, "buurtwens", dream))!;
    expect(await takeBack(assisting, "wish", id)).toBe(true);
    expect(await takeBack(assisting, "measure", id)).toBe(false);
    expect(await asViewer(otherStreet, (tx) => findWish(tx, otherStreet, id))).toBeNull();
  });

  it("writes no line in the log for who helps nobody", async () => {
    const { helper } = await street();
    await expect(asViewer(helper, (tx) => noteEntry(tx, "wish", helper.residentId))).rejects.toThrow();
  });
});
