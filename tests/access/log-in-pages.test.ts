import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { mailProof, session } from "../../db/schema/auth.ts";
import { asAuth } from "../../db/viewer.server.ts";
import { databaseKinds, testDatabase } from "../support/databases.ts";
import { logIn, requestTo } from "../support/log-in.ts";
import { codeIn, deliveredMails, tokenIn } from "../support/mail.ts";
import { accountWithoutHome } from "../support/people.ts";

let visitors = 0;
const cookiesOf = (response: Response) => response.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");

/** What Remix hands to a loader or action, with a visitor of its own. */
function args(path: string, { cookie = "", form }: { cookie?: string; form?: Record<string, string> } = {}, params: Record<string, string> = {}) {
  const { request } = requestTo(path, cookie, form ? { method: "POST", body: new URLSearchParams(form) } : {});
  return { request, context: { nonce: "n", ip: `10.9.${++visitors >> 8}.${visitors & 255}` }, params };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

describe.each(databaseKinds)("the pages of logging in on %s", (kind) => {
  testDatabase(kind);

  async function askFor(email: string, terug = "/kaart?soort=zon") {
    const { action } = await import("../../app/routes/inloggen._index.tsx");
    return (await action(args("/inloggen", { form: { email, terug } }))) as Response;
  }

  it("answer a known and an unknown address with the same status, headers, length and next page", async () => {
    const { email } = await accountWithoutHome({ email: `aaaaaa-${kind}@voorbeeld.test` });
    const [known, unknown] = [await askFor(email), await askFor(`bbbbbb-${kind}@voorbeeld.test`)];
    const shape = async (response: Response) => ({
      status: response.status,
      location: response.headers.get("Location"),
      cookies: response.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, (value) => `=${value.length}`)),
      names: [...response.headers.keys()],
      body: await response.text(),
    });
    expect(await shape(known)).toEqual(await shape(unknown));
    const { loader } = await import("../../app/routes/inloggen.code.tsx");
    const pages = await Promise.all([known, unknown].map(async (asked) => JSON.stringify(await loader(args("/inloggen/code", { cookie: cookiesOf(asked) })))));
    expect(pages[0]!.replace(email, "")).toBe(pages[1]!.replace(`bbbbbb-${kind}@voorbeeld.test`, ""));
    await deliveredMails();
    const { action } = await import("../../app/routes/inloggen.code.tsx");
    const wrong = await Promise.all([known, unknown].map(async (asked) => JSON.stringify(await action(args("/inloggen/code", { cookie: cookiesOf(asked), form: { code: "CCCC-CCCC" } })))));
    expect(wrong[0]).toBe(wrong[1]);
  });

  it("take the token out of the address, show a page that uses up nothing, and log in by a button; a second press fails", async () => {
    const { id, email } = await accountWithoutHome();
    const asked = await askFor(email);
    const [mail] = await deliveredMails();
    const link = await import("../../app/routes/bevestig.$token.ts");
    const kept = link.loader(args(`/bevestig/${tokenIn(mail!)}`, {}, { token: tokenIn(mail!) }));
    expect([kept.status, kept.headers.get("Location")]).toEqual([303, "/bevestig"]);
    const cookie = `${cookiesOf(asked)}; ${cookiesOf(kept)}`;
    const page = await import("../../app/routes/bevestig._index.tsx");
    for (let look = 0; look < 3; look++) expect((await page.loader(args("/bevestig", { cookie }))).link).toEqual({ purpose: "log_in", email });
    expect((await asAuth((tx) => tx.select().from(mailProof).where(eq(mailProof.email, email))))[0]!.usedAt).toBeNull();
    const pressed = (await page.action(args("/bevestig", { cookie, form: {} }))) as Response;
    expect([pressed.status, pressed.headers.get("Location")]).toEqual([303, "/kaart?soort=zon"]);
    expect(cookiesOf(pressed)).toMatch(/buurhof-session=\w{40}/);
    expect(await asAuth((tx) => tx.select().from(session).where(eq(session.accountId, id)))).toHaveLength(1);
    const again = (await page.action(args("/bevestig", { cookie, form: {} }))) as Response;
    expect(again.headers.get("Location")).toBe("/bevestig");
    expect(cookiesOf(again)).not.toContain("session");
  });

  it("say to another browser where to type the code, and log in with it where one asked", async () => {
    const { email } = await accountWithoutHome();
    const asked = await askFor(email, "https://kwaad.nl");
    const [mail] = await deliveredMails();
    const link = await import("../../app/routes/bevestig.$token.ts");
    const elsewhere = cookiesOf(link.loader(args("/bevestig/x", {}, { token: tokenIn(mail!) })));
    const page = await import("../../app/routes/bevestig._index.tsx");
    expect((await page.loader(args("/bevestig", { cookie: elsewhere }))).link).toEqual({ purpose: "other_browser", email: "" });
    expect(((await page.action(args("/bevestig", { cookie: elsewhere, form: {} }))) as Response).headers.get("Location")).toBe("/bevestig");
    const { action } = await import("../../app/routes/inloggen.code.tsx");
    const entered = (await action(args("/inloggen/code", { cookie: cookiesOf(asked), form: { code: codeIn(mail!).toLowerCase() } }))) as Response;
    expect(entered.headers.get("Location")).toBe("/begin");
  });

  it("end the session that the browser had before, and the one that is logged out", async () => {
    const { id, email } = await accountWithoutHome();
    const before = await logIn(id);
    const asked = await askFor(email);
    const [mail] = await deliveredMails();
    const { action } = await import("../../app/routes/inloggen.code.tsx");
    const entered = (await action(args("/inloggen/code", { cookie: `${cookiesOf(asked)}; ${before}`, form: { code: codeIn(mail!) } }))) as Response;
    expect(await asAuth((tx) => tx.select().from(session).where(eq(session.accountId, id)))).toHaveLength(1);
    const out = await import("../../app/routes/uitloggen.tsx");
    await out.action(args("/uitloggen", { cookie: cookiesOf(entered), form: {} }));
    expect(await asAuth((tx) => tx.select().from(session).where(eq(session.accountId, id)))).toEqual([]);
  });

  it("answer too many forms with 429 and how long to wait", async () => {
    const { action } = await import("../../app/routes/inloggen._index.tsx");
    const one = args("/inloggen");
    let answer: unknown;
    for (let form = 0; form < 26; form++) {
      answer = await action({ ...args("/inloggen", { form: { email: `v${form}-${kind}@voorbeeld.test` } }), context: one.context });
    }
    expect(answer).toMatchObject({ init: { status: 429 }, data: { errors: { email: expect.stringContaining("minuten") } } });
    await deliveredMails();
  });
});

it("have no postbox in production", async () => {
  vi.resetModules();
  for (const [name, value] of Object.entries({ APP_MODE: "production", APP_URL: "https://buurhof.example", DATABASE_URL: "postgres://x", JOURNAL_FILE: "/x", SMTP_URL: "smtp://x" })) vi.stubEnv(name, value);
  for (const path of ["postvak._index.tsx", "postvak.$id.tsx"]) {
    const { loader } = (await import(`../../app/routes/${path}`)) as { loader: (args: unknown) => Promise<unknown> };
    await expect(loader(args("/postvak", {}, { id: "x" }))).rejects.toMatchObject({ status: 404 });
  }
});
