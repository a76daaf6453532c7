import { attack, besieged } from "../besieged.ts";
import { forms } from "../fuzz-forms.ts";
import { type FuzzRequest, rightRequest } from "../fuzz-requests.ts";
import { fingerprint } from "../fuzz-town.ts";

// A page of another site lets the browser of somebody who is logged in send a form of ours. Found by walking the routes:
// a new form is attacked without anybody thinking of it.

type Forged = Pick<FuzzRequest, "from"> & { what: string; headers: [string, string][]; sentAs?: NonNullable<FuzzRequest["body"]>["sentAs"] };

const forged: Forged[] = [
  { what: "no Origin at all", from: "unknown", headers: [] },
  { what: "another site", from: "another site", headers: [] },
  { what: "another site as browsers say it", from: "another site", headers: [["Sec-Fetch-Site", "cross-site"]] },
  { what: "a neighbouring host", from: "unknown", headers: [["Origin", "http://kwaad.127.0.0.1:80"], ["Sec-Fetch-Site", "same-site"]] },
  { what: "a sandboxed frame", from: "unknown", headers: [["Origin", "null"]] },
  { what: "a sandboxed frame that is read as data", from: "unknown", headers: [["Origin", "null"]], sentAs: "text" },
  { what: "no Origin, from a link", from: "unknown", headers: [["Referer", "https://evil.example/"], ["Sec-Fetch-Site", "none"]] },
  { what: "another site that asks for another method", from: "another site", headers: [["X-HTTP-Method-Override", "GET"]] },
  { what: "another site by a file", from: "another site", headers: [], sentAs: "multipart" },
];

besieged("forms of another site", (siege) => {
  attack(siege, "every mutation, with a missing or a foreign Origin", async () => {
    const through: string[] = [];
    let tried = 0;
    const acting = siege.app.pages.filter(({ acts }) => acts).map(({ path }) => path).filter((path) => !forms[path]?.fromAnywhere);
    const cookies = new Map<string, string>();
    for (const path of acting) {
      const as = forms[path]?.as ?? "resident";
      if (!cookies.has(as)) cookies.set(as, await siege.town.cookieOf(as));
    }
    const before = await fingerprint(siege.owner);
    for (const path of acting) {
      const right = rightRequest(path, true);
      for (const { what, from, headers, sentAs } of forged) {
        for (const method of ["POST", "PUT", "DELETE"]) {
          const body = right.body && { ...right.body, ...(sentAs ? { sentAs } : {}) };
          const { status } = await siege.ask({ ...right, method, from, headers: [...right.headers, ...headers], body }, cookies.get(forms[path]?.as ?? "resident"));
          tried++;
          if (status !== 403) through.push(`${method} ${path} from ${what}: ${status}`);
        }
      }
    }
    if ((await fingerprint(siege.owner)) !== before) through.push("something was changed");
    return { tried, through };
  });
});
