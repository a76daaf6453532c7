import { randomBytes } from "node:crypto";
import { renewRecoveryCodes } from "../../../app/features/second-factor/recovery-codes.server.ts";
import { setUpSecondFactor } from "../../../app/features/second-factor/set-up-second-factor.server.ts";
import { codeAt, newTotpSecret } from "../../../app/features/second-factor/totp.ts";
import { sessionCookie } from "../../../app/features/session/limits.ts";
import { cookieName } from "../../../app/http/cookies.server.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { logIn } from "../../support/log-in.ts";
import { codeFor } from "../../support/mail.ts";
import { accountWithoutHome, moderatorOf } from "../../support/people.ts";
import { attack, besieged, cookiesOf, form, whole } from "../besieged.ts";

const rounds = whole ? 50 : 2;

besieged("what was used once", (siege) => {
  /** A moderator with an app as second step; and a try of a code in a fresh session of theirs. */
  async function moderatorWithApp() {
    const { id, email } = await accountWithoutHome();
    await moderatorOf(id, siege.things.neighbourhood!);
    const secret = newTotpSecret();
    const codes = await asAuth(async (tx) => {
      await setUpSecondFactor(tx, { accountId: id, secret, step: 0, replace: false });
      return renewRecoveryCodes(tx, id);
    });
    const tryCode = async (path: string, code: string, cookie?: string) => {
      const session = cookie ?? (await logIn(id));
      const answer = await siege.ask({ path, body: form({ code }) }, session);
      return { in: answer.status === 303 && cookiesOf(answer).includes(`${cookieName(sessionCookie)}=`), cookie: cookiesOf(answer), before: session };
    };
    return { id, email, secret, codes, tryCode };
  }

  attack(siege, "codes of an app: the same again, the one before it, the one from both ends of a minute, at the same moment", async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const { secret, tryCode } = await moderatorWithApp();
      const code = codeAt(secret);
      // Three at the same moment: one is the owner's.
      const first = await Promise.all(Array.from({ length: 3 }, () => tryCode("/tweede-stap", code)));
      const letIn = first.filter((each) => each.in).length;
      if (letIn !== 1) through.push(`one code let ${letIn} in`);
      tried += 2;
      for (const [what, replayed] of [["the same", code], ["the one before", codeAt(secret, Date.now() - 30_000)]] as const) {
        tried++;
        if ((await tryCode("/tweede-stap", replayed)).in) through.push(what);
      }
    }
    return { tried, through };
  });

  attack(siege, "recovery codes: the same again, and at the same moment", async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const { codes, tryCode } = await moderatorWithApp();
      const first = await Promise.all(Array.from({ length: 3 }, () => tryCode("/tweede-stap/herstelcode", codes[0]!)));
      const letIn = first.filter((each) => each.in).length;
      if (letIn !== 1) through.push(`one code let ${letIn} in`);
      if ((await tryCode("/tweede-stap/herstelcode", codes[0]!)).in) through.push("the same");
      tried += 3;
    }
    return { tried, through };
  });

  attack(siege, "session fixation: a cookie from before the log-in, the second step, or the log-out", async () => {
    const through: string[] = [];
    let tried = 0;
    const name = cookieName(sessionCookie);
    const loggedIn = async (cookie: string, path = "/begin") => (await siege.ask({ path }, cookie)).headers.location !== `/inloggen?terug=${encodeURIComponent(path)}`;
    for (let round = 0; round < rounds; round++) {
      const { email, secret, tryCode } = await moderatorWithApp();
      const attacker = await logIn((await accountWithoutHome()).id);
      for (const planted of [`${name}=${randomBytes(20).toString("hex")}`, attacker, `${name}=`]) {
        const asked = await siege.ask({ path: "/inloggen", body: form({ email }) }, planted);
        const entered = await siege.ask({ path: "/inloggen/code", body: form({ code: await codeFor(email) }) }, `${planted}; ${cookiesOf(asked)}`);
        const own = cookiesOf(entered);
        tried += 2;
        if (!own.includes(`${name}=`) || own.split("; ").includes(planted)) through.push("logging in kept the id of the session");
        // The attacker's own session ended, or is still the attacker's; it never is the victim's.
        if ((await siege.ask({ path: "/tweede-stap" }, planted)).status === 200) through.push("a planted cookie opens the session");
        if (!(await loggedIn(own))) throw new Error("the log-in itself failed");
      }
      const raised = await tryCode("/tweede-stap", codeAt(secret));
      tried++;
      if (!raised.in || (await siege.ask({ path: "/beheer" }, raised.before)).status === 200) through.push("a cookie from before the second step has its rights");
      await siege.ask({ path: "/uitloggen", body: form({}) }, raised.cookie);
      tried++;
      if (await loggedIn(raised.cookie, "/beheer")) through.push("a cookie from before the log-out");
    }
    return { tried, through };
  });
});
