import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { codeAlphabet } from "../../app/features/session/short-code.ts";

/** Whoever can send requests: a page of any browser, or no browser at all. */
export type Sender = { request: APIRequestContext };

/** What the newest mail to an address asks for: a link to press on, or its code to type. */
export type Mail = { link: string; code: string };

/** The middle of a page, as it comes from the server. */
export async function mainOf({ request }: Sender, path: string): Promise<string> {
  const html = await (await request.get(path)).text();
  return html.slice(html.indexOf("<main"), html.indexOf("</main>"));
}

/**
 * Sends a form as its page would, without opening that page.
 * @returns the path where a browser would come
 */
export async function sendForm({ request }: Sender, path: string, form: Record<string, string>): Promise<string> {
  const response = await request.post(path, { form, headers: { "Sec-Fetch-Site": "same-origin" } });
  expect(response.ok(), `${path} takes the form, and answers ${response.status()}`).toBe(true);
  return new URL(response.url()).pathname;
}

/** The numbers of the mails to an address, the newest first. */
async function mailsTo(reader: Sender, to: string): Promise<string[]> {
  const list = await mainOf(reader, "/postvak");
  return [...list.matchAll(/<a [^>]*href="\/postvak\/([\w-]+)".*?<\/a>/gs)].flatMap(([words, id]) => (words.includes(`>${to}<`) ? [id!] : []));
}

/** Waits for a mail to an address in which something stands; it is on its way for a second or two. `known` are mails from before. */
export async function mailWith(reader: Sender, to: string, wanted: RegExp, known: readonly string[] = []): Promise<{ text: string; found: string }> {
  let mail = { text: "", found: "" };
  await expect(async () => {
    for (const id of (await mailsTo(reader, to)).filter((each) => !known.includes(each))) {
      const text = await mainOf(reader, `/postvak/${id}`);
      const [found] = wanted.exec(text) ?? [];
      if (!found) continue;
      mail = { text, found };
      return;
    }
    throw new Error(`no mail to ${to} has ${wanted}`);
  }).toPass({ timeout: 30_000, intervals: [250, 500] });
  return mail;
}

/** Reads the newest mail to an address that has a link and a code. */
export async function newestMail(reader: Sender, to: string, known?: readonly string[]): Promise<Mail> {
  const { text, found } = await mailWith(reader, to, /https?:\/\/[^\s"<]+\/bevestig\/[\w-]+/, known);
  const [code] = new RegExp(`\\b[${codeAlphabet}]{4}-[${codeAlphabet}]{4}\\b`).exec(text.replaceAll(/<[^>]*>/g, " ").replaceAll(/https?:\S+/g, "")) ?? [];
  expect(code, `a code in the mail to ${to}`).toBeTruthy();
  return { link: found, code: code! };
}

/** The newest letter to an address, in the postbox of the demo; it comes there within a minute. */
export async function letterTo(reader: Sender, address: string): Promise<string> {
  let text = "";
  await expect(async () => {
    const list = await mainOf(reader, "/postvak");
    const [, id] = [...list.matchAll(/<a [^>]*href="\/postvak\/([\w-]+)".*?<\/a>/gs)].find(([words]) => words.includes(`${address},`)) ?? [];
    expect(id).toBeTruthy();
    text = await mainOf(reader, `/postvak/${id}`);
  }).toPass({ timeout: 75_000, intervals: [500, 1000] });
  return text;
}

/** Asks for a mail to log in with. Ends where its code is typed. */
export async function askForMail(page: Page, email: string): Promise<void> {
  await page.goto("/inloggen");
  await page.getByLabel("Je mailadres").fill(email);
  await page.getByRole("button", { name: "Stuur mij een mail" }).click();
  await page.waitForURL("/inloggen/code");
}

/** Types the code of a mail in the browser that asked for it. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code uit de mail").fill(code);
  await page.getByRole("button", { name: "Verder" }).click();
}

/** Logs in with a code, by the forms alone. A browser sees them in the tests of logging in. */
export async function logInByForms(sender: Sender, email: string): Promise<void> {
  const known = await mailsTo(sender, email);
  await sendForm(sender, "/inloggen", { email });
  const { code } = await newestMail(sender, email, known);
  expect(await sendForm(sender, "/inloggen/code", { code })).not.toMatch(/^\/inloggen/);
}
