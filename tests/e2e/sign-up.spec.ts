import { press, choose } from "./flows.ts";
import { newestMail, typeCode } from "./mail.ts";
import { freeHomes } from "./people.ts";
import { printedCode } from "./printed-code.ts";
import { expect, test } from "./test.ts";

// A wrong code is answered with 422, which a browser writes to its console.
test.use({ allowedProblems: [/status of 422/] });

test("a household signs up: from its address, by a letter that the moderator prints, to its own home on the map", async ({ page, anotherBrowser }, { project }) => {
  // A file holds the letters of one neighbourhood, so each browser has one of its own.
  const neighbourhoodCode = project.name === "phone" ? "BU99010101" : "BU99010102";
  const { unit } = freeHomes(neighbourhoodCode)[0]!;
  const email = `nieuw-${project.name}-${Date.now()}@voorbeeld.test`;
  await page.goto("/");
  await page.getByRole("main").getByRole("link", { name: "Doe mee" }).first().click();
  await page.getByLabel("Postcode").fill(unit.postcode.toLowerCase());
  await page.getByLabel("Huisnummer").fill(String(unit.number));
  await press(page, "Zoek mijn adres");
  await expect(page.getByRole("main").getByText(`${unit.street} ${unit.number}`, { exact: true })).toBeVisible();
  await press(page, "Dit is mijn adres");

  await page.getByLabel("Je mailadres").fill(email);
  await choose(page, "Ik ben 16 jaar of ouder");
  await press(page, "Stuur mij een mail");
  await page.waitForURL(/\/meedoen\/mail\/code/);
  const moderator = await anotherBrowser("moderator");
  await typeCode(page, (await newestMail(moderator, email)).code);

  await choose(page, /^Stuur mij een brief/);
  await press(page, "Verder");
  await page.waitForURL(/\/meedoen\/code/);
  const code = await printedCode(moderator, neighbourhoodCode, `${unit.street} ${unit.number}`);
  await page.getByLabel("Code uit de brief").fill("CCCC CCCC");
  await press(page, "Ik woon hier");
  await expect(page.getByRole("alert")).toContainText("Deze code klopt niet");
  await page.getByLabel("Code uit de brief").fill(code);
  await press(page, "Ik woon hier");

  await expect(page).toHaveURL(/\/welkom$/);
  await expect(page.getByRole("main")).toContainText(`${unit.street} ${unit.number}`);
  await page.getByRole("main").getByRole("link", { name: "Verder" }).click();
  await choose(page, /^Meedenken/);
  await press(page, "Verder");
  await page.waitForURL(/\/welkom\/naam/);
  await choose(page, /^Een naam die ik kies/);
  await page.getByRole("textbox", { name: "Naam voor je buren" }).fill("Robin");
  await press(page, "Verder");
  await page.waitForURL(/\/welkom\/cijfers/);
  await choose(page, "Nee, tel ons niet mee");
  await press(page, "Verder");

  await expect(page).toHaveURL(/\/kaart/);
  await expect(page.locator("[data-map=idle]")).toBeVisible({ timeout: 20_000 });
});

test("an address that is not found, and a neighbourhood that is not served, have a way on", async ({ page, anotherBrowser }, { project }) => {
  await page.goto("/meedoen/adres?postcode=1111AA&nummer=99");
  await page.getByRole("link", { name: "Mijn adres ontbreekt" }).click();
  await page.getByLabel("Je mailadres").fill(`mist-${project.name}@voorbeeld.test`);
  await press(page, "Stuur naar de beheerder");
  await expect(page.getByRole("heading", { name: "Bedankt, het is gemeld" })).toBeVisible();

  const email = `wacht-${project.name}-${Date.now()}@voorbeeld.test`;
  const { unit } = freeHomes("BU99010103")[0]!;
  await page.goto(`/meedoen/adres?postcode=${unit.postcode}&nummer=${unit.number}`);
  await press(page, "Dit is mijn adres");
  await page.getByRole("link", { name: "Op de wachtlijst" }).click();
  await expect(page.getByRole("main")).toContainText(/Er wachten al \d+ mailadressen/);
  await page.getByLabel("Je mailadres").fill(email);
  await press(page, "Zet mij op de lijst");
  await typeCode(page, (await newestMail(await anotherBrowser(), email)).code);
  await expect(page.getByRole("main")).toContainText(/Op de wachtlijst voor Molenveld sta(an|at) nu \d+ mailadres/);
});
