import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Connection } from "../../db/connection.ts";
import { textOf } from "../guards/walk.ts";
import { databaseKinds, ownerConnection, testDatabase } from "../support/databases.ts";
import { hasBuild, type Page, runApp, type RunningApp } from "../support/running-app.ts";
import { send } from "./fuzz-answers.ts";
import { rightRequest } from "./fuzz-requests.ts";
import { fingerprint, fuzzTown, type FuzzTown } from "./fuzz-town.ts";

// The ordinary run asks on one database; the proof on both.

// An official asks every page of the app for what it shows, and sends every form of it as it is sent rightly. What is there for
// officials answers; what is a person's own account does; what is there for everybody does. Everything else doesn't.

/** The official's own account, as everybody has one: what it is about is the official. */
const ownAccount = /^\/(begin|instellingen|meer|mijn-rollen|mijn-sessies|passkeys|toestemmingen|verhuisd|blijven|uitloggen|meedoen|helpen\/formulier|tweede-stap)(\/|$|\.)/;
const forOfficials = /^\/(gemeente|cijfers)(\/|$)/;

/** Who a door lets in, by the first word of it that the guard of routes has made sure of. */
function doorOf(page: Page, acts: boolean): string {
  const text = textOf(existsSync(`app/${page.id}.tsx`) ? `app/${page.id}.tsx` : `app/${page.id}.ts`);
  const from = text.search(acts ? /export (?:async )?(?:function|const) action\b/ : /export (?:async )?(?:function|const) loader\b/);
  return /(allowEveryone|require[A-Z]\w*)\(/.exec(text.slice(from))![1]!;
}

describe.runIf(hasBuild("officials")).each(databaseKinds)("an official, on %s", (kind) => {
  const database = testDatabase(kind);
  let owner: Connection;
  let app: RunningApp;
  let town: FuzzTown;
  let cookie: string;

  beforeAll(async () => {
    for (const channel of ["warn", "error", "info"] as const) vi.spyOn(console, channel).mockImplementation(() => {});
    owner = ownerConnection(database);
    app = await runApp("build/client");
    town = await fuzzTown(owner);
    town.things.build = app.version;
    cookie = await town.cookieOf("official");
  });

  afterAll(async () => {
    vi.restoreAllMocks();
    app?.stop();
    if (owner && owner !== database.connection) await owner.close();
  });

  const ask = async (path: string, acts: boolean, asData = false) => {
    const right = rightRequest(path, acts);
    const request = { ...right, path: asData ? `${right.path}.data` : right.path, visitor: "official" as const };
    const answer = await send(app.url, request, cookie, town.things);
    // Data says in itself where it leads: that it was given is what counts.
    return asData && answer.status === 202 ? 302 : answer.status;
  };
  const mayAnswer = (path: string, door: string) =>
    door === "allowEveryone" || (forOfficials.test(path) && door.endsWith("Official")) || (ownAccount.test(path) && /^require(Account|Staff|Leaver)$/.test(door));

  it("gets what is there for officials, for everybody and of the own account, and nothing else", { timeout: 240_000 }, async () => {
    const judged = app.pages.filter(({ loads }) => loads).map((page) => ({ ...page, door: doorOf(page, false) }));
    const got: string[] = [];
    const refused: string[] = [];
    for (const { path, door, bare } of judged) {
      const statuses = [await ask(path, false), ...(bare || path.includes("*") || path === "/" ? [] : [await ask(path, false, true)])];
      if (statuses.some((status) => ![301, 302, 303, 403, 404].includes(status))) {
        if (!mayAnswer(path, door)) got.push(`${path} ${door} ${statuses.join(" ")}`);
      } else if (forOfficials.test(path) && !/openbaar|uitnodiging/.test(path)) refused.push(`${path} ${door} ${statuses.join(" ")}`);
    }
    expect(got).toEqual([]);
    expect(refused).toEqual([]);
    expect(judged.length).toBeGreaterThan(200);
  });

  it("can send no form that isn't for officials, for everybody or of the own account, and changes nothing by trying", { timeout: 240_000 }, async () => {
    const others = app.pages.filter(({ acts }) => acts).map((page) => ({ ...page, door: doorOf(page, true) })).filter(({ path, door }) => !mayAnswer(path, door));
    const before = await fingerprint(owner);
    const got: string[] = [];
    for (const { path, door } of others) {
      const status = await ask(path, true);
      if (![302, 303, 403, 404].includes(status)) got.push(`${path} ${door} ${status}`);
    }
    expect(got).toEqual([]);
    expect(await fingerprint(owner)).toBe(before);
    expect(others.length).toBeGreaterThan(120);
  });
});
