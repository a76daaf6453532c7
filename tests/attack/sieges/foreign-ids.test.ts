import { randomUUID } from "node:crypto";
import { dataPath, type Page } from "../../support/running-app.ts";
import { attack, besieged, whole } from "../besieged.ts";
import { forms, parameterOf } from "../fuzz-forms.ts";
import { rightRequest } from "../fuzz-requests.ts";
import { bystander, fingerprint, visitors } from "../fuzz-town.ts";

// Every address that takes an id, with the ids of somebody in another neighbourhood: the answer must be, byte for byte but for
// the id itself and the nonce, the answer to an id that nothing has.

const least = whole ? 10_000 : 150;

besieged("ids of others", (siege) => {
  attack(siege, "every page and form that takes an id, with ids of another neighbourhood", async () => {
    const through: string[] = [];
    let tried = 0;
    // Reduced, an eighth of the pages; the canaries ask each of them for what is hidden and what is not there.
    const takingIds = siege.app.pages.filter(({ path }) => path.includes(":id")).filter((_, index) => whole || index % 8 === 3);
    const asking = await Promise.all(visitors.map(async (visitor) => [visitor, await siege.town.cookieOf(visitor)] as const));
    const usual = await Promise.all(asking.map(async ([visitor, cookie]) => [visitor, cookie, await answers(takingIds, randomUUID(), cookie)] as const));
    while (tried < least) {
      const onlooker = await bystander(siege.owner);
      const theirs = await fingerprint(siege.owner, onlooker.ids);
      const foreign = Object.entries(onlooker.things);
      for (const [name, id] of foreign) {
        for (const [visitor, cookie, expected] of usual) {
          const got = await answers(takingIds, id, cookie);
          tried += got.size;
          for (const [request, answer] of got) if (answer !== expected.get(request)) through.push(`${visitor}: ${request} with ${name}: ${answer.slice(0, 200)} instead of ${expected.get(request)?.slice(0, 200)}`);
        }
        if (!whole && tried >= least) break;
      }
      if ((await fingerprint(siege.owner, onlooker.ids)) !== theirs) through.push("something of another neighbourhood was changed");
    }
    return { tried, through };
  });

  /** What each request says, by method and page, with the id in its place. */
  async function answers(pages: Page[], id: string, cookie: string): Promise<Map<string, string>> {
    const said = new Map<string, string>();
    for (const { path, bare } of pages) {
      const address = path.replace(/:(\w+)/g, (_, name: string) => (name === "id" ? id : parameterOf(path, name)));
      const requests = [rightRequest(path, false), ...(forms[path] ? [rightRequest(path, true)] : [])].flatMap((right) => [
        [`${right.method} ${path}`, { ...right, path: address }] as const,
        ...(bare ? [] : [[`${right.method} ${path} as data`, { ...right, path: dataPath(address) }] as const]),
      ]);
      for (const [name, request] of requests) {
        const { status, text, headers } = await siege.ask(request, cookie);
        said.set(name, `${status} ${headers.location ?? ""} ${text}`.replaceAll(id, "an id").replaceAll(encodeURIComponent(id), "an id").replaceAll(/nonce="[^"]*"|"nonce":"[^"]*"/g, "a nonce"));
      }
    }
    return said;
  }
});
