import { readFileSync } from "node:fs";
import { getTableName } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { remainsOfErased } from "../../app/features/privacy/remains.ts";
import { runRetention } from "../../app/features/privacy/run-retention.server.ts";
import type { Connection } from "../../db/connection.ts";
import { journalFile } from "../../db/journal-file.server.ts";
import { filledIn } from "../attack/fuzz-answers.ts";
import { forms, parameterOf, queries, visitorOf } from "../attack/fuzz-forms.ts";
import { fuzzTown, type FuzzTown } from "../attack/fuzz-town.ts";
import { databaseKinds, ownerConnection, testDatabase } from "../support/databases.ts";
import { logIn } from "../support/log-in.ts";
import { deliveredMails, type SentMail } from "../support/mail.ts";
import { TestBrowser } from "../support/passkeys.ts";
import { dataPath, hasBuild, type Page, runApp, type RunningApp } from "../support/running-app.ts";
import { tables } from "./rows.ts";
import { explained, type Planting, plantings, type Shape, staff, stillRead, takenBackAt, withdrawals, wordless } from "./plantings.ts";

type Visitor = "nobody" | "flatmate" | "sameStreet" | "otherStreet" | "stranger" | "moderator" | "official";
const visitors: Visitor[] = ["nobody", "flatmate", "sameStreet", "otherStreet", "stranger", "moderator", "official"];
/** How many things of each kind every page is asked for. */
const ofEach = process.env.PROOF ? 4 : 2;
const word = /kanarie\d{4}x|06\d{2}77\d{4}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const inBytes = new RegExp(`${Buffer.from("kanarie").toString("hex")}(?:3\\d){4}78`, "g");

// The matrix proves both databases to be alike; pages are asked on one of them, and on both, everything by everybody, in a whole proof.

describe.runIf(hasBuild("the life of what somebody typed")).each(databaseKinds)("what a resident typed into every form, on %s", (kind) => {
  const database = testDatabase(kind);
  /** Every word, and where it was typed. */
  const words = new Map<string, string>();
  const log: string[] = [];
  const cookies: Record<string, string> = {};
  const said: { stage: string; visitor: Visitor; path: string; found: string[] }[] = [];
  let owner: Connection;
  let app: RunningApp;
  let town: FuzzTown;
  let email: string;

  beforeAll(async () => {
    for (const channel of ["log", "warn", "error", "info"] as const) vi.spyOn(console, channel).mockImplementation((...lines) => void log.push(lines.map(String).join(" ")));
    owner = ownerConnection(database);
    app = await runApp();
  }, 120_000);

  afterAll(async () => {
    vi.restoreAllMocks();
    app?.stop();
    if (owner && owner !== database.connection) await owner.close();
  });

  const made = (about: string, shape: Shape): string => {
    const number = String(words.size + 1).padStart(4, "0");
    const unique = shape === "phone" ? `06${number.slice(0, 2)}77${number}` : `kanarie${number}x`;
    words.set(unique, about);
    return { line: `Hier staat ${unique}.\r\nEn meer.`, name: unique, email: `${unique}@voorbeeld.test`, phone: unique }[shape];
  };

  /** Fills in a form as it should be, with a word in each field that is named; says what was wrong. */
  async function fillIn({ form, words: fields, also = {}, id, by = "resident", photo }: Planting): Promise<string[]> {
    const { fields: right, cookie } = forms[form]!;
    const values = Object.fromEntries(Object.entries(right).map(([name, [first]]) => [name, filledIn(first!, town.things)]));
    if (by === "newcomer" && "email" in values) values.email = email;
    if (form === "/welkom/naam") values.keuze = "eigen";
    for (const [name, shape] of Object.entries(fields)) values[name] = made(`${name} of ${form}`, shape);
    Object.assign(values, also);
    const path = filledIn(form.replace(/:(\w+)/g, (_, name: string) => (name === "id" && id ? id : parameterOf(form, name))), town.things);
    const query = filledIn(queries[form] ?? "", town.things);
    const body = new FormData();
    for (const [name, value] of Object.entries(values)) body.append(name, value);
    if (photo) body.append("photo", new Blob([new Uint8Array(await picture(made(`what a camera wrote into the photo of ${form}`, "line")))], { type: "image/jpeg" }), `${made(`name of the file of ${form}`, "name")}.jpg`);
    const sent = photo ? body : new URLSearchParams(values);
    const response = await fetch(`${app.url}${path}${query ? `?${query}` : ""}`, { method: "POST", body: sent, headers: { Cookie: [cookies[by], cookie && filledIn(cookie, town.things)].filter(Boolean).join("; "), Origin: app.url }, redirect: "manual" });
    const text = await response.text();
    return response.status >= 400 ? [`${form} answers ${response.status} ${/<ul[^>]*role="list"[^>]*>.*?<\/ul>|class="text-danger[^>]*>[^<]*/s.exec(text)?.[0]?.replace(/<[^>]*>/g, " ") ?? text.slice(0, 300)}`] : [];
  }

  /** What stands in every row of every table, by table: the words, and the ids of who left. */
  async function kept(): Promise<Map<string, Set<string>>> {
    const tables = await owner.rows<{ name: string }>("select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1");
    const found = new Map<string, Set<string>>();
    for (const { name } of tables) {
      for (const { row } of await owner.rows<{ row: string }>(`select r::text as row from ${name} r`)) {
        for (const each of wordsIn(row)) found.set(name, (found.get(name) ?? new Set()).add(each));
      }
    }
    return found;
  }

  function wordsIn(text: string): string[] {
    const bytes = (text.match(inBytes) ?? []).map((hex) => Buffer.from(hex, "hex").toString());
    return [...new Set([...(text.match(word) ?? []), ...bytes])].filter((each) => words.has(each));
  }

  /** Asks every page for everything that it could show of this resident, as everybody else. */
  async function lookAround(stage: string, who: Visitor[] = visitors): Promise<void> {
    const mine = await ownIds();
    for (const visitor of process.env.PROOF ? visitors : who) {
      const paths = app.pages.filter((page) => page.loads && !page.path.includes("*") && (process.env.PROOF || hasToDoWith(visitor, page))).flatMap((page) => addressesOf(page, mine));
      for (let start = 0; start < paths.length; start += 8) {
        await Promise.all(
          paths.slice(start, start + 8).map(async (path) => {
            const response = await fetch(app.url + path, { headers: { Cookie: cookies[visitor]! }, redirect: "manual", signal: AbortSignal.timeout(20_000) });
            const found = wordsIn(Buffer.from(await response.arrayBuffer()).toString("latin1")).filter((each) => !path.includes(each));
            if (response.status >= 500) found.push(`answers ${response.status}`);
            if (found.length > 0) said.push({ stage, visitor, path, found });
          }),
        );
      }
    }
  }

  /** A moderator is asked everything; a neighbour what residents look at, and so on. */
  function hasToDoWith(visitor: Visitor, { path }: Page): boolean {
    const mostly = visitorOf(path);
    return visitor === "moderator" ? mostly !== "official" : mostly === (["nobody", "official"].includes(visitor) ? visitor : "resident");
  }

  /** As data where that can be: it says all that the page says, and comes four times as fast. */
  function addressesOf({ path, bare }: Page, mine: Record<string, string[]>): string[] {
    const fill = (id?: string) => (bare ? (each: string) => each : dataPath)(filledIn(path.replace(/:(\w+)/g, (_, name: string) => (name === "id" && id ? id : parameterOf(path, name))), town.things)) + (queries[path] ? `?${filledIn(queries[path], town.things)}` : "");
    const ids = path.includes(":id") ? (mine[path.slice(0, path.indexOf("/:id"))] ?? []) : [];
    return [...new Set([fill(), ...ids.map((id) => fill(id))])];
  }

  /** The things of this resident, by the beginning of the addresses that are about them. */
  async function ownIds(): Promise<Record<string, string[]>> {
    const ids: Record<string, string[]> = {};
    for (const [table, path] of Object.entries({ ...takenBackAt, photo: "/foto/:id", question_photo: "/foto/:id" })) {
      const whose = table === "joint_request" ? "started_by" : table === "photo" ? "household_id" : "resident_id";
      const rows = await owner.rows<{ id: string }>(`select id from ${table} where ${whose} = $1 limit ${ofEach}`, [table === "photo" ? town.people.me.householdId : town.people.me.accountId]);
      (ids[path.slice(0, path.indexOf("/:id"))] ??= []).push(...rows.map(({ id }) => id));
    }
    const requests = await owner.rows<{ id: string }>("select id from visit_request where guest_household_id = $1 or host_household_id = $1", [town.people.me.householdId]);
    ids["/kijkjes/verzoek"] = requests.map(({ id }) => id);
    return ids;
  }

  /** Words in a mail to somebody else: an address is read by the mailbox that it is of. */
  function inMails(mails: SentMail[]): string[] {
    return mails.flatMap(({ to, subject, text, html }) => wordsIn(`${subject} ${text} ${html}`).filter((each) => !to.includes(each) && to !== email).map((each) => `${words.get(each)} in “${subject}”`));
  }

  const readAt = (stage: string, expected: typeof stillRead = []) =>
    said
      .filter((each) => each.stage === stage)
      .flatMap(({ visitor, path, found }) => found.map((each) => ({ visitor, path: path.replace(/[0-9a-f-]{36}/g, ":id").replace(/BU\d+/, ":neighbourhood"), about: words.get(each) ?? each })))
      .filter(({ visitor, path, about }) => !expected.some((each) => each.visitor === visitor && each.page.test(path) && each.about.test(about)))
      .map(({ visitor, path, about }) => `${visitor} read on ${path}: ${about}`);

  it("is every field of every form that keeps words, or it is said why not", () => {
    const missing = Object.entries(forms).flatMap(([form, { as, fields }]) => {
      if (staff.includes(as)) return [];
      const asked = new Set([...plantings, ...withdrawals].filter((each) => each.form === form).flatMap((each) => Object.keys(each.words)));
      return Object.keys(fields).filter((name) => !asked.has(name) && !wordless.has(name) && !explained[form]?.[name]).map((name) => `${name} of ${form}`);
    });
    expect(missing).toEqual([]);
    expect([...plantings, ...withdrawals].filter(({ form }) => !forms[form]).map(({ form }) => form)).toEqual([]);
    expect(Object.keys(explained).filter((form) => !forms[form])).toEqual([]);
  });

  it("is kept, and read by others, when it is shared", { timeout: 300_000 }, async () => {
    town = await fuzzTown(owner);
    const { me } = town.people;
    email = made("their own address", "email");
    await owner.rows("update auth.account set email = $1 where id = $2", [email, me.accountId]);
    const browser = await new TestBrowser().logIn(me.accountId);
    cookies.resident = browser.session;
    cookies.joiner = await town.cookieOf("joiner");
    cookies.newcomer = "";
    cookies.nobody = "";
    for (const visitor of visitors.slice(1)) cookies[visitor] = await logIn(town.people[visitor as Exclude<Visitor, "nobody">].accountId, { staff: visitor === "moderator" || visitor === "official" });
    const [interested] = await owner.rows<{ purchase: string }>("select purchase_id as purchase from purchase_sign_up where id = $1", [town.things["sign-up with interest"]!]);
    await owner.rows("insert into purchase_check (purchase_id, place, question, kind) values ($1, 3, 'Wat wil je nog kwijt?', 'text')", [interested!.purchase]);
    await owner.script(`set session_replication_role = replica; update purchase_rules set supplier_fields = array['name', 'email', 'phone'] where purchase_id = (select purchase_id from purchase_sign_up where id = '${town.things["sign-up suitable"]!}'); set session_replication_role = default`);
    const wrong: string[] = [];
    for (const planting of plantings) {
      if (planting.form === "/passkeys") await browser.add({ name: made("name of /passkeys", "name") });
      else wrong.push(...(await fillIn(planting)));
    }
    expect(wrong).toEqual([]);
    const there = new Set([...(await kept()).values()].flatMap((found) => [...found]));
    const nowhere = [...words].filter(([each]) => !there.has(each)).map(([, about]) => about);
    // Photos are drawn anew: what came with them is gone before anything is kept.
    expect(nowhere.filter((about) => !/^(what a camera wrote into the photo|name of the file) of /.test(about))).toEqual([]);
    expect(nowhere).toHaveLength(2 * plantings.filter(({ photo }) => photo).length);
    await lookAround("shared", ["sameStreet"]);
    // The pages were really asked: a neighbour in the street reads what was shared, and what was written to them.
    const read = readAt("shared").map((each) => each.slice(each.indexOf(": ") + 2));
    for (const about of ["title of /wensen/:id/wijzigen", "body of /verhalen/:id/wijzigen", "body of /vragen/:id/wijzigen", "experience of /maatregelen/:id/ervaring", "note of /kijkjes/:id/praktisch", "line of /koploper", "body of /gesprekken/:id"]) expect(read).toContain(about);
    expect(inMails(await deliveredMails())).toEqual([]);
  });

  it("is read by nobody else once it is taken back", { timeout: 300_000 }, async () => {
    const wrong: string[] = [];
    for (const withdrawal of withdrawals) wrong.push(...(await fillIn(withdrawal)));
    for (const { id } of await owner.rows<{ id: string }>("select id from visit_request where guest_resident_id = $1 and cancelled_at is null", [town.people.me.accountId])) wrong.push(...(await fillIn({ form: "/kijkjes/verzoek/:id/afzegging", words: { words: "line" }, id })));
    for (const [table, form] of Object.entries(takenBackAt)) {
      const whose = table === "joint_request" ? "started_by" : "resident_id";
      const open = await owner.rows<{ id: string }>(`select id from ${table} where ${whose} = $1 and withdrawn_at is null`, [town.people.me.accountId]);
      for (const { id } of open) wrong.push(...(await fillIn({ form, words: {}, id })));
    }
    expect(wrong).toEqual([]);
    await lookAround("taken back", ["otherStreet", "moderator"]);
    expect(readAt("taken back", stillRead)).toEqual([]);
  });

  it("is read by nobody else once who typed it has moved", { timeout: 300_000 }, async () => {
    expect(await fillIn({ form: "/huishouden/verhuizen", words: {} })).toEqual([]);
    await lookAround("moved", ["sameStreet"]);
    expect(readAt("moved", stillRead)).toEqual([]);
  });

  it("is read by nobody else once who typed it asked to be erased", { timeout: 300_000 }, async () => {
    expect(await fillIn({ form: "/toestemmingen/vertrek", words: {} })).toEqual([]);
    expect(await fillIn({ form: "/toestemmingen/vertrek", words: {}, by: "joiner" })).toEqual([]);
    await lookAround("erased", ["sameStreet"]);
    expect(readAt("erased")).toEqual([]);
  });

  it("is nowhere after eight days, but where it is said to stay", { timeout: 300_000 }, async () => {
    const { accountId } = town.people.me;
    await daysPass(owner, 8);
    await runRetention();
    const left = [...(await kept())].flatMap(([table, found]) => [...found].map((each) => `${table}: ${words.get(each)}`));
    expect(left).toEqual([]);
    expect(inMails(await deliveredMails())).toEqual([]);
    expect(wordsIn(readFileSync(journalFile()!, "utf8"))).toEqual([]);
    words.set(accountId, "their id");
    const known = [...(await kept())].filter(([, found]) => found.has(accountId)).map(([table]) => table.replace("public.", ""));
    expect(known).toEqual(remainsOfErased.map((table) => getTableName(tables[table])));
  });

  it("stands in no line of the log", () => {
    expect(log.flatMap(wordsIn)).toEqual([]);
  });
});

/** Moves everything that has a moment or a day into the past. */
async function daysPass(owner: Connection, days: number): Promise<void> {
  const columns = await owner.rows<{ name: string; column: string }>(
    `select format('%I.%I', c.table_schema, c.table_name) as name, quote_ident(c.column_name) as column from information_schema.columns c
     join pg_tables t on t.schemaname = c.table_schema and t.tablename = c.table_name
     where c.table_schema in ('public', 'auth') and c.data_type in ('timestamp with time zone', 'date') and c.is_generated = 'NEVER'`,
  );
  const names = [...new Set(columns.map(({ name }) => name))];
  const moves = names.map((name) => `update ${name} set ${columns.filter((each) => each.name === name).map(({ column }) => `${column} = ${column} - interval '${days} days'`).join(", ")};`);
  // Past every trigger: only the clock goes on.
  await owner.script(`set session_replication_role = replica; ${moves.join("\n")} set session_replication_role = default`);
}

/** A photo as a camera makes one, with something written into it. */
function picture(words: string): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: { r: 90, g: 140, b: 90 } } }).withExif({ IFD0: { ImageDescription: words, Artist: words } }).jpeg().toBuffer();
}
