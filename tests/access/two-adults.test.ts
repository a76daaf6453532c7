import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filledIn } from "../attack/fuzz-answers.ts";
import { forms, parameterOf, queries } from "../attack/fuzz-forms.ts";
import { fuzzTown, type FuzzTown } from "../attack/fuzz-town.ts";
import type { Connection } from "../../db/connection.ts";
import { databaseKinds, ownerConnection, testDatabase } from "../support/databases.ts";
import { TestBrowser } from "../support/passkeys.ts";
import { dataPath, hasBuild, type Page, runApp, type RunningApp } from "../support/running-app.ts";

// The ordinary run asks on one database; the proof on both.

type Adult = "me" | "housemate";

/** What an adult does that is nobody else's, with a word in each: to whom they write, what they report, how they are called, which keys they have. */
const privately: [form: string, fields: Record<string, string>, id?: string][] = [
  ["/welkom/naam", { keuze: "eigen", naam: "naam" }],
  ["/huishouden/e-mail", { email: "nieuw@voorbeeld.test" }],
  ["/maatregelen/:id/vraag", { body: "vraag aan een buur" }],
  ["/koplopers/:id/vraag", { body: "vraag aan een koploper" }],
  ["/kijkjes/:id/vraag", { line: "mag ik komen" }],
  ["/wensen/:id/melden", { note: "melding" }],
  ["/verhalen/:id/blokkeren", {}],
  ["/vragen/:id/volgen", {}],
];

/** A new address waits for its mail, and is shown nowhere until then. */
const shownNowhere = new Set(["/huishouden/e-mail"]);
/** Who live together call each other by name. */
const shownToBoth = new Set(["/welkom/naam"]);

describe.runIf(hasBuild("two adults")).each(databaseKinds)("two adults of one household on %s", (kind) => {
  const database = testDatabase(kind);
  const browsers = {} as Record<Adult, TestBrowser>;
  const own: Record<Adult, Map<string, string>> = { me: new Map(), housemate: new Map() };
  let owner: Connection;
  let app: RunningApp;
  let town: FuzzTown;

  beforeAll(async () => {
    owner = ownerConnection(database);
    app = await runApp();
    town = await fuzzTown(owner);
    for (const who of ["me", "housemate"] as const) {
      const browser = (browsers[who] = await new TestBrowser().logIn(town.people[who].accountId));
      const word = (about: string) => {
        const unique = `${who === "me" ? "een" : "twee"}${String(own[who].size).padStart(3, "0")}x`;
        own[who].set(unique, about);
        return unique;
      };
      await browser.add({ name: word("passkey") });
      await owner.rows("update auth.session set device = $1 where account_id = $2", [word("where they are logged in"), town.people[who].accountId]);
      for (const [form, fields] of privately) {
        const right = Object.fromEntries(Object.entries(forms[form]!.fields).map(([name, [first]]) => [name, filledIn(first!, town.things)]));
        for (const [name, about] of Object.entries(fields)) right[name] = about === "eigen" ? about : about.includes("@") ? `${word(form)}@voorbeeld.test` : word(form);
        const response = await send(who, filled(form), right);
        if (response.status >= 400) throw new Error(`${form} answers ${response.status} to ${who}`);
      }
      const [number] = await owner.rows<{ phone: string }>("select id::text as phone from notice where resident_id = $1", [town.people[who].accountId]);
      if (number) own[who].set(number.phone, "what they were told");
      for (const { id } of await owner.rows<{ id: string }>("select id::text as id from consent where resident_id = $1 and purpose = 'display_name' and withdrawn_at is null", [town.people[who].accountId])) own[who].set(id, "that neighbours may see their name");
      for (const { id } of await owner.rows<{ id: string }>("select id::text as id from private_thread where asker_id = $1 or asked_id = $1", [town.people[who].accountId])) own[who].set(id, "a conversation");
      for (const { id } of await owner.rows<{ id: string }>("select id::text as id from block where resident_id = $1", [town.people[who].accountId])) own[who].set(id, "whom they block");
      for (const { id } of await owner.rows<{ id: string }>("select public_id::text as id from auth.session where account_id = $1", [town.people[who].accountId])) own[who].set(id, "a session");
    }
  }, 300_000);

  afterAll(async () => {
    app?.stop();
    if (owner && owner !== database.connection) await owner.close();
  });

  const filled = (path: string) => filledIn(path.replace(/:(\w+)/g, (_, name: string) => parameterOf(path, name)), town.things);
  function send(who: Adult, path: string, form: Record<string, string>) {
    return fetch(app.url + path, { method: "POST", body: new URLSearchParams(form), headers: { Cookie: browsers[who].session, Origin: app.url }, redirect: "manual" });
  }

  /** Every page, also with the ids of what is private to the other. */
  async function readBy(who: Adult, words: Map<string, string>): Promise<{ path: string; found: string[] }[]> {
    const ids = [...words.keys()].filter((each) => each.length === 36);
    const paths = app.pages.filter(({ loads, path }) => loads && /^\/(?!beheer|gemeente|meedoen|tweede-stap|verzoeken-aan-mij)/.test(path) && !path.includes("*")).flatMap((page) => addressesOf(page, ids));
    const read: { path: string; found: string[] }[] = [];
    for (let start = 0; start < paths.length; start += 8) {
      await Promise.all(
        paths.slice(start, start + 8).map(async (path) => {
          const text = Buffer.from(await (await fetch(app.url + path, { headers: { Cookie: browsers[who].session }, redirect: "manual" })).arrayBuffer()).toString("latin1");
          const found = [...words.keys()].filter((each) => text.includes(each) && !path.includes(each));
          if (found.length > 0) read.push({ path, found: found.map((each) => words.get(each)!) });
        }),
      );
    }
    return read;
  }

  function addressesOf({ path, bare }: Page, ids: string[]): string[] {
    const as = bare ? (each: string) => each : dataPath;
    const query = queries[path] ? `?${filledIn(queries[path], town.things)}` : "";
    const others = /^\/(gesprekken|berichten|mijn-sessies|instellingen\/blokkades)\/:id/.test(path) ? ids.map((id) => path.replace(":id", id)) : [];
    return [filled(path), ...others].map((each) => as(each) + query);
  }

  it("each read what is their own: the pages are really asked", { timeout: 300_000 }, async () => {
    const read = new Set((await readBy("me", own.me)).flatMap(({ found }) => found));
    expect([...new Set(own.me.values())].filter((about) => !read.has(about) && !shownNowhere.has(about))).toEqual([]);
  });

  it("read nothing of the other's log-ins, keys, conversations, blocks, reports and consents", { timeout: 300_000 }, async () => {
    const ofTheOther = (read: { path: string; found: string[] }[]) => read.map(({ path, found }) => ({ path, found: found.filter((about) => !shownToBoth.has(about)) })).filter(({ found }) => found.length > 0);
    expect(ofTheOther(await readBy("housemate", own.me))).toEqual([]);
    expect(ofTheOther(await readBy("me", own.housemate))).toEqual([]);
  });

  it("leave without the other", async () => {
    expect((await send("me", "/huishouden/verhuizen", { "sure[]": "yes" })).status).toBe(303);
    const [there] = await owner.rows<{ members: number; ended: boolean }>(
      "select (select count(*)::int from membership where household_id = h.id and ended_at is null) as members, h.ended_at is not null as ended from household h where h.id = $1",
      [town.people.me.householdId],
    );
    expect(there).toEqual({ members: 1, ended: false });
    const page = await fetch(`${app.url}/huishouden`, { headers: { Cookie: browsers.housemate.session }, redirect: "manual" });
    expect(page.status).toBe(200);
    expect((await fetch(`${app.url}/huishouden`, { headers: { Cookie: browsers.me.session }, redirect: "manual" })).status).not.toBe(200);
    expect((await send("housemate", "/toestemmingen/vertrek", { "sure[]": "yes" })).status).toBe(303);
    const [last] = await owner.rows<{ account: boolean; erasure: boolean }>("select exists (select from auth.account where id = $1) as account, exists (select from erasure where account_id = $1) as erasure", [town.people.me.accountId]);
    expect(last).toEqual({ account: true, erasure: false });
  });
});
