import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { shareMeasure } from "../../app/features/measures/share-measure.server.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { administrate, databaseKinds, testDatabase } from "../support/databases.ts";
import { logIn } from "../support/log-in.ts";
import { neighbours } from "../support/neighbours.ts";
import { hasBuild, runApp, type RunningApp } from "../support/running-app.ts";

const outageMs = 3_000;
const backWithinMs = 30_000;

describe.runIf(databaseKinds.includes("postgres") && hasBuild("the restart of the database"))("a database that goes away under load and comes back", () => {
  const made = testDatabase("postgres");
  let app: RunningApp;
  let visitors: { cookie: string; own: string; foreign: string }[];

  beforeAll(async () => {
    const { me, stranger } = await neighbours();
    const words = ["Zonnebloem zeven", "Ganzenveer negen"];
    const share = (who: Resident, experience: string) =>
      asViewer(who, (tx) => shareMeasure(tx, who, { kind: "solar_panels", state: "done", year: 2021, costRange: null, doneBy: null, experience, audience: "neighbourhood" }));
    await share(me, words[0]!);
    await share(stranger, words[1]!);
    visitors = [
      { cookie: await logIn(me.residentId), own: words[0]!, foreign: words[1]! },
      { cookie: await logIn(stranger.residentId), own: words[1]!, foreign: words[0]! },
    ];
    app = await runApp();
  });
  afterAll(() => {
    vi.restoreAllMocks();
    app?.stop();
  });

  it("is used again within 30 seconds, without a restart of ours and without a row of a wrong neighbourhood", { timeout: 90_000 }, async () => {
    // Every page that fails meanwhile says so in the log.
    vi.spyOn(console, "error").mockReturnValue();
    const answers: { at: number; status: number; right: boolean; foreign: boolean }[] = [];
    let going = true;
    const visit = async ({ cookie, own, foreign }: (typeof visitors)[number]) => {
      while (going) {
        const answer = await fetch(`${app.url}/mijn-huis`, { headers: { cookie }, redirect: "manual" });
        const text = await answer.text();
        answers.push({ at: Date.now(), status: answer.status, right: text.includes(own), foreign: text.includes(foreign) });
      }
    };
    const load = [...visitors, ...visitors, ...visitors].map(visit);
    while (answers.filter(({ status }) => status === 200).length < 6) await wait(50);
    const name = new URL(made.url!).pathname.slice(1);
    const gone = Date.now();
    await administrate(`alter database ${name} with allow_connections false`);
    await administrate(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    await wait(outageMs);
    const back = Date.now();
    await administrate(`alter database ${name} with allow_connections true`);
    const until = back + backWithinMs;
    const well = () => answers.filter(({ at, status }) => at > back && status === 200).length;
    while (Date.now() < until && well() < 50) await wait(100);
    going = false;
    await Promise.all(load);

    expect(answers.filter(({ at, status }) => at < gone && status === 200).length, "pages before").toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status >= 500).length, "pages that failed meanwhile, so it was away").toBeGreaterThan(0);
    expect(well(), "pages since").toBeGreaterThanOrEqual(50);
    expect(answers.filter(({ foreign }) => foreign)).toEqual([]);
    expect(answers.filter(({ status, right }) => status === 200 && !right)).toEqual([]);
    expect(answers.filter(({ status }) => status !== 200 && status < 500), "nobody was logged out by it").toEqual([]);
    console.log(`away for ${outageMs} ms: first page ${answers.find(({ at, status }) => at > back && status === 200)!.at - back} ms after it was back, ${answers.length} pages in all`);
  });
});
