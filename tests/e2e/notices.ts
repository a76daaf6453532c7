import { expect, type Page } from "@playwright/test";
import { logInByForms, mailWith, sendForm } from "./mail.ts";
import { ordinaryResident } from "./people.ts";

const linkToTurnOff = /https?:\/\/[^\s"<]+\/berichten\/afmelden\/[\w-]+\/[\w.-]+/;

/** Somebody takes part and gets mail at night too, since tests run at any hour; and has a wish for the neighbourhood. */
export async function withWish(page: Page, resident: number, title: string): Promise<string> {
  await logInByForms(page, ordinaryResident(resident).email);
  await sendForm(page, "/welkom/meedoen", { meedoen: "join_in" });
  await sendForm(page, "/instellingen/berichten", { direct: "at_once" });
  const asked = await page.request.post("/wensen/nieuw?voor=buurt", { form: { title, note: "" }, headers: { "Sec-Fetch-Site": "same-origin" }, maxRedirects: 0 });
  const path = /\/wensen\/[0-9a-f-]{36}/.exec(asked.headers().location ?? "")?.[0];
  expect(path, "the wish was kept").toBeTruthy();
  await sendForm(page, `${path}/publiek`, { audience: "neighbourhood" });
  return path!;
}

/** Somebody else joins a wish. */
export async function joinByForms(page: Page, resident: number, wish: string): Promise<void> {
  await logInByForms(page, ordinaryResident(resident).email);
  await sendForm(page, `${wish}/deelname`, {});
}

/** The mail that tells somebody that their wish was joined: its text, and the link in it that turns it off. */
export async function mailAboutWish(page: Page, resident: number): Promise<{ text: string; found: string }> {
  const mail = await mailWith(page, ordinaryResident(resident).email, linkToTurnOff);
  return { ...mail, found: mail.found.replaceAll("&amp;", "&") };
}

/** The link in a mail to turn it off, opened by nobody in particular. */
export async function linkThatTurnsOff(page: Page): Promise<string> {
  const wish = await withWish(page, 12, "Samen de regenpijp afkoppelen");
  await page.context().clearCookies();
  await joinByForms(page, 13, wish);
  const { found } = await mailAboutWish(page, 12);
  await page.context().clearCookies();
  return found;
}
