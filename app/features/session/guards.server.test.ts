import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { session } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { accountWithoutHome, dwelling, household, moderatorOf, neighbourhood, officialOf, resident } from "../../../tests/support/people.ts";
import { createSession } from "./create-session.server.ts";
import { endSession } from "./end-session.server.ts";
import { currentViewer, requireAccount, requireModerator, requireOfficial, requireResident } from "./guards.server.ts";
import { hashSessionId } from "./hashed-session-adapter.server.ts";

const cookieOf = (setCookie: string) => setCookie.slice(0, setCookie.indexOf(";"));
const locationOf = async (work: Promise<unknown>) => {
  const thrown = await work.catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Response);
  return [(thrown as Response).status, (thrown as Response).headers.get("Location")];
};
const age = (accountId: string, column: "created_at" | "last_seen_at", interval: string) =>
  asAuth((tx) => tx.execute(sql`update auth.session set ${sql.raw(column)} = ${sql.raw(column)} - ${interval}::interval where account_id = ${accountId}`));

afterEach(() => vi.unstubAllEnvs());

describe.each(databaseKinds)("sessions and guards on %s", (kind) => {
  testDatabase(kind);

  it("gives a resident with home, names and settings from the cookie alone", async () => {
    const area = await neighbourhood({ name: "De Hof" });
    const home = await dwelling(area.code);
    const someone = await resident(await household(home), { displayName: "Noor" });
    const viewer = await requireResident(requestTo("/kaart", await logIn(someone.residentId)));
    expect(viewer).toMatchObject({
      accountId: someone.residentId, residentId: someone.residentId, householdId: someone.householdId, dwellingId: home.id, streetId: home.streetId,
      buildingId: home.buildingId, neighbourhoodCode: area.code, neighbourhoodName: "De Hof", streetName: "Proefstraat", displayName: "Noor",
      locale: "nl", welcomed: true, involvement: null, mayModerate: [], moderates: [], officialOf: [], officialNow: [], contactFor: { streets: [], buildings: [] }, manages: [], secondFactorAt: null, leavesOn: null,
    });
  });

  it("keeps no id that opens a session, and gives a new one at each log-in", async () => {
    const { id } = await accountWithoutHome();
    const { request } = requestTo("/");
    const cookies = await asAuth(async (tx) => [await createSession(tx, id, request), await createSession(tx, id, request)]);
    expect(new Set(cookies.map(cookieOf)).size).toBe(2);
    expect(cookies[0]).toContain("HttpOnly");
    expect(cookies[0]).toContain("SameSite=Lax");
    const secret = cookieOf(cookies[0]!).split("=")[1]!;
    const rows = await asAuth((tx) => tx.select().from(session).where(eq(session.accountId, id)));
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows.map((row) => row.idHash)).toContain(hashSessionId(secret));
    expect(await currentViewer(requestTo("/", `${cookieOf(cookies[0]!).split("=")[0]}=${rows[0]!.idHash}`))).toBeNull();
  });

  it("ties the cookie to the host over https", async () => {
    vi.stubEnv("APP_URL", "https://buurhof.example");
    const { id } = await accountWithoutHome();
    const cookie = await asAuth((tx) => createSession(tx, id, requestTo("/").request));
    expect(cookie).toMatch(/^__Host-/);
    expect(cookie).toContain("Secure");
    expect(cookie).toContain("Path=/");
    expect(cookie).not.toContain("Domain");
    expect((await currentViewer(requestTo("/", cookieOf(cookie))))?.accountId).toBe(id);
  });

  it("asks the database once for all loaders of one request", async () => {
    const { id } = await accountWithoutHome();
    const args = requestTo("/kaart", await logIn(id));
    const first = currentViewer(args);
    expect(currentViewer({ ...args, request: new Request(args.request) })).toBe(first);
    await first;
  });

  it("ends after 30 days without use, and after 180 days whatever happens", async () => {
    const idle = await accountWithoutHome();
    const cookie = await logIn(idle.id);
    await age(idle.id, "last_seen_at", "29 days");
    expect(await currentViewer(requestTo("/", cookie))).not.toBeNull();
    await age(idle.id, "last_seen_at", "31 days");
    expect(await currentViewer(requestTo("/", cookie))).toBeNull();
    const old = await accountWithoutHome();
    const other = await logIn(old.id);
    await age(old.id, "created_at", "181 days");
    expect(await currentViewer(requestTo("/", other))).toBeNull();
  });

  it("ends for staff after 30 minutes without use, and after 8 hours whatever happens", async () => {
    const area = await neighbourhood();
    for (const [column, fine, late] of [["last_seen_at", "25 minutes", "31 minutes"], ["created_at", "7 hours", "2 hours"]] as const) {
      const { id } = await accountWithoutHome();
      const cookie = await logIn(id);
      await moderatorOf(id, area.code);
      await age(id, column, fine);
      expect(await currentViewer(requestTo("/", cookie))).not.toBeNull();
      await age(id, column, late);
      expect(await currentViewer(requestTo("/", cookie))).toBeNull();
    }
  });

  it("writes the last use at most every ten minutes", async () => {
    const { id } = await accountWithoutHome();
    const cookie = await logIn(id);
    const seen = async () => (await asAuth((tx) => tx.select({ at: session.lastSeenAt }).from(session).where(eq(session.accountId, id))))[0]!.at.getTime();
    const first = await seen();
    await currentViewer(requestTo("/", cookie));
    expect(await seen()).toBe(first);
    await age(id, "last_seen_at", "11 minutes");
    await currentViewer(requestTo("/", cookie));
    expect(await seen()).toBeGreaterThanOrEqual(first);
  });

  it("sends who is not logged in to the log-in page and back", async () => {
    expect(await locationOf(requireAccount(requestTo("/kaart?soort=zon")))).toEqual([302, "/inloggen?terug=%2Fkaart%3Fsoort%3Dzon"]);
    expect(await locationOf(requireAccount(requestTo("//kwaad.nl")))).toEqual([302, "/inloggen"]);
    expect(await locationOf(requireResident(requestTo("/", "buurhof-session=gegokt")))).toEqual([302, "/inloggen"]);
  });

  it("sends an account without a home to its sign-up", async () => {
    const { id } = await accountWithoutHome();
    expect(await locationOf(requireResident(requestTo("/kaart", await logIn(id))))).toEqual([302, "/meedoen/code"]);
  });

  it("lets a moderator in with a second factor only, and shows nobody else that there is anything", async () => {
    const area = await neighbourhood();
    const someone = await resident(await household(await dwelling(area.code)));
    expect(await locationOf(requireModerator(requestTo("/beheer", await logIn(someone.residentId))))).toEqual([404, null]);
    await moderatorOf(someone.residentId, area.code);
    expect(await locationOf(requireModerator(requestTo("/beheer", await logIn(someone.residentId))))).toEqual([302, "/tweede-stap?terug=%2Fbeheer"]);
    expect((await requireModerator(requestTo("/beheer", await logIn(someone.residentId, { staff: true })))).moderates).toEqual([area.code]);
  });

  it("lets an official in with a second factor only", async () => {
    const area = await neighbourhood();
    const { id } = await accountWithoutHome();
    expect(await locationOf(requireOfficial(requestTo("/cijfers", await logIn(id))))).toEqual([404, null]);
    await officialOf(id, area.municipalityCode);
    expect(await locationOf(requireOfficial(requestTo("/cijfers", await logIn(id))))).toEqual([302, "/tweede-stap?terug=%2Fcijfers"]);
    expect((await requireOfficial(requestTo("/cijfers", await logIn(id, { staff: true })))).officialOf).toEqual([area.municipalityCode]);
  });

  it("ends a session and empties the cookie", async () => {
    const { id } = await accountWithoutHome();
    const cookie = await logIn(id);
    expect(await endSession(requestTo("/", cookie).request)).toContain("Max-Age=0");
    expect(await currentViewer(requestTo("/", cookie))).toBeNull();
  });
});
