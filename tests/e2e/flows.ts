import { expect, type Page } from "@playwright/test";

// What residents do in several tests. Everything is found by what is read on the screen, and works with and without JavaScript.

/** Presses the one button of the form in the middle of the page. */
export const press = (page: Page, name: string | RegExp) => page.getByRole("main").getByRole("button", { name }).click();

/** Chooses an answer, the way a thumb does: on its words. */
export const choose = (page: Page, answer: string | RegExp) => page.getByRole("main").getByLabel(answer).first().check();

type Shared = { kind: string; experience: string; audience: RegExp };

/**
 * Adds a measure from the catalogue in its four steps, and shares it.
 * @returns the path of its page
 */
export async function shareMeasure(page: Page, { kind, experience, audience }: Shared): Promise<string> {
  await page.goto("/maatregelen/nieuw");
  await page.getByRole("main").getByRole("link", { name: kind }).first().click();
  await choose(page, /^Gedaan/);
  await page.getByLabel("In welk jaar?").fill("2021");
  await press(page, "Bewaar en ga verder");
  await page.waitForURL(/\/ervaring/);
  await page.getByLabel("Hoe ging het en hoe is het nu?").fill(experience);
  await press(page, "Bewaar en ga verder");
  await page.waitForURL(/\/publiek/);
  await chooseAudience(page, audience);
  return new URL(page.url()).pathname;
}

/** Chooses who sees an item, on the page that asks it. */
export async function chooseAudience(page: Page, audience: RegExp): Promise<void> {
  await choose(page, audience);
  await press(page, /^(Deel|Bewaar)/);
  await page.waitForURL(/\/(maatregelen|wensen|verhalen)\/[\w-]+\?bewaard/);
}

/** What somebody's browser gets at an address, without opening a page. */
export async function statusFor(page: Page, path: string): Promise<number> {
  return (await page.request.get(path)).status();
}

/** Moves the focus with the Tab key until it is on something. */
export async function tabTo(page: Page, wanted: ReturnType<Page["getByRole"]>, most = 80): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press("Tab");
    if (await wanted.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement))) return;
  }
  expect(await wanted.count(), "the focus never came there").toBe(-1);
}

/** From "Mijn huis" to what cavity wall insulation may mean there, reckoned with own numbers; with or without JavaScript. */
export async function readWhatItMayMean(page: Page): Promise<void> {
  await page.goto("/mijn-huis");
  const main = page.getByRole("main");
  await expect(main).toContainText(/Huizen zoals het jouwe gebruikten voor verwarming in 2020 gemiddeld [\d.]+ tot [\d.]+ m³ gas per jaar\./);
  await expect(main).toContainText("Bron: Planbureau voor de Leefomgeving (PBL), “Referentieverbruik warmte woningen” (2025).");
  await main.getByRole("link", { name: "Wat kan een maatregel voor jouw huis betekenen?" }).click();
  await page.waitForURL(/\/mijn-huis\/maatregelen$/);
  // The page that is left has links of the same name, and its address changes first.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wat kan een maatregel voor jouw huis betekenen?");
  await main.getByRole("link", { name: "Spouwmuurisolatie" }).click();
  await expect(main).toContainText("Gerekend met € 1,45 per m³ gas, een prijs van Milieu Centraal.");
  await expect(page.getByLabel(/Wat betaal je voor gas/)).toHaveValue("1,45");
  await page.getByLabel(/Hoeveel gas gebruiken jullie/).fill("100");
  await page.getByLabel(/Wat betaal je voor gas/).fill("veel");
  await press(page, "Reken opnieuw");
  await expect(page.getByRole("alert")).toContainText("zoals 1,45");
  await expect(page.getByLabel(/Hoeveel gas gebruiken jullie/), "what was typed is still there").toHaveValue("100");
  await page.getByLabel(/Wat betaal je voor gas/).fill("1,20");
  await press(page, "Reken opnieuw");
  await expect(main).toContainText("0 tot 100 m³ per jaar");
  await expect(main).toContainText(/€\s0 tot €\s120 per jaar/);
  await expect(main).toContainText("Gerekend met jouw prijs: € 1,20 per m³ gas.");
  await expect(main).toContainText("Dit is geen aanbod en geen advies.");
}
