import type { Page } from "@playwright/test";
import { openPurchase } from "./buying-walks.ts";
import { choose, press } from "./flows.ts";
import { logInByForms, mainOf } from "./mail.ts";
import { inFlatTogether } from "./people.ts";
import { inDays } from "./purchase-desk.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

/** Signs up as somebody who rents. @returns the path of the sign-up */
async function joinAsTenant(page: Page, purchaseId: string): Promise<string> {
  await page.goto(`/samen-inkopen/${purchaseId}/aanmelden`);
  await choose(page, /^Ik huur/);
  await choose(page, /^Ik heb de spelregels gelezen/);
  await press(page, "Meld me aan");
  await expect(page.getByRole("heading", { name: "Je verhuurder" })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("tenants who take part ask their landlord together, read what comes of it, and the moderator reads how many wait", async ({ page: first, anotherBrowser }, { project }) => {
  test.setTimeout(240_000);
  const moderator = await anotherBrowser("moderator");
  const id = await openPurchase(moderator, `Voor huurders ${Date.now()}`, { "voor[]": "tenants", "soorten[]": project.name === "phone" ? "green_roof" : "rain_barrel" });
  await logInByForms(first, inFlatTogether(1).email);
  const [second, third, manager] = [await anotherBrowser(), await anotherBrowser(), await anotherBrowser("manager")];
  await logInByForms(second, inFlatTogether(2).email);
  await logInByForms(third, inFlatTogether(3).email);

  const path = await joinAsTenant(first, id);
  await expect(first.getByText(/^Wij doen graag mee aan de inkoop van onze buurt/)).toBeVisible();
  expect(await violations(first)).toEqual([]);
  await press(first, "Vraag het samen");
  await expect(first.getByRole("status")).toContainText("Je vraagt het samen.");
  await expect(first.getByText(/^1 huishouden vraagt het aan .+ Vanaf drie gaat het verzoek weg\.$/)).toBeVisible();
  expect(await violations(first)).toEqual([]);

  await joinAsTenant(second, id);
  await expect(second.getByText(/Er is 1 huishouden in je gebouw dat dit vraagt/)).toBeVisible();
  await press(second, "Doe mee met dit verzoek");
  await joinAsTenant(third, id);
  expect(await mainOf(moderator, `/beheer/inkopen/${id}`)).toMatch(/1 vroegen het nog niet, 2 zoeken nog buren/);
  await press(third, "Doe mee met dit verzoek");
  await expect(third.getByText(/^Het verzoek ligt bij .+ Er is nog geen antwoord\.$/)).toBeVisible();
  expect(await mainOf(moderator, `/beheer/inkopen/${id}`)).toContain("3 wachten op de verhuurder");

  await first.goto(path);
  await first.getByRole("main").getByRole("link", { name: "Bekijk het verzoek" }).click();
  await expect(first.getByRole("main")).toContainText("Wij doen graag mee aan de inkoop");
  await manager.goto(new URL(first.url()).pathname.replace("/verzoeken/", "/verzoeken-aan-mij/"));
  await choose(manager, /^Ja, en wanneer/);
  await manager.getByLabel("Welke dag?").fill(inDays(30));
  await press(manager, "Geef dit antwoord");
  await first.goto(path);
  await expect(first.getByText(/zegt ja, op/)).toBeVisible();
  await expect(first.getByText("Je verhuurder regelt het verder met de leverancier.", { exact: false })).toBeVisible();
  expect(await violations(first)).toEqual([]);
  await first.getByRole("main").getByRole("link", { name: "Bekijk het verzoek" }).click();
  await press(first, "Doe niet meer mee");
  await expect(first.getByRole("status")).toContainText("Jullie doen niet meer mee.");
  await first.goto(path);
  await expect(first.getByRole("button", { name: "Doe mee met dit verzoek" }), "whoever left the request can join again").toBeVisible();
});
