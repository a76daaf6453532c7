import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { replayJournal } from "../../../db/replay-journal.server.ts";
import { account } from "../../../db/schema/auth.ts";
import { hiding, outbox, report } from "../../../db/schema/sharing.ts";
import { visitRequest } from "../../../db/schema/visits.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { ask, open, seenBy, slot } from "../../../tests/support/visits.ts";
import { ownData } from "../../../tests/support/own-data.ts";
import type { Resident } from "../session/viewer.ts";
import { hideReported } from "./hide-reported.server.ts";
import { liftHiding } from "./lift-hiding.server.ts";
import { lookAtReported } from "./look-at-reported.server.ts";
import { ownDisclosures, ownHidings } from "./own-hidings.server.ts";
import { reportItem } from "./report-item.server.ts";
import { moderatedReport } from "./reports.server.ts";
import { seenAsNeighbour } from "./seen-as-neighbour.server.ts";

const fileReport = (who: Resident, id: string) => asViewer(who, (tx) => reportItem(tx, who, { kind: "visit_request", id }, { category: "offensive", note: null }));
const decision = { rule: "offensive", duration: "until_changed", reason: "Dit is kwetsend voor een buur." } as const;
const lineOf = async (who: Resident) => (await seenBy(who))[0]!.line;

/** A guest with a housemate, who asked at the door of a host; in another street than either. */
async function asked() {
  const { me: guest, housemate, sameStreet: host, otherStreet, here } = await neighbours();
  const visitId = await open(host);
  const { request } = (await ask(guest, visitId, await slot(host, visitId)))!;
  return { guest, housemate, host, otherStreet, id: request!, viewer: (await moderator(here.code)).viewer };
}

describe.each(databaseKinds)("what a guest wrote to a host, on %s", (kind) => {
  const database = testDatabase(kind);

  test("is reported by that host and by nobody else", async () => {
    const { guest, housemate, host, otherStreet, id, viewer } = await asked();
    for (const who of [guest, housemate, otherStreet]) expect(await fileReport(who, id)).toBeNull();
    const forged = { receipt: "AAAABBBB", neighbourhoodCode: guest.neighbourhoodCode, reporterId: guest.residentId, reporterHouseholdId: guest.householdId, subjectKind: "visit_request" as const, subjectId: id, category: "other" as const };
    await expect(asViewer(guest, (tx) => tx.insert(report).values(forged)), "past the application neither").rejects.toMatchObject({ cause: { code: "42501" } });
    const made = (await fileReport(host, id))!;
    expect(await asViewer(viewer, (tx) => seenAsNeighbour(tx, { report: made }))).toBeNull();
  });

  test("is read by a moderator without who or where, and the guest reads the look, not their housemate", async () => {
    const { guest, housemate, host, id, viewer } = await asked();
    const made = (await fileReport(host, id))!;
    const item = await asViewer(viewer, (tx) => lookAtReported(tx, made, { reason: "report", note: null }));
    expect(item).toEqual({ what: "visit_request", kinds: [], note: "Mag ik komen kijken?", shownName: null, audience: "thread" });
    expect(await asViewer(guest, (tx) => ownDisclosures(tx, guest))).toMatchObject([{ what: "visit_request", reason: "report" }]);
    for (const who of [housemate, host]) expect(await asViewer(who, (tx) => ownDisclosures(tx, who))).toEqual([]);
  });

  test("is hidden for good from the host, told to the guest alone, and shown again when that is lifted; the request itself stays", async () => {
    const { guest, housemate, host, id, viewer } = await asked();
    const made = (await fileReport(host, id))!;
    expect(await asViewer(viewer, (tx) => hideReported(tx, made, decision))).toBe("hidden");
    expect([await lineOf(host), await lineOf(guest)]).toEqual([null, "Mag ik komen kijken?"]);
    expect(await fileReport(host, id), "there is nothing more to report").toBeNull();
    expect(await asViewer(guest, (tx) => ownHidings(tx, guest))).toMatchObject([{ subjectKind: "visit_request", duration: "for_good" }]);
    expect(await asViewer(housemate, (tx) => ownHidings(tx, housemate))).toEqual([]);
    const emails = await asAuth((tx) => tx.select({ id: account.id }).from(account));
    const mails = await asWorker((tx) => tx.select({ accountId: outbox.accountId }).from(outbox).where(eq(outbox.template, "item-hidden")));
    expect(emails.map((each) => each.id).filter((each) => mails.some(({ accountId }) => accountId === each))).toEqual([guest.accountId]);
    expect((await ownData(guest)).visitRequest).toMatchObject([{ id, line: "Mag ik komen kijken?" }]);
    const { hidingId } = (await asViewer(viewer, (tx) => moderatedReport(tx, viewer, made)))!;
    expect(await asViewer(viewer, (tx) => liftHiding(tx, hidingId!))).toBe(true);
    expect(await lineOf(host)).toBe("Mag ik komen kijken?");
  });

  test("is hidden again from the host when a backup from before is restored, and shown when it was lifted since", async () => {
    vi.stubEnv("JOURNAL_FILE", join(mkdtempSync(join(tmpdir(), "buurhof-journal-")), "journal.txt"));
    const { host, id, viewer } = await asked();
    const made = (await fileReport(host, id))!;
    await asViewer(viewer, (tx) => hideReported(tx, made, decision));
    const restored = async () => {
      await asWorker(async (tx) => {
        await tx.delete(hiding).where(eq(hiding.subjectId, id));
        await tx.update(visitRequest).set({ hiddenAt: null }).where(eq(visitRequest.id, id));
      });
      await asOwner(database, "delete from journal_entry");
      expect(await lineOf(host)).toBe("Mag ik komen kijken?");
      await replayJournal(database.connection);
      return lineOf(host);
    };
    expect(await restored()).toBeNull();
    const [again] = await asWorker((tx) => tx.select({ id: hiding.id }).from(hiding).where(eq(hiding.subjectId, id)));
    expect(await asViewer(viewer, (tx) => liftHiding(tx, again!.id))).toBe(true);
    expect(await restored()).toBe("Mag ik komen kijken?");
    vi.unstubAllEnvs();
  });
});
