import { randomBytes, randomUUID } from "node:crypto";
import { dayAfter } from "../../../app/features/roles/role-days.ts";
import { hashToken } from "../../../app/features/session/prepare-proof.server.ts";
import { cookieName } from "../../../app/http/cookies.server.ts";
import * as auth from "../../../db/schema/auth.ts";
import * as people from "../../../db/schema/people.ts";
import { dayBefore } from "../../support/helping.ts";
import { logIn } from "../../support/log-in.ts";
import { accountWithoutHome, dwelling, household, moderatorOf, resident } from "../../support/people.ts";
import { attack, besieged, form, whole } from "../besieged.ts";
import { rightRequest } from "../fuzz-requests.ts";
import { fingerprint } from "../fuzz-town.ts";

const rounds = whole ? 50 : 1;
const days = (count: number) => new Date(Date.now() + count * 86_400_000);

besieged("roles of somebody else, or of another day", (siege) => {
  attack(siege, "the link of an invitation to a role: by another account, by nobody for who has an account, from elsewhere, late, withdrawn, declined, of who lost the role, twice, guessed", async () => {
    const through: string[] = [];
    let tried = 0;
    const neighbourhoodCode = siege.things.neighbourhood!;
    const given = async () => (await siege.owner.rows<{ roles: number }>("select count(*)::int as roles from role_grant where neighbourhood_code = $1", [neighbourhoodCode]))[0]!.roles;
    for (let round = 0; round < rounds; round++) {
      const [host, former] = [await accountWithoutHome(), await accountWithoutHome()];
      await moderatorOf(host.id, neighbourhoodCode);
      const invite = async (email: string, more: Partial<typeof auth.roleInvitation.$inferInsert> = {}) => {
        const token = randomBytes(32).toString("base64url");
        const period = { startsOn: dayBefore(0), endsOn: dayAfter({ years: 1 }), expiresAt: days(7) };
        await siege.owner.db.insert(auth.roleInvitation).values({ role: "moderator", neighbourhoodCode, email, invitedBy: host.id, tokenHash: hashToken(token), ...period, ...more });
        return token;
      };
      const accept = async (what: string, token: string, cookie = "", { lets = 0, times = 1 } = {}) => {
        const before = await given();
        const kept = `${cookieName("buurhof-rol")}=${token}`;
        const all = cookie ? `${cookie}; ${kept}` : kept;
        await Promise.all(Array.from({ length: times }, () => siege.ask({ path: "/rol", body: form({ antwoord: "ja", klopt: "ja" }) }, all)));
        tried += times - lets;
        if ((await given()) !== before + lets) through.push(what);
      };
      const [invited, thief] = [await accountWithoutHome(), await accountWithoutHome()];
      const token = await invite(invited.email);
      await accept("by another account", token, await logIn(thief.id));
      await accept("by who invited", token, await logIn(host.id, { staff: true }));
      await accept("by nobody, for who has an account", token);
      await accept("late", await invite(thief.email, { expiresAt: days(-1) }), await logIn(thief.id));
      await accept("withdrawn", await invite(thief.email, { revokedAt: new Date() }), await logIn(thief.id));
      await accept("declined", await invite(thief.email, { declinedAt: new Date() }), await logIn(thief.id));
      await accept("of who never moderated here", await invite(thief.email, { invitedBy: former.id }), await logIn(thief.id));
      await siege.owner.db.insert(people.roleGrant).values({ accountId: former.id, role: "moderator", neighbourhoodCode, startsOn: dayBefore(9), endsOn: dayBefore(1) });
      await accept("of who moderates no longer", await invite(thief.email, { invitedBy: former.id }), await logIn(thief.id));
      const home = await dwelling(neighbourhoodCode);
      const stranger = await resident(await household(await dwelling(neighbourhoodCode)));
      await accept("contact person of a street of others", await invite(stranger.email, { role: "contact_person", streetId: home.streetId }), await logIn(stranger.residentId));
      await accept("guessed", randomBytes(32).toString("base64url"), await logIn(thief.id));
      await accept("the right one fails, or counts more than once", token, await logIn(invited.id), { lets: 1, times: 3 });
      await accept("twice, by the same", token, await logIn(invited.id));
      await accept("twice, by another", token, await logIn(thief.id));
      const fresh = await invite(`${randomUUID()}@voorbeeld.test`);
      await accept("the right one of somebody new fails", fresh, "", { lets: 1 });
      await accept("twice, by nobody", fresh);
    }
    return { tried, through };
  });

  attack(siege, "every page and form of a role, before its first day, after its last, and once it ended, in a session with both steps", async () => {
    const through: string[] = [];
    let tried = 0;
    const neighbourhoodCode = siege.things.neighbourhood!;
    const home = await dwelling(neighbourhoodCode, { streetId: siege.things.street });
    const doors = [
      { under: /^\/beheer/, first: "/beheer", role: { role: "moderator", neighbourhoodCode } },
      { under: /^\/gemeente/, first: "/gemeente", role: { role: "official", municipalityCode: siege.things.municipality! } },
      { under: /^\/verzoeken-aan-mij/, first: "/verzoeken-aan-mij", role: { role: "property_manager", neighbourhoodCode, buildingId: siege.things.building!, organisationId: siege.things.organisation! } },
      // The form on paper is for everybody with an account.
      { under: /^\/(helpen(?!\/formulier)|aan-de-deur)/, first: "/helpen", role: { role: "contact_person", neighbourhoodCode, streetId: siege.things.street! } },
    ] as const;
    const periods = [
      { what: "before its first day", startsOn: dayBefore(-1), endsOn: dayBefore(-30) },
      { what: "after its last day", startsOn: dayBefore(30), endsOn: dayBefore(1) },
      { what: "once it ended", startsOn: dayBefore(30), endsOn: dayBefore(-30), endedAt: new Date() },
    ];
    for (const { under, first, role } of doors) {
      const withRole = async (period: { startsOn: string; endsOn: string; endedAt?: Date }) => {
        const id = role.role === "contact_person" ? (await resident(await household(home))).residentId : (await accountWithoutHome()).id;
        await siege.owner.db.insert(people.roleGrant).values({ accountId: id, ...role, ...period });
        return logIn(id, { staff: true });
      };
      const today = await siege.ask({ path: first }, await withRole({ startsOn: dayBefore(0), endsOn: dayBefore(0) }));
      if (today.status !== 200) throw new Error(`${role.role} of today is refused: ${today.status}`);
      const asking = await Promise.all(periods.map(async ({ what, ...period }) => [what, await withRole(period)] as const));
      const before = await fingerprint(siege.owner);
      const pages = siege.app.pages.filter(({ path }) => under.test(path));
      // Reduced, a third of the pages of moderators, and on each database another third.
      for (const { path, loads, acts } of pages.filter((_, index) => whole || pages.length < 15 || index % 3 === (siege.kind === "pglite" ? 0 : 1))) {
        for (const request of [...(loads ? [rightRequest(path, false)] : []), ...(acts ? [rightRequest(path, true)] : [])]) {
          for (const [what, cookie] of asking) {
            const { status, headers } = await siege.ask(request, cookie);
            tried++;
            if (status !== 404) through.push(`${role.role} ${what}: ${request.method} ${request.path} answers ${status} ${headers.location ?? ""}`);
          }
        }
      }
      if ((await fingerprint(siege.owner)) !== before) through.push(`something was changed under ${under}`);
    }
    return { tried, through };
  });
});
