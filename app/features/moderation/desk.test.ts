import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { type Locale, signup, waiting } from "../../../db/schema/auth.ts";
import { announcement, letter, missingAddress } from "../../../db/schema/sharing.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { deliveredMails } from "../../../tests/support/mail.ts";
import { moderator } from "../../../tests/support/moderators.ts";
import { dwelling, household, neighbourhood, resident } from "../../../tests/support/people.ts";
import { moderatedAnnouncement, moderatedAnnouncements } from "./announcements.server.ts";
import { handleMissingAddress } from "./handle-missing-address.server.ts";
import { handledMissingAddresses, openMissingAddress, openMissingAddresses } from "./missing-addresses.server.ts";
import { pendingLetters } from "./pending-letters.server.ts";
import { publishAnnouncement } from "./publish-announcement.server.ts";
import { waitingCounts } from "./waiting-counts.server.ts";
import { waitingWork } from "./waiting-work.server.ts";
import { withdrawAnnouncement } from "./withdraw-announcement.server.ts";

const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const news = { shownName: "Energiecoöperatie Lindewaard", title: "Bijeenkomst op dinsdag", body: "Om acht uur in de school." };

async function letterTo(neighbourhoodCode: string, own: Partial<typeof letter.$inferInsert> = {}) {
  const home = await dwelling(neighbourhoodCode, { houseNumber: 12, houseLetter: "A", postcode: "1234XX" });
  const email = `${crypto.randomUUID()}@voorbeeld.test`;
  const [asked] = await asAuth((tx) => tx.insert(signup).values({ email, dwellingId: home.id, neighbourhoodCode, way: "letter" }).returning({ id: signup.id }));
  const [made] = await asAuth((tx) => tx.insert(letter).values({ neighbourhoodCode, dwellingId: home.id, signupId: asked!.id, ...own }).returning({ id: letter.id }));
  return { id: made!.id, email, signupId: asked!.id };
}

async function missing(neighbourhoodCode: string | null, locale: Locale = "nl") {
  const email = `${crypto.randomUUID()}@voorbeeld.test`;
  await asAuth((tx) => tx.insert(missingAddress).values({ neighbourhoodCode, postcode: "1234 XX", houseNumber: "7 boven", note: "Boven de winkel", email, locale }));
  const [row] = await asWorker((tx) => tx.select({ id: missingAddress.id }).from(missingAddress).where(eq(missingAddress.email, email)));
  return { id: row!.id, email };
}

describe.each(databaseKinds)("the desk of a moderator on %s", (kind) => {
  testDatabase(kind);

  it("lists the letters of the own neighbourhoods by address, without who signed up there", async () => {
    const [one, two, other] = [await neighbourhood({ name: "Zuid" }), await neighbourhood({ name: "Noord" }), await neighbourhood()];
    const { viewer } = await moderator(one.code, two.code);
    const first = await letterTo(one.code, { requestedAt: days(-2) });
    const second = await letterTo(two.code, { requestedAt: days(-1), printAfter: days(3) });
    await letterTo(other.code);
    await letterTo(one.code, { endedAt: days(0) });
    const letters = await asViewer(viewer, (tx) => pendingLetters(tx, viewer));
    expect(letters).toMatchObject([
      { id: first.id, neighbourhoodName: "Zuid", street: "Proefstraat", number: "12A", postcode: "1234XX", notBefore: null, printedAt: null, printCount: 0 },
      { id: second.id, neighbourhoodName: "Noord", notBefore: expect.any(Date) },
    ]);
    for (const secret of [first.email, first.signupId]) expect(JSON.stringify(letters)).not.toContain(secret);
    expect((await asViewer(viewer, (tx) => waitingWork(tx, viewer))).letters.count).toBe(1);
  });

  it("answers a missing address once, by mail to an address that the moderator doesn't see", async () => {
    const area = await neighbourhood();
    const { viewer } = await moderator(area.code);
    const { id, email } = await missing(area.code);
    const open = await asViewer(viewer, (tx) => openMissingAddress(tx, id));
    expect(open).toMatchObject({ postcode: "1234 XX", houseNumber: "7 boven", note: "Boven de winkel" });
    expect(JSON.stringify(await asViewer(viewer, (tx) => openMissingAddresses(tx)))).not.toContain(email);
    await deliveredMails();
    expect(await asViewer(viewer, (tx) => handleMissingAddress(tx, viewer, id, "Het adres staat nu in de lijst."))).toBe(true);
    expect(await asViewer(viewer, (tx) => handleMissingAddress(tx, viewer, id, "Nog eens."))).toBe(false);
    const mails = await deliveredMails();
    expect(mails.map((mail) => mail.to)).toEqual([email]);
    expect(mails[0]!.text).toContain("Het adres staat nu in de lijst.");
    expect(await asViewer(viewer, (tx) => openMissingAddress(tx, id))).toBeNull();
    expect(await asViewer(viewer, (tx) => handledMissingAddresses(tx))).toMatchObject([{ id, outcome: "Het adres staat nu in de lijst." }]);
  });

  it.each([
    ["nl", "We hebben naar je adres gekeken"],
    ["en", "We looked at your address"],
  ] as const)("answers who asked in %s in that language", async (locale, subject) => {
    const area = await neighbourhood();
    const { viewer } = await moderator(area.code);
    const { id } = await missing(area.code, locale);
    await deliveredMails();
    await asViewer(viewer, (tx) => handleMissingAddress(tx, viewer, id, "Het adres staat nu in de lijst."));
    expect((await deliveredMails()).map((mail) => mail.subject)).toEqual([subject]);
  });

  it("shows a missing address to the moderators of its neighbourhood, and one of nowhere to all of them", async () => {
    const [area, other] = [await neighbourhood(), await neighbourhood()];
    const [here, elsewhere] = [(await moderator(area.code)).viewer, (await moderator(other.code)).viewer];
    const [ours, nobodys] = [await missing(area.code), await missing(null)];
    const ids = async (viewer: typeof here) => (await asViewer(viewer, (tx) => openMissingAddresses(tx))).map(({ id }) => id);
    expect(await ids(here)).toEqual(expect.arrayContaining([ours.id, nobodys.id]));
    expect(await ids(elsewhere)).not.toContain(ours.id);
    expect(await ids(elsewhere)).toContain(nobodys.id);
    expect(await asViewer(elsewhere, (tx) => handleMissingAddress(tx, elsewhere, ours.id, "Van buiten beantwoord."))).toBe(false);
    expect(await asViewer(elsewhere, (tx) => handleMissingAddress(tx, elsewhere, nobodys.id, "Dit is een andere gemeente."))).toBe(true);
  });

  it("publishes to the own neighbourhood, takes back, and keeps that moderators see what was", async () => {
    const [area, other] = [await neighbourhood(), await neighbourhood()];
    const { viewer } = await moderator(area.code);
    const neighbour = await resident(await household(await dwelling(area.code)));
    const stranger = await resident(await household(await dwelling(other.code)));
    const seenBy = async (who: typeof neighbour) => asViewer(who, (tx) => tx.select({ title: announcement.title }).from(announcement));
    const id = await asViewer(viewer, (tx) => publishAnnouncement(tx, viewer, { neighbourhoodCode: area.code, ...news }));
    expect(await seenBy(neighbour)).toEqual([{ title: news.title }]);
    expect(await seenBy(stranger)).toEqual([]);
    expect(await asViewer(viewer, (tx) => withdrawAnnouncement(tx, id))).toBe(true);
    expect(await asViewer(viewer, (tx) => withdrawAnnouncement(tx, id))).toBe(false);
    expect(await seenBy(neighbour)).toEqual([]);
    expect(await asViewer(viewer, (tx) => moderatedAnnouncements(tx, viewer))).toMatchObject([{ id, ...news, withdrawnAt: expect.any(Date) }]);
  });

  it("doesn't publish to or take back from another neighbourhood", async () => {
    const [area, other] = [await neighbourhood(), await neighbourhood()];
    const [here, elsewhere] = [(await moderator(area.code)).viewer, (await moderator(other.code)).viewer];
    const id = await asViewer(here, (tx) => publishAnnouncement(tx, here, { neighbourhoodCode: area.code, ...news }));
    await expect(asViewer(elsewhere, (tx) => publishAnnouncement(tx, elsewhere, { neighbourhoodCode: area.code, ...news }))).rejects.toThrow();
    expect(await asViewer(elsewhere, (tx) => moderatedAnnouncement(tx, elsewhere, id))).toBeNull();
    expect(await asViewer(elsewhere, (tx) => withdrawAnnouncement(tx, id))).toBe(false);
  });

  it("counts who waits in the own municipality, where it isn't open yet, and nothing more", async () => {
    const own = await neighbourhood();
    const closed = await neighbourhood({ served: false, name: "De Rietkraag", municipalityCode: own.municipalityCode });
    const far = await neighbourhood({ served: false });
    const emails = Array.from({ length: 4 }, () => `${crypto.randomUUID()}@voorbeeld.test`);
    await asAuth((tx) =>
      tx.insert(waiting).values([
        { email: emails[0]!, neighbourhoodCode: closed.code, confirmedAt: days(-3) },
        { email: emails[1]!, neighbourhoodCode: closed.code, confirmedAt: days(-1) },
        { email: emails[2]!, neighbourhoodCode: closed.code },
        { email: emails[3]!, neighbourhoodCode: far.code, confirmedAt: days(-1) },
      ]),
    );
    const counts = await waitingCounts((await moderator(own.code)).viewer);
    expect(counts).toMatchObject([{ code: closed.code, name: "De Rietkraag", waiting: 2 }]);
    expect(counts[0]!.since.toISOString().slice(0, 10)).toBe(days(-3).toISOString().slice(0, 10));
    for (const email of emails) expect(JSON.stringify(counts)).not.toContain(email);
  });
});
