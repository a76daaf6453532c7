import { expect, type Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { demoPeople } from "../../db/sample/people/demo-people.ts";
import { logInByForms, sendForm, type Sender } from "./mail.ts";
import { keptLogIn, people } from "./people.ts";

const secrets = { moderator: demoPeople.moderator.totpSecret, secondModerator: demoPeople.secondModerator.totpSecret, gemeente: demoPeople.official.totpSecret };

/** Gives the code that a telephone would show. One code works once: where another test used it, the next one is waited for, since too many wrong ones lock the step. */
export async function passSecondStep(sender: Sender, person: keyof typeof secrets): Promise<void> {
  let tried = "";
  await expect(async () => {
    const code = new TOTP({ secret: secrets[person] }).generate();
    expect(code, "the telephone shows a code that was not tried").not.toBe(tried);
    tried = code;
    expect(await sendForm(sender, "/tweede-stap", { code })).not.toMatch(/^\/tweede-stap/);
  }).toPass({ timeout: 125_000, intervals: [1_000] });
}

/**
 * Logs in anew where a page asks for the second step again, because it was shown more than ten minutes ago, and keeps that for the
 * tests that come after. The session of before is left as it is: another test may be in the middle of something with it.
 */
export async function freshen(page: Page, path: string, person: keyof typeof secrets): Promise<void> {
  if ((await page.request.get(path, { maxRedirects: 0 })).status() === 200) return;
  await page.context().clearCookies();
  await logInByForms(page, people[person]);
  await passSecondStep(page, person);
  await page.context().storageState({ path: keptLogIn(person) });
}

/** Opens a page for which the second step is asked again when it was shown more than ten minutes ago. */
export async function withFreshStep(moderator: Page, path: string, person: "moderator" | "secondModerator" = "moderator"): Promise<void> {
  await freshen(moderator, path, person);
  await moderator.goto(path);
}
