import { expect, type Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { demoPeople } from "../../db/sample/people/demo-people.ts";
import { sendForm, type Sender } from "./mail.ts";
import { keptLogIn } from "./people.ts";

const secrets = { moderator: demoPeople.moderator.totpSecret, secondModerator: demoPeople.secondModerator.totpSecret, gemeente: demoPeople.official.totpSecret };

/** Gives the code that a telephone would show. One code works once, so it waits for the next where this one was used. */
export async function passSecondStep(sender: Sender, person: keyof typeof secrets): Promise<void> {
  await expect(async () => {
    expect(await sendForm(sender, "/tweede-stap", { code: new TOTP({ secret: secrets[person] }).generate() })).not.toMatch(/^\/tweede-stap/);
  }).toPass({ timeout: 35_000, intervals: [5_000] });
}

/** Shows the second step again where a page asks it, because it was shown more than ten minutes ago. */
export async function freshen(page: Page, path: string, person: keyof typeof secrets): Promise<void> {
  if ((await page.request.get(path, { maxRedirects: 0 })).status() === 200) return;
  await passSecondStep(page, person);
  // The session has a new id now, and the tests that come after this one need it.
  await page.context().storageState({ path: keptLogIn(person) });
}

/** Opens a page for which the second step is asked again when it was shown more than ten minutes ago. */
export async function withFreshStep(moderator: Page, path: string, person: "moderator" | "secondModerator" = "moderator"): Promise<void> {
  await freshen(moderator, path, person);
  await moderator.goto(path);
}
