import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { logIn } from "../support/log-in.ts";
import { databaseKinds, ownerConnection, testDatabase } from "../support/databases.ts";
import { elsewhere, here, people, type Person } from "../support/town.ts";
import { dataPath, hasBuild, type Page, runApp, type RunningApp } from "../support/running-app.ts";
import { type Canaries, releaseCanaries } from "./canaries.ts";

type Visitor = Person | "nobody";
type Answer = { visitor: Visitor; path: string; status: number; text: string };

const visitors = ["nobody", ...(Object.keys(people) as Person[])] as const;
const word = /kanarie\d{4}x|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

// The matrix proves both databases to be alike; pages are tried on one of them, and on both in a whole proof.

describe.runIf(hasBuild("canaries")).each(databaseKinds)("canaries in the running app on %s", (kind) => {
  const database = testDatabase(kind);
  const cookies = new Map<Visitor, string>();
  const log: string[] = [];
  let app: RunningApp;
  let canaries: Canaries;
  let answers: Answer[];

  beforeAll(async () => {
    for (const channel of ["log", "warn", "error", "info"] as const) vi.spyOn(console, channel).mockImplementation((...said) => void log.push(said.map(String).join(" ")));
    const owner = ownerConnection(database);
    canaries = await releaseCanaries(owner);
    if (owner !== database.connection) await owner.close();
    cookies.set("nobody", "");
    for (const [name, { accountId, moderates }] of Object.entries(people)) cookies.set(name as Person, await logIn(accountId, { staff: moderates.length > 0 || name === "official" }));
    app = await runApp();
    answers = [];
    for (const visitor of visitors) {
      const paths = app.pages.filter(({ loads }) => loads).flatMap((page) => addressesOf(page, canaries));
      for (let start = 0; start < paths.length; start += 8) answers.push(...(await Promise.all(paths.slice(start, start + 8).map((path) => visit(visitor, path)))));
      // Looking at a report is a deed; everybody tries it.
      for (const report of canaries.ids.report) answers.push(await visit(visitor, `/beheer/meldingen/${report}/bekijken`, "reason=report"));
      for (const appeal of canaries.ids.appeal) answers.push(await visit(visitor, `/beheer/bezwaren/${appeal}/bekijken`, "reason=appeal"));
      for (const look of canaries.ids.secondLook) answers.push(await visit(visitor, `/beheer/opnieuw/${look}/bekijken`, "reason=changed"));
    }
    vi.restoreAllMocks();
  }, 600_000);

  afterAll(() => app?.stop());

  async function visit(visitor: Visitor, path: string, form?: string): Promise<Answer> {
    const sent = form === undefined ? { method: "GET" } : { method: "POST", body: new URLSearchParams(form) };
    const response = await fetch(app.url + path, { ...sent, headers: { Cookie: cookies.get(visitor)!, Origin: app.url }, redirect: "manual" });
    return { visitor, path, status: response.status, text: `${[...response.headers].join("\n")}\n${Buffer.from(await response.arrayBuffer()).toString("latin1")}` };
  }

  /** What somebody read and may not read. What stands in the address they asked for, they knew. */
  function strays({ visitor, path, text }: Answer): string[] {
    return [...new Set(text.match(word))].flatMap((found) => {
      const canary = canaries.words.get(found);
      if (!canary || path.includes(found) || (visitor !== "nobody" && canary.mayRead.has(visitor))) return [];
      return [`${visitor} read on ${path}: ${canary.about}`];
    });
  }

  it("are read by nobody but those who may", () => {
    expect(answers.flatMap(strays)).toEqual([]);
  });

  it("are read by those who may: the pages were really there", () => {
    const seen = (visitor: Visitor, about: RegExp) =>
      answers.some((answer) => answer.visitor === visitor && [...new Set(answer.text.match(/kanarie\d{4}x/g))].some((found) => about.test(canaries.words.get(found)!.about)));
    const expected: [Visitor, RegExp][] = [
      ["own", /measure experience \(household\) of own/],
      ["secondAdult", /measure experience \(household\) of own/],
      ["sameBuilding", /measure experience \(building\) of own/],
      ["sameStreet", /measure experience \(street\) of own/],
      ["sameNeighbourhood", /measure experience \(neighbourhood\) of own/],
      ["sameNeighbourhood", /photo bytes \(neighbourhood\) of own/],
      ["sameNeighbourhood", /wish title \(neighbourhood\) of own/],
      ["sameNeighbourhood", /story title \(neighbourhood\) of own/],
      ["sameNeighbourhood", /question title \(neighbourhood\) of own/],
      ["sameStreet", /question text \(street\) of own/],
      ["sameStreet", /answer text \(street\) of own/],
      ["sameStreet", /earlier answer \(street\) of own/],
      ["sameNeighbourhood", /outcome source \(neighbourhood\) of own/],
      ["sameStreet", /story text \(street\) of own/],
      ["own", /answer about the home of own/],
      ["secondAdult", /name of own for the supplier/],
      ["own", /words of own with a step/],
      ["sameNeighbourhood", /visit note \(neighbourhood\) of own/],
      ["sameNeighbourhood", /line on the badge of own/],
      ["own", /line of sameStreet to own/],
      ["otherNeighbourhood", /measure experience \(household\) of otherNeighbourhood/],
      ["own", /words of sameStreet between sameStreet and own/],
      ["secondAdult", /words of sameBuilding between sameBuilding and secondAdult/],
      ["sameStreet", /asked between sameStreet and own/],
      ["propertyManager", /text of a request that was sent/],
      ["sameBuilding", /text of a request$/],
      ["secondAdult", /text of a hidden request/],
      ["secondAdult", /why a request is hidden/],
      ["moderatorHere", /measure experience \(reported\) of own/],
      ["moderatorHere", /invited to a role by moderatorHere/],
      ["official", /invited to a role by official/],
      ["sameBuilding", /contact name of sameStreet/],
      ["moderatorHere", /missing note for moderatorHere/],
      ["own", /hiding reason \(hidden\) of own/],
      ["secondAdult", /appeal reason \(hidden\) of own/],
      ["moderatorHere", /appeal reason \(hidden\) of own/],
    ];
    expect(expected.filter(([visitor, about]) => !seen(visitor, about)).map(([visitor, about]) => `${visitor}: ${about}`)).toEqual([]);
  });

  it("make no page break", () => {
    expect([...new Set(answers.filter(({ status }) => status >= 500).map(({ visitor, path, status }) => `${visitor} ${path} ${status}`))]).toEqual([]);
    const tally = Object.fromEntries([...new Set(answers.map(({ status }) => status))].sort().map((status) => [status, answers.filter((answer) => answer.status === status).length]));
    console.log(`canaries on ${kind}: ${canaries.words.size} words, ${app.pages.length} routes, ${visitors.length} visitors, ${answers.length} answers ${JSON.stringify(tally)}`);
  });

  it("are in no line of the log", () => {
    expect(log.flatMap((line) => line.match(word) ?? []).filter((found) => canaries.words.has(found))).toEqual([]);
  });

  it("are not kept by anything between us and the browser", () => {
    const kept = answers.filter(({ visitor, text }) => visitor !== "nobody" && /kanarie\d{4}x/.test(text) && !/cache-control,[^\n]*(no-store|private)/.test(text));
    expect([...new Set(kept.map(({ path }) => path.replace(/[0-9a-f-]{36}/, ":id")))]).toEqual([]);
  });

  it("give one answer for what is hidden and what does not exist", async () => {
    const differing: string[] = [];
    for (const page of app.pages.filter(({ loads, path }) => loads && path.includes(":id"))) {
      for (const visitor of ["nobody", "sameStreet", "otherNeighbourhood", "moderatorElsewhere"] as const) {
        const nothing = randomUUID();
        const absent = await visit(visitor, page.path.replace(":id", nothing));
        for (const kindOfId of kindsTriedOn(page, canaries)) {
          const id = kindOfId.find((each) => visitor === "nobody" || !canaries.words.get(each)!.mayRead.has(visitor));
          if (!id) continue;
          const hidden = await visit(visitor, page.path.replace(":id", id));
          if (hidden.status !== absent.status || plain(hidden.text, id) !== plain(absent.text, nothing)) differing.push(`${visitor} ${page.path}: ${hidden.status} and ${absent.status}`);
        }
      }
    }
    expect([...new Set(differing)]).toEqual([]);
  }, 300_000);
});

/** Which rows a page with an id is about; of all other kinds it is tried with one. */
const subjects: [RegExp, keyof Canaries["ids"]][] = [
  [/^\/maatregelen\//, "measure"],
  [/^\/wensen\//, "wish"],
  [/^\/verhalen\//, "story"],
  [/^\/kijkjes\/verzoek\//, "visitRequest"],
  [/^\/kijkjes\/moment\//, "slot"],
  [/^\/kijkjes\//, "visit"],
  [/^\/koplopers\//, "koploper"],
  [/^\/samen-inkopen\/aanmelding\//, "purchaseSignUp"],
  [/^\/samen-inkopen\//, "purchase"],
  [/^\/vragen\//, "question"],
  [/^\/antwoorden\//, "answer"],
  [/^\/gesprekken\/bericht\//, "message"],
  [/^\/gesprekken\//, "thread"],
  [/^\/foto\//, "photo"],
  [/^\/verzoeken/, "together"],
  [/meldingen\//, "report"],
  [/^\/(gemeente\/)?verborgen\//, "hiding"],
  [/blokkades\//, "block"],
  [/opnieuw\//, "secondLook"],
  [/bezwaren\//, "appeal"],
  [/mededelingen\//, "announcement"],
  [/beheer\/cijfers\//, "preparation"],
  [/toezeggingen\//, "promise"],
  [/adressen\//, "missingAddress"],
  [/rollen\/uitnodiging\//, "roleInvitation"],
  [/rollen\//, "role"],
];

/** The ids that a page with an id is asked for, by kind: in the ordinary run of what it is about and of measures, else of every kind. */
function kindsTriedOn({ path }: Page, { ids }: Canaries): string[][] {
  const about = subjects.find(([pages]) => pages.test(path))?.[1] ?? "measure";
  return process.env.PROOF ? Object.values(ids) : [...new Set([about, "measure" as const])].map((kind) => ids[kind]);
}

/** The addresses of a page: as a page and as data, with the ids that it could be asked for, also those of others: in the ordinary run of what it is about and of a measure. */
function addressesOf({ path, bare }: Page, { ids }: Canaries): string[] {
  if (path.includes("*")) return [];
  const about = subjects.find(([pages]) => pages.test(path))?.[1];
  const tried = Object.entries(ids).flatMap(([each, all]) => (each === about ? all.filter((_, index) => index < 7 || index >= all.length - 2) : process.env.PROOF || each === "measure" ? all.slice(0, 1) : []));
  const values = path.includes(":neighbourhood") ? [here, elsewhere] : path.includes(":id") ? tried : [randomUUID()];
  const paths = path.includes(":") ? values.map((value) => path.replace(/:(neighbourhood|id|token|signed)/, value).replace(":file", "1.1.json").replace(":join", ids.join[0]!).replace(":deed", "afmelden")) : [path];
  if (bare) return paths;
  // With an id, the data alone says the same and comes four times as fast.
  return path.includes(":id") ? paths.map(dataPath) : paths.flatMap((each) => [each, dataPath(each)]);
}

/** An answer without what is new every time. */
function plain(text: string, id: string): string {
  return text.replaceAll(id, "ID").replace(/nonce-[^'"]+/g, "nonce").replace(/nonce\\?":\\?"[^"\\]+/g, "nonce").replace(/nonce="[^"]*"/g, "nonce").replace(/^(date|etag|set-cookie|content-length),.*$/gim, "");
}
