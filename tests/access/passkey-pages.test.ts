import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { action as logIn } from "../../app/routes/inloggen.passkey._index.ts";
import { action as ask } from "../../app/routes/inloggen.passkey.vraag.ts";
import { loader as logInPage } from "../../app/routes/inloggen._index.tsx";
import { action as add, loader as list } from "../../app/routes/passkeys._index.tsx";
import { action as askNew } from "../../app/routes/passkeys.vraag.ts";
import { action as remove, loader as removal } from "../../app/routes/passkeys.$id.verwijdering.tsx";
import { loader as codes } from "../../app/routes/tweede-stap_.herstelcodes.tsx";
import { action as secondStep } from "../../app/routes/tweede-stap_.passkey._index.ts";
import { limits } from "../../app/features/session/rate-limits.server.ts";
import { passkey } from "../../db/schema/auth.ts";
import { asAuth } from "../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../support/databases.ts";
import { requestTo } from "../support/log-in.ts";
import { TestBrowser } from "../support/passkeys.ts";
import { accountWithoutHome, moderatorOf, neighbourhood } from "../support/people.ts";

let visitors = 0;
type Fields = Record<string, string>;

/** What Remix hands to a loader or action, with a visitor of its own. */
function args(path: string, cookie: string, form?: Fields, params: Fields = {}) {
  const { request } = requestTo(path, cookie, form ? { method: "POST", body: new URLSearchParams(form) } : {});
  return { request, context: { nonce: "n", ip: `10.8.${++visitors >> 8}.${visitors & 255}` }, params };
}

const cookies = (browser: TestBrowser) => `${browser.cookie}; ${browser.session}`;
const thrown = (promise: Promise<unknown>) => promise.then(() => null, (response: Response) => [response.status, response.headers.get("Location")]);

async function withPasskey() {
  const { id, email } = await accountWithoutHome();
  const browser = await new TestBrowser().logIn(id);
  await browser.add();
  return { id, email, browser };
}

describe.each(databaseKinds)("the pages of passkeys on %s", (kind) => {
  testDatabase(kind);

  it("answer whatever is wrong in one way: an unknown key, a wrong signature, nothing that can be read", async () => {
    const { browser } = await withPasskey();
    const stranger = new TestBrowser();
    stranger.device.make({ rp: { id: "localhost", name: "" }, user: { id: "AAAA", name: "", displayName: "" }, challenge: "AAAA", pubKeyCredParams: [] });
    const tries = [
      JSON.stringify(await stranger.sign({ by: browser })),
      JSON.stringify(await browser.sign({ challenge: "AAAA" })),
      JSON.stringify({ ...(await browser.sign()), id: { or: 1 } }),
      "{",
      "",
    ];
    const shapes = [];
    for (const answer of tries) {
      const response = await logIn(args("/inloggen/passkey", browser.cookie, { answer }));
      shapes.push([response.status, [...response.headers.keys()], await response.text()]);
    }
    expect(shapes[0]).toEqual([422, ["content-type"], expect.stringContaining("log in met een mail")]);
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
  });

  it("say nothing about anybody before a passkey is shown", async () => {
    await withPasskey();
    const response = await ask(args("/inloggen/passkey/vraag", "", {}));
    expect(await response.json()).toEqual({ rpId: "localhost", challenge: expect.stringMatching(/^[\w-]{40,}$/), timeout: 300_000, userVerification: "required", allowCredentials: [] });
    expect(response.headers.get("Set-Cookie")).toMatch(/^buurhof-browser=[\w-]{43}; HttpOnly/);
  });

  it("lead on to a page of this site only", async () => {
    const { browser } = await withPasskey();
    const to = async (terug: string) => (await logIn(args("/inloggen/passkey", browser.cookie, { answer: JSON.stringify(await browser.sign()), terug }))).headers.get("Location");
    expect([await to("/kaart"), await to("https://kwaad.nl"), await to("//kwaad.nl")]).toEqual(["/kaart", "/begin", "/begin"]);
  });

  it("take as many forms as logging in by mail does, and say how long to wait", async () => {
    const one = args("/inloggen/passkey/vraag", "", {});
    for (let form = 0; form < limits.formPerIp.points; form++) expect((await ask({ ...args("/", "", {}), context: one.context })).status).toBe(200);
    const refused = [await ask({ ...args("/", "", {}), context: one.context }), await logIn({ ...args("/", "", { answer: "" }), context: one.context })];
    for (const response of refused) expect([response.status, Number(response.headers.get("Retry-After")) > 0, await response.json()]).toEqual([429, true, { problem: expect.stringMatching(/over \d+ minu/) }]);
  });

  it("show the log-in page to who must show once more who they are", async () => {
    const { browser } = await withPasskey();
    expect(await thrown(logInPage(args("/inloggen?terug=%2Fpasskeys", cookies(browser))))).toEqual([302, "/passkeys"]);
    expect(await logInPage(args("/inloggen?terug=%2Fpasskeys&opnieuw=ja", cookies(browser)))).toMatchObject({ back: "/passkeys" });
  });

  it("add with a name, and none without", async () => {
    const { id, browser } = await withPasskey();
    const made = async () => browser.device.make((await (await askNew(args("/passkeys/vraag", cookies(browser), {}))).json()) as Parameters<typeof browser.device.make>[0]);
    const send = async (name: string) => add(args("/passkeys", cookies(browser), { name, answer: JSON.stringify(await made()) }));
    for (const name of ["", "  ", "x".repeat(61)]) expect(await send(name)).toMatchObject({ init: { status: 422 }, data: { problem: expect.stringContaining("1 tot 60") } });
    expect(await send(" Laptop ")).toMatchObject({ status: 303 });
    expect((await list(args("/passkeys", cookies(browser)))).passkeys.map(({ name }) => name)).toEqual(["Mijn telefoon", "Laptop"]);
    expect(await asAuth((tx) => tx.$count(passkey, eq(passkey.accountId, id)))).toBe(2);
  });

  it("show staff their recovery codes after the first one, which is their second step", async () => {
    const { id } = await accountWithoutHome();
    await moderatorOf(id, (await neighbourhood()).code);
    const browser = await new TestBrowser().logIn(id);
    const options = (await (await askNew(args("/passkeys/vraag", cookies(browser), {}))).json()) as Parameters<typeof browser.device.make>[0];
    const added = (await add(args("/passkeys", cookies(browser), { name: "Werk", answer: JSON.stringify(browser.device.make(options)), terug: "/beheer/brieven" }))) as Response;
    expect([added.status, added.headers.get("Location")]).toEqual([303, "/tweede-stap/herstelcodes?terug=%2Fbeheer%2Fbrieven"]);
    const cookie = added.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
    const shown = (await codes(args("/tweede-stap/herstelcodes", cookie))) as { data: { codes: string[] } };
    expect(shown.data.codes).toHaveLength(10);
    expect(await list(args("/passkeys", cookie))).toMatchObject({ mayAdd: "yes", passkeys: [{ name: "Werk" }] });
  });

  it("ask first before one goes, and know nothing of somebody else's", async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    const { id } = (await list(args("/passkeys", cookies(one.browser)))).passkeys[0]!;
    const path = `/passkeys/${id}/verwijdering`;
    for (const params of [{ id }, { id: "0" }]) {
      await expect(removal(args(path, cookies(other.browser), undefined, params))).rejects.toMatchObject({ status: 404 });
      await expect(remove(args(path, cookies(other.browser), {}, params))).rejects.toMatchObject({ status: 404 });
    }
    expect(await removal(args(path, cookies(one.browser), undefined, { id }))).toMatchObject({ name: "Mijn telefoon", last: false });
    expect((await list(args("/passkeys", cookies(one.browser)))).passkeys).toHaveLength(1);
    expect((await remove(args(path, cookies(one.browser), {}, { id }))).headers.get("Location")).toBe("/passkeys");
    expect((await list(args("/passkeys", cookies(one.browser)))).passkeys).toEqual([]);
  });

  it("ask staff for their second step first, and take a passkey for it", async () => {
    const { id, browser } = await withPasskey();
    await moderatorOf(id, (await neighbourhood()).code);
    const passkeys = await asAuth((tx) => tx.select({ id: passkey.id }).from(passkey).where(eq(passkey.accountId, id)));
    expect(await thrown(list(args("/passkeys", cookies(browser))))).toEqual([302, "/tweede-stap?terug=%2Fpasskeys"]);
    const one = { id: passkeys[0]!.id };
    expect(await thrown(removal(args("/x", cookies(browser), undefined, one)))).toEqual([302, `/tweede-stap?terug=${encodeURIComponent(`/passkeys/${one.id}/verwijdering`)}`]);
    expect(await thrown(remove(args("/x", cookies(browser), {}, one)))).toEqual([303, "/tweede-stap?terug=%2Fpasskeys"]);
    const wrong = await secondStep(args("/tweede-stap/passkey", cookies(browser), { answer: JSON.stringify(await browser.sign()) }));
    expect([wrong.status, await wrong.json()], "signed for logging in").toEqual([422, { problem: expect.any(String) }]);
    expect(await browser.secondStep()).toBe(true);
    expect(await removal(args("/x", cookies(browser), undefined, one))).toMatchObject({ last: true });
  });
});
