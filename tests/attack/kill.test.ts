import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { changeMeasureAudience } from "../../app/features/measures/change-measure-audience.server.ts";
import { shareMeasure } from "../../app/features/measures/share-measure.server.ts";
import { withdrawMeasure } from "../../app/features/measures/withdraw-measure.server.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import { assertJournalReplayed } from "../../db/journal.server.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { databaseKinds, ownerConnection, testDatabase } from "../support/databases.ts";
import { seededRandom } from "../../db/sample/random.ts";
import { neighbours } from "../support/neighbours.ts";

const kills = process.env.PROOF ? 200 : 5;
const random = seededRandom("kill");

describe.each(databaseKinds.filter((kind) => kind === "postgres"))("sharing on %s", (kind) => {
  const database = testDatabase(kind);
  let resident: Resident;
  beforeAll(async () => {
    resident = (await neighbours()).me;
  });

  it(`leaves nothing half when it is killed ${kills} times`, { timeout: kills * 10_000 }, async () => {
    const promised: string[] = [];
    for (let killed = 0; killed < kills; killed += 2) promised.push(...(await Promise.all([shareUntilKilled(), shareUntilKilled()])).flat());
    expect(promised.length).toBeGreaterThan(kills * 3);
    const shared = promised.filter((line) => line.startsWith("shared")).map((line) => line.split(" ")[1]!);
    const withdrawn = promised.filter((line) => line.startsWith("withdrawn")).map((line) => line.split(" ")[1]!);
    const count = await counts(shared, withdrawn);
    await assertJournalReplayed(database.connection);
    const lines = readFileSync(process.env.JOURNAL_FILE!, "utf8").trim().split("\n");
    const twice = lines.length - new Set(lines).size;
    console.log(`killed ${kills} times: ${shared.length} shares and ${withdrawn.length} withdrawals acknowledged, ${JSON.stringify(count)}, ${lines.length} lines in the journal of which ${twice} twice`);
    expect(count).toEqual(nothingWrong);
  });

  it("leaves one consent when one item is changed and withdrawn by many at once", async () => {
    const id = await asViewer(resident, (tx) => shareMeasure(tx, resident, { kind: "solar_panels", state: "done", year: null, costRange: null, doneBy: null, audience: "street" }));
    const change = (audience: "street" | "neighbourhood") => asViewer(resident, (tx) => changeMeasureAudience(tx, resident, id, { audience, mayAsk: false, mayVisit: false }));
    await Promise.all(Array.from({ length: 20 }, (_, turn) => change(turn % 2 ? "street" : "neighbourhood")));
    expect(await counts([], [])).toEqual(nothingWrong);
    await Promise.all([change("neighbourhood").catch(() => false), asViewer(resident, (tx) => withdrawMeasure(tx, resident, id)), change("street").catch(() => false)]);
    expect(await counts([], [id])).toEqual(nothingWrong);
  });

  /** Starts a process that shares in a loop, and kills it at a moment that nobody chose. */
  async function shareUntilKilled(): Promise<string[]> {
    const child = spawn(process.execPath, ["--import", "tsx", "tests/attack/share-in-a-loop.ts"], {
      env: { ...process.env, DATABASE_URL: database.url!, ATTACK_RESIDENT: JSON.stringify(resident) },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    let complained = "";
    child.stderr.on("data", (bytes) => (complained += bytes));
    const enough = random.whole(1, 25);
    const began = new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (bytes) => {
        said += bytes;
        if (said.split("\n").length > enough) resolve();
      });
      child.on("exit", () => reject(new Error(`the process ended by itself: ${complained}`)));
    });
    await began;
    await wait(random.between(0, 20));
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGKILL");
    await ended;
    // A line without its end was not written whole, so nobody was promised anything.
    return said.split("\n").slice(0, -1);
  }

  async function counts(shared: string[], withdrawn: string[]): Promise<Record<keyof typeof nothingWrong, number>> {
    const owner = ownerConnection(database);
    const [row] = await owner.rows<Record<keyof typeof nothingWrong, number>>(
      `with live as (select c.subject_id, count(*) as number, min(c.audience) as audience from consent c where c.withdrawn_at is null group by 1),
        journaled as (select distinct kind, subject_id from journal_entry)
       select
        (select count(*) from unnest($1::uuid[]) s where not exists (select from measure m where m.id = s))::int as "lostShares",
        (select count(*) from unnest($2::uuid[]) s where not exists (select from measure m where m.id = s and m.withdrawn_at is not null))::int as "lostWithdrawals",
        (select count(*) from measure m left join live l on l.subject_id = m.id
          where (m.audience <> 'household' and m.withdrawn_at is null) and (l.number is distinct from 1 or l.audience <> m.audience))::int as "sharedWithoutConsent",
        (select count(*) from measure m join live l on l.subject_id = m.id where m.audience = 'household' or m.withdrawn_at is not null)::int as "consentWithoutSharing",
        (select count(*) from consent c where not exists (select from measure m where m.id = c.subject_id))::int as "consentWithoutMeasure",
        (select count(*) from measure m where m.withdrawn_at is not null and not exists (select from journaled j where j.kind = 'withdrawal' and j.subject_id = m.id))::int as "withdrawnWithoutJournal",
        (select count(*) from measure m where m.narrowed_at is not null and not exists (select from journaled j where j.kind = 'narrowing' and j.subject_id = m.id))::int as "narrowedWithoutJournal",
        (select count(*) from measure m where m.narrowed_at is not null and m.withdrawn_at is null
          and not exists (select from outbox o where o.template = 'audience-narrowed' and o.account_id = m.resident_id))::int as "narrowedWithoutMail"`,
      [shared, withdrawn],
    );
    await owner.close();
    return row!;
  }
});

const nothingWrong = {
  lostShares: 0,
  lostWithdrawals: 0,
  sharedWithoutConsent: 0,
  consentWithoutSharing: 0,
  consentWithoutMeasure: 0,
  withdrawnWithoutJournal: 0,
  narrowedWithoutJournal: 0,
  narrowedWithoutMail: 0,
};
