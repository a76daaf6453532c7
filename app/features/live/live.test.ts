import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { session } from "../../../db/schema/auth.ts";
import { membership } from "../../../db/schema/people.ts";
import { asAuth, asViewer, asWorker } from "../../../db/viewer.server.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { hear } from "../../../tests/support/hear.ts";
import { type Listening, listenWithoutPages } from "../../../tests/support/listen.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { neighbours } from "../../../tests/support/neighbours.ts";
import { moderating, opened, ordered } from "../../../tests/support/purchases.ts";
import { type PurchaseNumbers, purchaseNumbers } from "../purchases/purchase-numbers.server.ts";
import { endSession } from "../session/end-session.server.ts";
import { revokeOtherSessions } from "../session/revoke-session.server.ts";
import type { Resident } from "../session/viewer.ts";
import { announceChange } from "./announce-change.server.ts";
import { closeLive, mostPerSession } from "./hub.server.ts";

const own = "/live/berichten/mij";
const announce = (who: Resident) => asViewer(who, (tx) => announceChange(tx, "notices", who.residentId));

describe.each(databaseKinds)("live connections, on %s", (kind) => {
  const database = testDatabase(kind);
  let site: Listening;
  beforeAll(async () => {
    site = await listenWithoutPages();
  });
  afterAll(async () => {
    await closeLive();
    site.stop();
  });

  test("say that something changed once it was committed, and nothing of what, who or which", async () => {
    const { me } = await neighbours();
    const open = await hear(site.url, own, await logIn(me.accountId));
    expect([open.status, open.headers.get("content-type"), open.headers.get("cache-control"), open.headers.get("content-encoding")]).toEqual([200, "text/event-stream; charset=utf-8", "private, no-store", null]);
    await expect(
      asViewer(me, async (tx) => {
        await announceChange(tx, "notices", me.residentId);
        throw new Error("not after all");
      }),
    ).rejects.toThrow("not after all");
    await announce(me);
    await open.until(1);
    expect(open.body).toBe("retry: 3000\n\nevent: changed\ndata: 1000\n\n");
    open.stop();
  });

  test("reach who they are about and nobody else", async () => {
    const { me, housemate, sameStreet } = await neighbours();
    const others = await Promise.all([housemate, sameStreet].map(async ({ accountId }) => hear(site.url, own, await logIn(accountId))));
    const open = await hear(site.url, own, await logIn(me.accountId));
    await announce(me);
    await open.until(1);
    await wait(50);
    expect(others.map(({ changes }) => changes())).toEqual([0, 0]);
    for (const each of [open, ...others]) each.stop();
  });

  test("answer what isn't there, what isn't theirs and who isn't logged in with one and the same 404", async () => {
    const { me } = await neighbours();
    const cookie = await logIn(me.accountId);
    const asked = await Promise.all([
      hear(site.url, own),
      hear(site.url, own, "session=nothing-of-the-kind"),
      ...[`/live/berichten/${me.residentId}`, `/live/vraag/${randomUUID()}`, "/live/vraag/geen-id", `/live/gesprek/${randomUUID()}`, `/live/session/${me.sessionId}`, "/live/iets/mij"].map((path) => hear(site.url, path, cookie)),
    ]);
    expect(new Set(asked.map(({ status, body, headers }) => `${status} ${body} ${headers.get("content-type")} ${headers.get("cache-control")}`))).toEqual(
      new Set(["404 Niet gevonden. Not found. text/plain; charset=utf-8 private, no-store"]),
    );
  });

  test("end at once when somebody logs out, there or from another device", async () => {
    const { me } = await neighbours();
    const [here, there] = [await logIn(me.accountId), await logIn(me.accountId)];
    const [open, other] = [await hear(site.url, own, here), await hear(site.url, own, there)];
    const { id } = await asAuth(async (tx) => (await tx.select({ id: session.publicId }).from(session).where(sql`${session.accountId} = ${me.accountId}`).orderBy(session.createdAt))[0]!);
    await revokeOtherSessions({ ...me, sessionId: id });
    await other.ended;
    await endSession(requestTo("/uitloggen", here).request);
    await open.ended;
    expect((await hear(site.url, own, here)).status).toBe(404);
  });

  test("tell the numbers of a purchase at once to all who may see it, read by one of them", async () => {
    const { me, sameStreet, otherStreet, stranger, here } = await neighbours();
    const moderator = moderating(crypto.randomUUID(), here.code);
    const id = await opened(moderator, [here.code], { rules: { capacity: 5 } });
    const path = `/live/inkoop/${id}`;
    const cookies = await Promise.all([sameStreet, otherStreet].map(({ accountId }) => logIn(accountId)));
    const open = await Promise.all(cookies.map((cookie) => hear(site.url, path, cookie)));
    expect((await hear(site.url, path, await logIn(stranger.accountId))).status).toBe(404);
    const numbers = (body: string) => [...body.matchAll(/event: numbers\ndata: (.*)\n\n/g)].map(([, line]) => JSON.parse(line!) as PurchaseNumbers);
    await ordered(moderator, me, id);
    for (const each of open) await expect.poll(() => numbers(each.body).at(-1)).toMatchObject({ orders: 1, mostOrders: 1, places: 1 });
    const told = numbers(open[0]!.body).at(-1)!;
    expect(told.counts.filter(({ homes }) => homes !== null), "what is under ten is told to nobody").toEqual([]);
    expect(await asViewer(otherStreet, (tx) => purchaseNumbers(tx, id))).toEqual(told);
    expect(await asViewer(stranger, (tx) => purchaseNumbers(tx, id))).toBeNull();
    for (const each of open) each.stop();
  });

  test("end at once with the membership, and with nothing more said", async () => {
    const { me, sameStreet, here } = await neighbours();
    const id = await opened(moderating(crypto.randomUUID(), here.code), [here.code]);
    const [open, staying] = await Promise.all([me, sameStreet].map(async ({ accountId }) => hear(site.url, `/live/inkoop/${id}`, await logIn(accountId))));
    await asWorker((tx) => tx.update(membership).set({ endedAt: sql`now()`, endedReason: "moved" }).where(eq(membership.residentId, me.residentId)));
    await open!.ended;
    const [said, before] = [open!.body, staying!.changes()];
    await asViewer(sameStreet, (tx) => announceChange(tx, "purchase", id));
    await staying!.until(before + 1);
    expect(open!.body).toBe(said);
    staying!.stop();
  });

  test("tell a burst of changes in a few words, the last of them included", async () => {
    const { me } = await neighbours();
    const open = await hear(site.url, own, await logIn(me.accountId));
    for (let each = 0; each < 12; each++) await announce(me);
    await open.until(2);
    await wait(600);
    expect(open.changes()).toBeLessThanOrEqual(4);
    open.stop();
  });

  test("tell a page that opens right after a change", async () => {
    const { me } = await neighbours();
    const cookie = await logIn(me.accountId);
    const first = await hear(site.url, own, cookie);
    await announce(me);
    await first.until(1);
    const later = await hear(site.url, own, cookie);
    await later.until(1);
    for (const each of [first, later]) each.stop();
  });

  test("are few for one session, and free again when a page closes", async () => {
    const { me, housemate } = await neighbours();
    const cookie = await logIn(me.accountId);
    const open = [];
    for (let each = 0; each < mostPerSession; each++) open.push(await hear(site.url, own, cookie));
    expect((await hear(site.url, own, cookie)).status).toBe(429);
    const other = await hear(site.url, own, await logIn(housemate.accountId));
    expect(other.status).toBe(200);
    open.pop()!.stop();
    await expect.poll(async () => {
      const again = await hear(site.url, own, cookie);
      open.push(again);
      return again.status;
    }).toBe(200);
    for (const each of [...open, other]) each.stop();
  });

  test.runIf(kind === "postgres")("hear the database again after it threw them out, and read again what they may have missed", async () => {
    const { me } = await neighbours();
    const open = await hear(site.url, own, await logIn(me.accountId));
    await asOwner(database, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'buurhof live' and datname = current_database()");
    await open.until(1);
    const before = open.changes();
    await announce(me);
    await open.until(before + 1);
    open.stop();
  });

  test("end when the process is about to stop, and begin again in the next", async () => {
    const { me } = await neighbours();
    const cookie = await logIn(me.accountId);
    const open = await hear(site.url, own, cookie);
    await closeLive();
    await open.ended;
    const again = await hear(site.url, own, cookie);
    await announce(me);
    await again.until(1);
    again.stop();
  });
});
