import { randomBytes, randomUUID } from "node:crypto";
import { hashToken } from "../../../app/features/session/prepare-proof.server.ts";
import { cookieName } from "../../../app/http/cookies.server.ts";
import * as auth from "../../../db/schema/auth.ts";
import { logIn } from "../../support/log-in.ts";
import { accountWithoutHome, dwelling, household, resident } from "../../support/people.ts";
import { attack, besieged, form, whole } from "../besieged.ts";

const rounds = whole ? 50 : 1;
const days = (count: number) => new Date(Date.now() + count * 86_400_000);

besieged("invitations of somebody else", (siege) => {
  attack(siege, "an invitation to a household: by another account, by nobody for who has an account, twice, late, withdrawn, guessed", async () => {
    const through: string[] = [];
    let tried = 0;
    const adultsOf = async (householdId: string) => (await siege.owner.rows<{ adults: number }>("select count(*)::int as adults from membership where household_id = $1 and ended_at is null", [householdId]))[0]!.adults;
    for (let round = 0; round < rounds; round++) {
      const home = await household(await dwelling(siege.things.neighbourhood!));
      const host = await resident(home);
      const invite = async (email: string, { expires = days(7), revoked = false } = {}) => {
        const token = randomBytes(32).toString("base64url");
        await siege.owner.db.insert(auth.householdInvitation).values({ householdId: home.id, invitedBy: host.residentId, email, tokenHash: hashToken(token), expiresAt: expires, ...(revoked ? { revokedAt: new Date() } : {}) });
        return token;
      };
      const accept = async (what: string, token: string, cookie = "", lets = 0) => {
        const before = await adultsOf(home.id);
        const kept = `${cookieName("buurhof-uitnodiging")}=${token}`;
        await siege.ask({ path: "/uitnodiging", body: form({ klopt: "ja" }) }, cookie ? `${cookie}; ${kept}` : kept);
        if (!lets) tried++;
        if ((await adultsOf(home.id)) !== before + lets) through.push(what);
      };
      const [invited, thief] = [await accountWithoutHome(), await accountWithoutHome()];
      const token = await invite(invited.email);
      await accept("by another account", token, await logIn(thief.id));
      await accept("by nobody, for who has an account", token);
      await accept("by who lives there already", token, await logIn(host.residentId));
      await accept("late", await invite(thief.email, { expires: days(-1) }), await logIn(thief.id));
      await accept("withdrawn", await invite(thief.email, { revoked: true }), await logIn(thief.id));
      await accept("guessed", randomBytes(32).toString("base64url"), await logIn(thief.id));
      await accept("the right one fails", token, await logIn(invited.id), 1);
      await accept("twice, by the same", token, await logIn(invited.id));
      await accept("twice, by another", token, await logIn(thief.id));
      const fresh = await invite(`${randomUUID()}@voorbeeld.test`);
      await accept("the right one of somebody new fails", fresh, "", 1);
      await accept("twice, by nobody", fresh);
    }
    return { tried, through };
  });
});
