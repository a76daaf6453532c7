import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { deliverOutbox } from "../../app/features/notifications/deliver-outbox.server.ts";
import { seededRandom } from "../../db/sample/random.ts";
import { notice, noticeChoice } from "../../db/schema/notices.ts";
import { announcement, outbox } from "../../db/schema/sharing.ts";
import { asWorker } from "../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../support/databases.ts";
import { neighbours } from "../support/neighbours.ts";

const kills = process.env.PROOF ? 200 : 3;
/** Mails that are added before each kill, and of those the ones about a message. */
const [perKill, messages] = [60, 20];
const random = seededRandom("kill delivery");

describe.each(databaseKinds.filter((kind) => kind === "postgres"))("delivering mail on %s", (kind) => {
  const database = testDatabase(kind);

  it(`loses nothing when it is killed ${kills} times in mid-delivery, and sends twice only under the same key`, { timeout: kills * 20_000 }, async () => {
    const { me, here } = await neighbours();
    const [announced] = await asWorker((tx) => tx.insert(announcement).values({ neighbourhoodCode: here.code, authorId: randomUUID(), shownName: "Sanne", title: "Koffie", body: "Kom ook." }).returning({ id: announcement.id }));
    await asWorker((tx) => tx.insert(noticeChoice).values({ accountId: me.accountId, neighbourhood: "at_once", quietNights: false }));
    const told = () => ({ neighbourhoodCode: here.code, residentId: me.residentId, happeningId: randomUUID(), kind: "announcement-published", subjectId: announced!.id });
    const file = join(mkdtempSync(join(tmpdir(), "buurhof-mails-")), "mails.txt");
    let killedUnderway = 0;
    for (let killed = 0; killed < kills; killed++) {
      await asWorker(async (tx) => {
        const notices = await tx.insert(notice).values(Array.from({ length: messages }, told)).returning({ subjectId: notice.id });
        await tx.insert(outbox).values(notices.map((row) => ({ template: "notices-at-once", accountId: me.accountId, ...row })));
        await tx.insert(outbox).values(Array.from({ length: perKill - messages }, () => ({ template: "new-adult", accountId: me.accountId })));
      });
      await killInDelivery(file);
      // What a process had taken comes back by itself after five minutes; nobody waits for them here.
      const back = await asWorker((tx) => tx.update(outbox).set({ deliverAfter: sql`now()`, attempts: 0 }).where(isNull(outbox.deliveredAt)).returning({ id: outbox.id }));
      if (back.length > 0) killedUnderway++;
    }
    const after: string[] = [];
    await deliverOutbox(async (_mail, key) => void after.push(key));
    const keys = [...(existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : []), ...after];
    const sent = new Set(keys);
    const rows = await asWorker((tx) => tx.select({ id: outbox.id, template: outbox.template, deliveredAt: outbox.deliveredAt }).from(outbox));
    // Messages that wait together leave as one mail, so that they are counted by what the database says of them.
    const lost = rows.filter(({ id, template, deliveredAt }) => !deliveredAt || (template === "new-adult" && !sent.has(`buurhof-${id}`)));
    const unmailed = await asWorker((tx) => tx.select({ id: notice.id }).from(notice).where(isNull(notice.mailedAt)));
    const twice = keys.length - sent.size;
    console.log(`killed ${kills} times, ${killedUnderway} of them with mail under way: ${rows.length} rows, ${lost.length} lost, ${unmailed.length} messages unmailed, ${keys.length} mails handed on, ${twice} of them again under the same key, which whoever takes them knows them by`);
    expect({ rows: rows.length, lost: lost.length, unmailed: unmailed.length }).toEqual({ rows: kills * perKill, lost: 0, unmailed: 0 });
    expect(killedUnderway, "kills came in between").toBeGreaterThan(kills / 3);
    expect(twice, "only what was under way is handed on again").toBeLessThanOrEqual(killedUnderway * perKill);
  });

  /** Starts a process that delivers, and kills it at a moment that nobody chose, once mail has begun to leave. */
  async function killInDelivery(file: string): Promise<void> {
    const before = sizeOf(file);
    const child = spawn(process.execPath, ["--import", "tsx", "tests/attack/deliver-in-a-loop.ts"], {
      env: { ...process.env, DATABASE_URL: database.url!, ATTACK_MAILS: file },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complained = "";
    child.stderr!.on("data", (bytes) => (complained += bytes));
    while (sizeOf(file) === before) {
      if (child.exitCode !== null) throw new Error(`the process ended by itself: ${complained}`);
      await wait(2);
    }
    await wait(random.between(0, 40));
    await killed(child);
  }
});

const sizeOf = (file: string) => (existsSync(file) ? readFileSync(file).length : 0);

async function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("close", resolve));
  child.kill("SIGKILL");
  await ended;
}
