import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { session } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../../../tests/support/databases.ts";
import { logIn, requestTo } from "../../../tests/support/log-in.ts";
import { accountWithoutHome, moderatorOf, neighbourhood, officialOf } from "../../../tests/support/people.ts";
import { raiseSession } from "../second-factor/raise-session.server.ts";
import { requireFreshModerator, requireFreshOfficial } from "./fresh-step.server.ts";
import { currentViewer, requireAccount } from "./guards.server.ts";

const shownAgo = (accountId: string, interval: string) =>
  asAuth((tx) => tx.update(session).set({ secondFactorAt: sql`now() - ${interval}::interval` }).where(eq(session.accountId, accountId)));
const answer = async (work: Promise<object>) => {
  const outcome = await work.catch((error: unknown) => error);
  return outcome instanceof Response ? `${outcome.status} ${outcome.headers.get("Location")}` : "in";
};

describe.each(databaseKinds)("a second step that was just shown on %s", (kind) => {
  testDatabase(kind);

  it("opens a page for ten minutes, and takes its form for half an hour", async () => {
    const { code } = await neighbourhood();
    const { id } = await accountWithoutHome();
    await moderatorOf(id, code);
    const cookie = await logIn(id, { staff: true });
    const page = () => answer(requireFreshModerator(requestTo("/beheer/rollen?buurt=x", cookie)));
    const form = () => answer(requireFreshModerator(requestTo("/beheer/rollen", cookie, { method: "POST" })));
    await shownAgo(id, "9 minutes");
    expect([await page(), await form()]).toEqual(["in", "in"]);
    await shownAgo(id, "11 minutes");
    expect([await page(), await form()]).toEqual(["302 /tweede-stap?terug=%2Fbeheer%2Frollen%3Fbuurt%3Dx", "in"]);
    await shownAgo(id, "31 minutes");
    expect(await form()).toBe("302 /tweede-stap?terug=%2Fbeheer%2Frollen");
  });

  it("asks officials too, and is no page to anybody else", async () => {
    const { municipalityCode } = await neighbourhood();
    const { id } = await accountWithoutHome();
    expect(await answer(requireFreshOfficial(requestTo("/gemeente", await logIn(id))))).toBe("404 null");
    await officialOf(id, municipalityCode);
    const cookie = await logIn(id, { staff: true });
    expect(await answer(requireFreshOfficial(requestTo("/gemeente", cookie)))).toBe("in");
    await shownAgo(id, "11 minutes");
    expect(await answer(requireFreshOfficial(requestTo("/gemeente", cookie)))).toBe("302 /tweede-stap?terug=%2Fgemeente");
  });

  it("shown again, it makes no session last longer", async () => {
    const { code } = await neighbourhood();
    const { id } = await accountWithoutHome();
    await moderatorOf(id, code);
    const before = requestTo("/beheer", await logIn(id, { staff: true }));
    await asAuth((tx) => tx.update(session).set({ createdAt: sql`now() - interval '7 hours 59 minutes'` }).where(eq(session.accountId, id)));
    const viewer = await requireAccount(before);
    const raised = await asAuth((tx) => raiseSession(tx, viewer, before.request));
    const cookie = raised!.slice(0, raised!.indexOf(";"));
    expect((await currentViewer(requestTo("/beheer", cookie)))?.moderates).toEqual([code]);
    await asAuth((tx) => tx.update(session).set({ createdAt: sql`${session.createdAt} - interval '2 minutes'` }).where(eq(session.accountId, id)));
    expect(await currentViewer(requestTo("/beheer", cookie))).toBeNull();
  });
});
