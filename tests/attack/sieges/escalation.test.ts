import { logIn } from "../../support/log-in.ts";
import { accountWithoutHome, moderatorOf, officialOf } from "../../support/people.ts";
import { dataPath } from "../../support/running-app.ts";
import { attack, besieged, whole } from "../besieged.ts";
import { forms } from "../fuzz-forms.ts";
import { type FuzzRequest, rightRequest } from "../fuzz-requests.ts";
import { fingerprint, type Visitor, visitors } from "../fuzz-town.ts";

// Who has a role, and who only has a mailbox of somebody with a role, at every door that isn't theirs.

const doors: { under: RegExp; whose: Visitor }[] = [
  { under: /^\/beheer/, whose: "moderator" },
  { under: /^\/gemeente/, whose: "official" },
];

besieged("rights that one does not have", (siege) => {
  const attackers = async (whose: Visitor): Promise<[string, string][]> => {
    const withoutStep = await accountWithoutHome();
    if (whose === "moderator") await moderatorOf(withoutStep.id, siege.things.neighbourhood!);
    else await officialOf(withoutStep.id, `GM${siege.things.neighbourhood!.slice(2, 6)}`);
    const others = visitors.filter((visitor) => visitor !== whose);
    return [...(await Promise.all(others.map(async (visitor): Promise<[string, string]> => [visitor, await siege.town.cookieOf(visitor)]))), [`${whose} without a second step`, await logIn(withoutStep.id)]];
  };

  attack(siege, "every page and form of moderators and officials, by everybody else", async () => {
    const through: string[] = [];
    let tried = 0;
    for (const { under, whose } of doors) {
      const asking = await attackers(whose);
      const before = await fingerprint(siege.owner);
      for (const { path, loads } of siege.app.pages.filter(({ path }) => under.test(path))) {
        const right = [...(loads ? [rightRequest(path, false)] : []), ...(forms[path] ? [rightRequest(path, true)] : [])];
        // Reduced, only as a browser would ask.
        const others = (each: FuzzRequest) => [{ ...each, path: dataPath(each.path) }, ...(each.body ? [{ ...each, method: "PUT" }, { ...each, method: "DELETE" }] : [{ ...each, method: "HEAD" }])];
        for (const request of right.flatMap((each) => [each, ...(whole ? others(each) : [])])) {
          for (const [visitor, cookie] of asking) {
            const { status, headers, text } = await siege.ask(request, cookie);
            tried++;
            const away = /^\/(inloggen|tweede-stap|meedoen)\b/.test(headers.location ?? "") || /"SingleFetchRedirect".*"\/(inloggen|tweede-stap|meedoen)/.test(text);
            if (status < 400 && !away) through.push(`${visitor}: ${request.method} ${request.path} answers ${status} ${headers.location ?? ""}`);
          }
        }
      }
      if ((await fingerprint(siege.owner)) !== before) through.push(`something was changed under ${under}`);
    }
    return { tried, through };
  });
});
