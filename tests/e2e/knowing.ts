import { expect, type Page } from "@playwright/test";
import { choose, press } from "./flows.ts";

/**
 * Reads what neighbours know of a measure, from the list of questions on, and asks what isn't there yet; with or without JavaScript.
 * @returns the path of the question
 */
export async function askFromWhatIsKnown(page: Page, title: string): Promise<string> {
  const main = page.getByRole("main");
  await page.goto("/vragen");
  await main.getByRole("link", { name: "Wat buren weten, per maatregel" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wat buren weten");
  await main.getByRole("link", { name: "Thuisbatterij", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thuisbatterij");
  await main.getByRole("link", { name: "Stel je vraag" }).click();
  await page.getByLabel("Je vraag").fill(title);
  await press(page, "Verder");
  const goOn = main.getByRole("link", { name: "Nee, stel mijn vraag" });
  await expect(goOn.or(page.getByLabel(/Over welke maatregel gaat het/))).toBeVisible();
  if (await goOn.isVisible()) await goOn.click();
  await expect(page.getByLabel(/Over welke maatregel gaat het/), "the measure is known already").toHaveValue("home_battery");
  await choose(page, /^Mijn buurt/);
  await press(page, /^Deel/);
  await page.waitForURL(/\/vragen\/[\w-]{36}\?bewaard/);
  return new URL(page.url()).pathname;
}

/** Whether a question stands on the page of what neighbours know of home batteries. */
export async function expectKnown(page: Page, title: string, there: boolean): Promise<void> {
  await page.goto("/weten/home_battery");
  const open = page.getByRole("region", { name: "Weet jij het?" });
  await expect(open).toBeVisible();
  await expect(open.getByRole("link", { name: title })).toHaveCount(there ? 1 : 0);
}

/** From the page with the map to what is asked about a street, and from there to the question; with or without JavaScript. */
export async function readQuestionsAtStreet(page: Page): Promise<void> {
  const main = page.getByRole("main");
  await main.getByRole("link", { name: "Vragen en kijkjes", exact: true }).click();
  await expect(page).toHaveURL(/wat=vraag/);
  await main.getByRole("link", { name: /^Kastanjelaan \d vragen/ }).click();
  await expect(page).toHaveURL(/plek=\d+/);
  const card = page.getByRole("region", { name: "Over deze straat" });
  await expect(card).toContainText("Bij wie het is, zie je hier niet: alleen de straat.");
  const title = "Zullen we de stoeptegels in de Kastanjelaan vervangen door groen?";
  await card.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(main).toContainText("Plek: Kastanjelaan");
}
