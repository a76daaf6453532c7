import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { consent, type ConsentPurpose } from "../../../db/schema/people.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { action as chooseFor, loader as measureAudiencePage } from "../../routes/maatregelen.$id.publiek.tsx";
import { action as putBack } from "../../routes/maatregelen.$id.terugzetting.ts";
import { action as answerFigures, loader as figuresPage } from "../../routes/welkom.cijfers.tsx";
import { action as chooseName, loader as namePage } from "../../routes/welkom.naam.tsx";
import { loader as wishPage } from "../../routes/wensen.$id._index.tsx";
import { action as join } from "../../routes/wensen.$id.deelname.ts";
import { action as showWish, loader as wishAudiencePage } from "../../routes/wensen.$id.publiek.tsx";
import { findMeasure } from "../measures/find-measure.server.ts";
import { shareMeasure } from "../measures/share-measure.server.ts";
import { withdrawMeasure } from "../measures/withdraw-measure.server.ts";
import type { Resident } from "../session/viewer.ts";
import { shareWish } from "../wishes/share-wish.server.ts";

const solar = { kind: "solar_panels", state: "done", year: 2021, costRange: null, doneBy: null } as const;

/** The texts under which this resident's open consents were given. */
const stored = async (who: Resident, purpose: ConsentPurpose) =>
  (await asWorker((tx) => tx.select({ text: consent.textShown }).from(consent).where(and(eq(consent.residentId, who.residentId), eq(consent.purpose, purpose), isNull(consent.withdrawnAt))))).map(({ text }) => text);

async function pageArgs(who: Resident) {
  const cookie = await logIn(who.accountId);
  return (form: Record<string, string> | null, id?: string) => {
    const { request } = requestTo("/", cookie, form ? { method: "POST", body: new URLSearchParams(form) } : {});
    return { request, context: { nonce: "n", ip: "10.4.0.1" }, params: id ? { id } : {} };
  };
}

describe.each(databaseKinds)("the ledger keeps the text that was on the page, on %s", (kind) => {
  testDatabase(kind);

  it("for joining a wish, for the figures and for a name", async () => {
    const { me, sameStreet } = await neighbours();
    const args = await pageArgs(me);
    const id = await asViewer(sameStreet, (tx) => shareWish(tx, sameStreet, { scope: "neighbourhood", title: "Een moestuin", audience: "street" }));
    const shown = { join_wish: (await wishPage(args(null, id))).consent, published_figures: (await figuresPage(args(null))).consent, display_name: (await namePage(args(null))).consent };
    await join(args({}, id));
    await answerFigures(args({ cijfers: "ja" }));
    await chooseName(args({ keuze: "eigen", naam: "Noor" }));
    for (const [purpose, text] of Object.entries(shown)) expect(await stored(me, purpose as ConsentPurpose), purpose).toEqual([text]);
  });

  it("for sharing a measure and a wish with each audience", async () => {
    const { me } = await neighbours();
    const args = await pageArgs(me);
    const measure = await asViewer(me, (tx) => shareMeasure(tx, me, { ...solar, audience: "household" }));
    const wish = await asViewer(me, (tx) => shareWish(tx, me, { scope: "home", kind: "glazing", audience: "household" }));
    for (const audience of ["building", "street", "neighbourhood"] as const) {
      const shown = (offered: { audience: string; text: string | null }[]) => offered.find((each) => each.audience === audience)!.text;
      const [forMeasure, forWish] = [shown((await measureAudiencePage(args(null, measure))).offered), shown((await wishAudiencePage(args(null, wish))).offered)];
      await chooseFor(args({ audience }, measure));
      await showWish(args({ audience }, wish));
      expect([await stored(me, "share_measure"), await stored(me, "share_wish")]).toEqual([[forMeasure], [forWish]]);
    }
  });

  it("for putting back, where nothing is asked: the text of before, and only for who agreed to it", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const id = await asViewer(me, (tx) => shareMeasure(tx, me, { ...solar, audience: "street" }));
    const before = "Een tekst van vroeger";
    await asWorker(async (tx) => {
      const [given] = await tx.delete(consent).where(eq(consent.subjectId, id)).returning();
      await tx.insert(consent).values({ ...given!, textShown: before, textVersion: "share_measure-0" });
    });
    const seen = () => asViewer(sameStreet, async (tx) => (await findMeasure(tx, sameStreet, id)) !== null);
    await asViewer(me, (tx) => withdrawMeasure(tx, me, id));
    await putBack((await pageArgs(me))({}, id));
    expect([await stored(me, "share_measure"), await seen()]).toEqual([[before], true]);
    await asViewer(me, (tx) => withdrawMeasure(tx, me, id));
    await putBack((await pageArgs(housemate))({}, id));
    expect([await stored(housemate, "share_measure"), await stored(me, "share_measure"), await seen()]).toEqual([[], [], false]);
  });
});
