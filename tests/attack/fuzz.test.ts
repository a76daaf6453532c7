import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Connection } from "../../db/connection.ts";
import { databaseKinds, ownerConnection, testDatabase } from "../support/databases.ts";
import { hasBuild, type Page, runApp, type RunningApp } from "../support/running-app.ts";
import { filesIn, textOf } from "../guards/walk.ts";
import { complaints, send } from "./fuzz-answers.ts";
import { forms, queryNames } from "./fuzz-forms.ts";
import { type FuzzRequest, marker, requestsTo, rightRequest } from "./fuzz-requests.ts";
import { bystander, fingerprint, fuzzTown, type FuzzTown } from "./fuzz-town.ts";

/** Together on all databases; the requests to each are others. */
const total = (process.env.PROOF ? 20_000 : 300) / databaseKinds.length;
const seed = Number(process.env.FUZZ_SEED ?? 20260101);
/** So many requests, and the next ones meet a new neighbourhood: what was withdrawn or decided can be again. */
const perTown = Math.min(500, total);

describe.runIf(hasBuild("fuzz")).each(databaseKinds)("requests of which anything may be wrong, on %s", (kind) => {
  const database = testDatabase(kind);
  const log: string[] = [];
  const statuses = new Map<number, number>();
  let owner: Connection;
  let app: RunningApp;
  let town: FuzzTown;
  let onlooker: Awaited<ReturnType<typeof bystander>>;
  let before: string;
  let busiest = 0;

  beforeAll(async () => {
    for (const channel of ["warn", "error", "info"] as const) vi.spyOn(console, channel).mockImplementation((...said) => void log.push(said.map(String).join(" ")));
    owner = ownerConnection(database);
    onlooker = await bystander(owner);
    before = await fingerprint(owner, onlooker.ids);
    app = await runApp("build/client");
    town = await newTown();
  });

  afterAll(async () => {
    vi.restoreAllMocks();
    app?.stop();
    if (owner && owner !== database.connection) await owner.close();
  });

  async function newTown(): Promise<FuzzTown> {
    const made = await fuzzTown(owner);
    return { ...made, things: { ...made.things, ...onlooker.things, build: app.version } };
  }

  /** @returns the status of the answer; throws what is against the rules */
  async function answerByTheRules(request: FuzzRequest): Promise<number> {
    const lines = log.length;
    const answer = await send(app.url, request, await town.cookieOf(request.visitor), town.things);
    busiest = Math.max(busiest, answer.busy);
    const found = complaints(request, answer);
    if (log.slice(lines).some((line) => line.includes(marker))) found.push("what was sent stands in the log");
    if (found.length) throw new Error([`${request.method} ${request.path}`, ...found, ...log.slice(lines)].join("\n"));
    return answer.status;
  }

  async function counted(request: FuzzRequest): Promise<void> {
    const status = await answerByTheRules(request);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }

  it("are made of every form, field and name in an address that the app has", () => {
    expect(app.pages.filter(({ acts }) => acts).map(({ path }) => path).filter((path) => !forms[path])).toEqual([]);
    expect(Object.keys(forms).filter((path) => !app.pages.some((page) => page.acts && page.path === path))).toEqual([]);
    const code = filesIn("app").filter((path) => /\.tsx?$/.test(path) && !path.includes(".test.")).map(textOf).join("\n");
    const asked = [...code.matchAll(/(?:searchParams|query|asked)\.(?:get|getAll|has)\("([\w-]+)"\)/g)].map(([, name]) => name!);
    expect(asked.length).toBeGreaterThan(20);
    expect([...new Set(asked)].filter((name) => !queryNames[name])).toEqual([]);
    const fields = new Set([...Object.values(forms).flatMap(({ fields }) => Object.keys(fields)), ...Object.keys(queryNames)]);
    const shown = filesIn("app/routes", "app/features").filter((path) => path.endsWith(".tsx")).flatMap((path) => [...textOf(path).matchAll(/<(?:input|button|Button|TextField|TextArea|Choices|SelectField)\b[^>]*?\bname="([\w[\]]+)"/gs)].map(([, name]) => name!));
    expect([...new Set(shown)].filter((name) => !fields.has(name))).toEqual(["photo", "link", "file"]);
  });

  it("find every page there, when nothing is wrong with them", { timeout: 120_000 }, async () => {
    const missing: string[] = [];
    for (const { path } of app.pages.filter(({ loads }) => loads)) if ((await answerByTheRules(rightRequest(path, false))) >= 400) missing.push(path);
    // No mail was sent that the mailbox could show.
    expect(missing.sort()).toEqual(["/*", "/postvak/:id"]);
  });

  it(`get an answer by the rules, all ${total} of them`, { timeout: total * 500 }, async () => {
    const began = performance.now();
    // What a page does is asked three times as often as what it does not.
    const targets = app.pages.flatMap((page) => [page.loads, page.acts].flatMap((does, index) => Array.from({ length: does ? 3 : 1 }, (): [Page, boolean] => [page, index === 1])));
    for (let sent = 0; sent < total; sent += perTown) {
      if (sent > 0) town = await newTown();
      for (const [index, [page, changes]] of targets.entries()) {
        const numRuns = Math.floor((perTown * (index + 1)) / targets.length) - Math.floor((perTown * index) / targets.length);
        await fc.assert(fc.asyncProperty(requestsTo(page, changes), counted), { seed: seed + 1_000_000 * databaseKinds.indexOf(kind) + 100 * sent + index, numRuns });
      }
    }
    const tally = Object.fromEntries([...statuses].sort(([a], [b]) => a - b));
    console.log(`fuzz on ${kind}: ${total} requests to ${app.pages.length} routes in ${Math.round((performance.now() - began) / 1000)} s, at most ${Math.round(busiest)} ms of work for one, ${JSON.stringify(tally)}`);
  });

  it("reach the pages themselves, and not only what stands before them", () => {
    const share = (...which: number[]) => which.reduce((sum, status) => sum + (statuses.get(status) ?? 0), 0) / total;
    expect(share(429)).toBeLessThan(0.02);
    expect(share(200, 202, 204, 302, 303, 422)).toBeGreaterThan(0.4);
  });

  it("leave everything of a household elsewhere as it was", async () => {
    expect(before.split("\n").length).toBeGreaterThan(8);
    expect(await fingerprint(owner, onlooker.ids)).toBe(before);
  });

  it("leave a server that answers", async () => {
    expect(await (await fetch(`${app.url}/gezond`)).text()).toBe("ok");
    expect((await fetch(`${app.url}/inloggen`)).status).toBe(200);
  });

  it("change nothing when they come from another site, and would have from ours", { timeout: 120_000 }, async () => {
    town = await newTown();
    // What takes away comes last, or the others would have nothing left to be about.
    const last = (path: string) => [/./, /terugzetting$|mijn-sessies$|ontvolgen$|opnieuw\/:id$/, /intrekking$|rollen\/:id\/einde$/, /blokkeren$/, /helpen\/nieuw$/, /alles-intrekken$/, /splitsen$|verhuizen$|vertrek$|uitloggen$/].findLastIndex((taking) => taking.test(path));
    const asked = Object.keys(forms).sort((a, b) => last(a) - last(b));
    const cookies = new Map<string, string>();
    for (const { as } of Object.values(forms)) cookies.set(as, cookies.get(as) ?? (await town.cookieOf(as)));
    const untouched = await fingerprint(owner);
    for (const path of asked.filter((each) => !forms[each]!.fromAnywhere)) expect([path, (await send(app.url, { ...rightRequest(path, true), from: "another site" }, cookies.get(forms[path]!.as)!, town.things)).status]).toEqual([path, 403]);
    expect(await fingerprint(owner)).toBe(untouched);
    const refused: string[] = [];
    for (const path of asked) if ((await answerByTheRules(rightRequest(path, true))) >= 400) refused.push(path);
    expect(refused.filter((path) => !forms[path]!.elsewhere)).toEqual([]);
    expect(await fingerprint(owner)).not.toBe(untouched);
  });
});
