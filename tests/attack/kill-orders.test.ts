import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../../db/sample/random.ts";
import { databaseKinds, ownerConnection, testDatabase } from "../support/databases.ts";
import { asResident } from "../support/neighbours.ts";
import { dwelling, household, neighbourhood, resident, street } from "../support/people.ts";
import { openPurchaseRows, purchaseNow, walked } from "../support/purchases.ts";

const kills = process.env.PROOF ? 60 : 4;
const each = 20;
const random = seededRandom("kill orders");

describe.each(databaseKinds.filter((kind) => kind === "postgres"))("ordering on %s", (kind) => {
  const database = testDatabase(kind);

  it(`leaves an order with its confirmation, or none, when it is killed ${kills} times`, { timeout: 60_000 + kills * 20_000 }, async () => {
    const owner = ownerConnection(database);
    const here = await neighbourhood();
    const streetId = await street(here.code);
    const purchase = await openPurchaseRows(owner, here.code, crypto.randomUUID());
    const promised: string[] = [];
    for (let killed = 0; killed < kills; killed++) {
      const waiting = [];
      for (let index = 0; index < each; index++) {
        const who = asResident(await resident(await household(await dwelling(here.code, { streetId }))));
        waiting.push({ id: await walked(owner, who, purchase, ["suitability", "suitable", "offered"]), who });
      }
      promised.push(...(await orderUntilKilled(waiting)));
    }
    const of = (deed: string) => promised.filter((line) => line.startsWith(`${deed} `)).map((line) => line.split(" ")[1]!);
    const [ordered, withdrawn] = [of("ordered"), of("withdrawn")];
    expect(ordered.length).toBeGreaterThan(kills);
    const [row] = await owner.rows<Record<string, number>>(
      `with mails as (select template, subject_id, count(*) as number from outbox where template like 'purchase-%' group by 1, 2)
       select
        (select count(*) from unnest($1::uuid[]) s where not exists (select from purchase_sign_up u where u.id = s and u.state in ('ordered', 'withdrawn')))::int as "lostOrders",
        (select count(*) from unnest($2::uuid[]) s where not exists (select from purchase_sign_up u where u.id = s and u.state = 'withdrawn'))::int as "lostWithdrawals",
        (select count(*) from purchase_sign_up u left join mails m on m.subject_id = u.id and m.template = 'purchase-ordered' where (u.ordered_at is not null) and m.number is distinct from 1)::int as "orderedWithoutMail",
        (select count(*) from mails m join purchase_sign_up u on u.id = m.subject_id where u.ordered_at is null)::int as "mailWithoutOrder",
        (select count(*) from purchase_sign_up u left join mails m on m.subject_id = u.id and m.template = 'purchase-withdrawn' where (u.state = 'withdrawn') <> (m.number is not null))::int as "withdrawnWithoutMail",
        (select count(*) from purchase_sign_up u where u.state <> (select e.to_state from purchase_sign_up_event e where e.sign_up_id = u.id order by e.at desc, e.from_state is null limit 1))::int as "stepWithoutRow",
        (select count(*) from purchase_sign_up u where u.state = 'ordered')::int as standing`,
      [ordered, withdrawn],
    );
    await owner.close();
    const { standing, ...wrong } = row!;
    console.log(`killed ${kills} times: ${ordered.length} orders and ${withdrawn.length} withdrawals acknowledged, ${standing} stand`);
    expect(wrong).toEqual({ lostOrders: 0, lostWithdrawals: 0, orderedWithoutMail: 0, mailWithoutOrder: 0, withdrawnWithoutMail: 0, stepWithoutRow: 0 });
    expect((await purchaseNow(purchase)).orders).toBe(standing);
  });

  /** Starts a process that orders in a loop, and kills it at a moment that nobody chose. */
  async function orderUntilKilled(waiting: object[]): Promise<string[]> {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/attack/order-in-a-loop.ts"], { env: { ...process.env, DATABASE_URL: database.url!, ATTACK_SIGN_UPS: JSON.stringify(waiting) }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    let complained = "";
    child.stderr.on("data", (bytes) => (complained += bytes));
    const enough = random.whole(2, each - 2);
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (bytes) => {
        said += bytes;
        if (said.split("\n").length > enough) resolve();
      });
      child.on("exit", () => reject(new Error(`the process ended by itself: ${complained}`)));
    });
    await wait(random.between(0, 20));
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGKILL");
    await ended;
    // A line without its end was not written whole, so nobody was promised anything.
    return said.split("\n").slice(0, -1);
  }
});
