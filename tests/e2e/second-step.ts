import { expect, type Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { demoPeople } from "../../db/sample/people/demo-people.ts";

const secrets = { moderator: demoPeople.moderator.totpSecret, gemeente: demoPeople.official.totpSecret };

/** Types the code that a telephone would show. One code works once, so it waits for the next where this one was used. */
export async function passSecondStep(page: Page, person: keyof typeof secrets): Promise<void> {
  await expect(async () => {
    if (new URL(page.url()).pathname !== "/tweede-stap") await page.goto("/tweede-stap");
    await page.getByLabel("Code uit je app").fill(new TOTP({ secret: secrets[person] }).generate());
    await page.getByRole("button", { name: "Verder" }).click();
    await page.waitForURL((url) => url.pathname !== "/tweede-stap", { timeout: 3_000 });
  }).toPass({ timeout: 35_000, intervals: [5_000] });
}
