import { readWhatItMayMean } from "./flows.ts";
import { expect, test } from "./test.ts";

test("a resident reads what homes alike used, and reckons what a measure may mean with numbers of their own", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await readWhatItMayMean(page);
});

test("where there is no figure the page says so, and shows what neighbours tell instead", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto("/mijn-huis/maatregel/solar_panels");
  const main = page.getByRole("main");
  await expect(main).toContainText("Hier hebben we nog geen betrouwbaar cijfer voor.");
  await expect(main).toContainText(/In de hele buurt\s*Deden dit\s*\d+ huishoudens?\s*Wat het kostte/);
  await expect(main).not.toContainText("m³");
  await main.getByRole("link", { name: "Bekijk ze in de lijst" }).click();
  await expect(page).toHaveURL(/\/kaart\?weergave=lijst&soort=solar_panels/);
});

test("a measure that is not in the catalogue is not found", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  expect((await page.request.get("/mijn-huis/maatregel/toString")).status()).toBe(404);
});
