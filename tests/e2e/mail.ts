import { expect, type Page } from "@playwright/test";

/** What the newest mail to an address asks for: a link to press on, or its code to type. */
export type Mail = { link: string; code: string };

/** Reads the newest mail to an address on a page of any browser; it is on its way for a second or two. */
export async function newestMail(reader: Page, to: string): Promise<Mail> {
  const mail: Partial<Mail> = {};
  await expect(async () => {
    await reader.goto("/postvak");
    await reader.getByRole("listitem").filter({ hasText: to }).first().getByRole("link").click({ timeout: 2_000 });
    await expect(reader.getByRole("link", { name: "Alle post" })).toBeVisible();
    const text = await reader.getByRole("main").innerText();
    mail.code = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(text)?.[0];
    mail.link = /https?:\/\/\S+\/bevestig\/[\w-]+/.exec(text)?.[0];
    expect(mail.code && mail.link, `a link and a code in the mail to ${to}`).toBeTruthy();
  }).toPass({ timeout: 30_000 });
  return mail as Mail;
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
