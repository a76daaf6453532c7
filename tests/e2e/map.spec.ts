import { tabTo } from "./flows.ts";
import { readQuestionsAtStreet } from "./knowing.ts";
import { homes } from "./people.ts";
import { expect, test } from "./test.ts";

const idle = "[data-map=idle]";

test("the map is filtered, and a home's card is opened and closed, by keyboard alone", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto("/kaart");
  await expect(page.locator(idle)).toBeVisible({ timeout: 20_000 });
  const main = page.getByRole("main");
  await tabTo(page, main.getByText("Filters", { exact: false }).first().locator("xpath=ancestor-or-self::summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, main.getByRole("checkbox", { name: "Zonnepanelen" }));
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/soort=solar_panels/);
  await expect(main).toContainText(/\d+ woningen? pass(en|t) bij je filters/);
  await page.keyboard.press("Escape");

  const row = main.locator('a[href*="huis="]');
  await tabTo(page, row);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/huis=\d+/);
  await expect(page, "the filter stays").toHaveURL(/soort=solar_panels/);
  await expect(main.getByText("Dit wordt met jou gedeeld")).toBeVisible();
  await tabTo(page, main.getByRole("link", { name: "Terug naar de lijst" }));
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/huis=/);
  await page.goBack();
  await expect(page).toHaveURL(/huis=\d+/);
});

test("a street or number is searched, and the home found has its card", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto("/kaart");
  const { unit } = homes.buur;
  await page.getByRole("searchbox").fill(`${unit.street} ${unit.number}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`huis=${homes.buur.buildingId}`));
  await expect(page.getByText("Wat iedereen mag weten")).toBeVisible();
});

test("questions stand at their street, on the map and in the list, and lead from there to the question", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto("/kaart");
  await expect(page.locator(idle)).toBeVisible({ timeout: 20_000 });
  await readQuestionsAtStreet(page);
});

test("a block of flats is one shape with counts: no floor, no door, no name", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto(`/kaart?weergave=lijst&huis=${homes.flatbewoner.buildingId}`);
  const main = page.getByRole("main");
  await expect(main.getByText(/woningen? in dit gebouw (deelt|delen) iets met jou/)).toBeVisible();
  const card = await main.innerText();
  for (const { firstName } of homes.flatbewoner.people) expect(card).not.toMatch(new RegExp(`\\b${firstName}\\b`));
  expect(await main.locator('a[href^="/maatregelen/"], a[href^="/wensen/"]').count(), "nothing of one home can be opened from here").toBe(0);
});

test("who lives in a flat can share with the building", async ({ logInAs }) => {
  const page = await logInAs("flatbewoner");
  await page.goto("/mijn-huis");
  await expect(page.getByRole("main")).toContainText("Appartement");
  await page.getByRole("main").locator('a[href^="/wensen/"]:not([href$="/nieuw"])').first().click();
  await page.getByRole("link", { name: "Kies wie dit ziet" }).click();
  await expect(page.getByLabel(/^Mijn gebouw/)).toBeVisible();
  await expect(page.getByText(`Bewoners van jouw gebouw (${homes.flatbewoner.building.units.length} woningen)`)).toBeVisible();
});
