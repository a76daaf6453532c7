import { expect, type Page } from "@playwright/test";
import { choose, press } from "./flows.ts";
import { mailWith } from "./mail.ts";
import { signUpFor } from "./pages-of-purchases.ts";

// Ordering and taking back, with and without JavaScript.

/** Orders what was offered in the open purchase of the sample, and takes the order back in two steps; each with a mail to keep. @returns the page of the sign-up */
export async function orderAndWithdraw(page: Page, email: string): Promise<string> {
  const path = String(await signUpFor("Samen zonnepanelen")(page));
  await page.goto(path);
  await page.getByRole("main").getByRole("link", { name: "Bekijk en bestel" }).click();
  await press(page, "Bestel met verplichting tot betalen");
  await expect(page.getByRole("alert"), "what is missing is said").toContainText("Kruis aan dat je 18 jaar of ouder bent.");
  await choose(page, "Ik ben 18 jaar of ouder");
  await choose(page, "Ik bestel volgens het aanbod, de spelregels en de voorwaarden");
  await press(page, "Bestel met verplichting tot betalen");
  await expect(page.getByRole("status").first()).toContainText("Besteld. Je krijgt een mail die je kunt bewaren.");
  const reference = (await page.getByRole("main").locator("dd").filter({ hasText: /^[0-9A-F]{10}$/ }).first().innerText()).trim();
  await mailWith(page, email, new RegExp(`${reference}.*Bewaar deze mail`, "s"));
  await page.goto(path);
  await page.getByRole("main").getByRole("link", { name: "Overeenkomst herroepen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overeenkomst herroepen");
  await press(page, "Herroeping bevestigen");
  await expect(page.getByRole("status").first()).toContainText("Je bestelling is herroepen.");
  await expect(page.getByText("Je doet niet meer mee.")).toBeVisible();
  await mailWith(page, email, new RegExp(`Je herriep bestelling ${reference}`));
  return path;
}
