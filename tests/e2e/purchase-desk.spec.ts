import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { mailWith, sendForm } from "./mail.ts";
import { signUpFor } from "./pages-of-purchases.ts";
import { people } from "./people.ts";
import { conceptForm } from "./purchase-desk.ts";
import { withFreshStep } from "./second-step.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

test.use({ allowedProblems: [/status of 4(04|22)/] });

/** One of the sample that is open, with a supplier and sign-ups in every state. */
const samples = "Samen zonnepanelen in het Hofkwartier";

async function toSample(page: Page): Promise<string> {
  await page.goto("/beheer/inkopen");
  await page.getByRole("link", { name: samples }).click();
  await expect(page.getByRole("heading", { level: 1, name: samples })).toBeVisible();
  return new URL(page.url()).pathname;
}

test("a concept becomes a purchase whose rules stay, until everybody agrees to others", async ({ logInAs, anotherBrowser }, { project }) => {
  const moderator = await logInAs("moderator");
  const title = `Groene daken, ${project.name}`;
  await moderator.goto("/beheer/inkopen");
  await moderator.getByRole("link", { name: "Maak een inkoop" }).click();
  await moderator.getByLabel("Titel").fill(title);
  await moderator.getByRole("checkbox", { name: "Groen dak" }).check();
  await moderator.getByRole("checkbox", { name: "Hofkwartier" }).check();
  const given = conceptForm(title);
  await moderator.getByLabel("Hoeveel bestellingen zijn er nodig?").fill("10");
  await moderator.getByLabel("Laatste dag om te bestellen").fill(given["laatste-dag"]!);
  await moderator.getByLabel("Prijs 1 met btw").fill("veel");
  await moderator.getByLabel("Waarvan btw in prijs 1").fill("737,60");
  await moderator.getByRole("radio", { name: "De prijs volgt het aantal" }).check();
  await moderator.getByRole("radio", { name: /^Met de bestelling/ }).check();
  await moderator.getByLabel("Met wie sluit een bewoner het contract?").fill("De leverancier");
  await moderator.getByLabel("Wie krijgt een vergoeding, en hoeveel?").fill("Geen");
  await moderator.getByLabel("Waarop wordt de leverancier gekozen?").fill("Prijs en garantie");
  await moderator.getByLabel("Welke belangen hebben de kiezers?").fill("Geen");
  await moderator.getByRole("checkbox", { name: "Naam" }).check();
  await moderator.getByLabel("Tot wanneer worden de gegevens bewaard?").fill(given.bewaren!);
  await moderator.getByRole("button", { name: "Bewaar het concept" }).click();
  await expect(moderator.getByRole("alert")).toContainText("De prijzen kloppen niet");
  await expect(moderator.getByLabel("Titel"), "what was typed is still there").toHaveValue(title);
  expect(await violations(moderator)).toEqual([]);
  await moderator.getByLabel("Prijs 1 met btw").fill("4.250,00");
  await moderator.getByRole("button", { name: "Bewaar het concept" }).click();
  await expect(moderator.getByText("Het concept is bewaard.")).toBeVisible();
  const path = new URL(moderator.url()).pathname;

  const resident = await anotherBrowser("bewoner");
  for (const page of [path, `${path}/openen`, "/beheer/inkopen"]) expect((await resident.request.get(page)).status(), page).toBe(404);

  const open = moderator.getByRole("link", { name: "Openen" });
  await open.focus();
  await moderator.keyboard.press("Enter");
  await expect(moderator.getByText("vanaf 1 bestelling: € 4.250,00, waarvan € 737,60 btw")).toBeVisible();
  await expect(moderator.getByText("Na het openen blijven deze regels zoals ze zijn.")).toBeVisible();
  expect(await violations(moderator)).toEqual([]);
  await moderator.getByRole("button", { name: "Open de inkoop" }).click();
  await expect(moderator.getByText("De inkoop is open.")).toBeVisible();
  await expect(moderator.getByText("Er is nog niemand aangemeld")).toBeVisible();
  await expect(moderator.getByRole("link", { name: "Wijzig", exact: true })).toHaveCount(0);
  expect((await moderator.request.get(`${path}/wijzigen`)).status()).toBe(404);

  await moderator.getByRole("link", { name: "Kies de leverancier" }).click();
  await moderator.getByLabel("Naam van de leverancier").fill("Dak Voorbeeld");
  await moderator.getByLabel("Waarom deze?").fill("De beste garantie voor deze prijs");
  await moderator.getByRole("button", { name: "Kies deze leverancier" }).click();
  await expect(moderator.getByText("Open. Leverancier: Dak Voorbeeld.")).toBeVisible();

  await moderator.getByRole("link", { name: "Stoppen" }).click();
  await moderator.getByRole("radio", { name: "De inkoop gaat niet door" }).check();
  await moderator.getByRole("button", { name: "Stop de inkoop" }).click();
  await expect(moderator.getByRole("alert")).toContainText("Kies een reden.");
  await moderator.getByLabel("Waarom?").selectOption({ label: "Iets anders" });
  await moderator.getByRole("button", { name: "Stop de inkoop" }).click();
  await expect(moderator.getByText("Afgeblazen. Leverancier: Dak Voorbeeld.")).toBeVisible();
});

test("sign-ups make a step together, offers come back from the supplier, and the supplier's file holds no more than the rules say", async ({ logInAs }) => {
  test.setTimeout(180_000);
  const moderator = await logInAs("moderator");
  const path = await toSample(moderator);
  const column = moderator.getByRole("region", { name: "Wordt bekeken" });
  const box = column.getByRole("checkbox").first();
  const reference = (await box.getAttribute("aria-label"))!.replace("Kies ", "");
  await box.focus();
  await moderator.keyboard.press("Space");
  await column.getByLabel("Zet de gekozen aanmeldingen op").selectOption({ label: "Geschikt" });
  await column.getByRole("button", { name: /^Bekijk eerst/ }).click();
  await expect(moderator.getByRole("heading", { name: "1 aanmelding gaat van Wordt bekeken naar Geschikt" })).toBeVisible();
  await expect(moderator.getByText(reference)).toBeVisible();
  expect(await violations(moderator)).toEqual([]);
  await moderator.getByRole("button", { name: "Zet deze stap" }).click();
  await expect(moderator.getByText("1 aanmelding staat nu op Geschikt.")).toBeVisible();
  await expect(moderator.getByRole("region", { name: "Geschikt", exact: true }).getByRole("link", { name: reference })).toBeVisible();

  await moderator.getByRole("link", { name: "Aanbiedingen inlezen" }).click();
  const [example] = await Promise.all([moderator.waitForEvent("download"), moderator.getByRole("link", { name: "Haal het voorbeeldbestand op" }).click()]);
  const text = readFileSync((await example.path())!, "utf8");
  expect(text).toContain(`"${reference}"`);
  const check = async (...lines: string[]) => {
    await moderator.getByLabel("CSV-bestand").setInputFiles({ name: "aanbiedingen.csv", mimeType: "text/csv", buffer: Buffer.from(["kenmerk;prijs_met_btw;waarvan_btw;geldig_tot", ...lines].join("\r\n")) });
    await moderator.getByRole("button", { name: "Controleer het bestand" }).click();
  };
  await check(`${reference};veel;0;31-12-2098`, "BESTAATNIET;1;0;31-12-2098");
  await expect(moderator.getByRole("row", { name: "2 prijs_met_btw Schrijf een bedrag" })).toBeVisible();
  await expect(moderator.getByRole("row", { name: "3 kenmerk Dit kenmerk hoort niet bij deze inkoop" })).toBeVisible();
  await expect(moderator.getByRole("button", { name: "Lees alles in" })).toHaveCount(0);
  expect(await violations(moderator)).toEqual([]);
  await check(`${reference};5.150,50;0;31-12-2098`);
  await expect(moderator.getByRole("row", { name: `${reference} € 5.150,50 € 0,00` })).toBeVisible();
  expect(await violations(moderator)).toEqual([]);
  await moderator.getByRole("button", { name: "Lees alles in" }).click();
  await expect(moderator.getByText("1 aanbod is ingelezen.")).toBeVisible();
  await moderator.getByRole("region", { name: "Heeft aanbod" }).getByRole("link", { name: reference }).click();
  await expect(moderator.getByText("€ 5.150,50, met extra's € 5.150,50. Geldig tot en met 31 december 2098.")).toBeVisible();
  expect(await violations(moderator)).toEqual([]);

  await withFreshStep(moderator, `${path}/leveranciersbestand`);
  for (const [words, ending] of [["Maak een CSV-bestand", "csv"], ["Maak een Excel-bestand", "xlsx"]] as const) {
    const [download] = await Promise.all([moderator.waitForEvent("download"), moderator.getByRole("button", { name: words }).click()]);
    expect(download.suggestedFilename()).toBe(`leverancier.${ending}`);
    const bytes = readFileSync((await download.path())!);
    if (ending === "csv") expect(bytes.toString().split("\r\n")[0]).toMatch(/^\ufeff"kenmerk";"naam";"mailadres";"telefoon";"adres";"postcode";"plaats";"1\. /);
    else expect(bytes.subarray(0, 2).toString()).toBe("PK");
  }
  await moderator.reload();
  await expect(moderator.getByText(/^XLSX, \d+ aanmeldingen, voor Zonnedak Voorbeeld/).first()).toBeVisible();
  expect(await violations(moderator)).toEqual([]);
});

test("a message goes to everybody in one step, and the log says so; each of them reads it with their own sign-up", async ({ logInAs, anotherBrowser }) => {
  const buyer = await anotherBrowser("buur");
  // Gets mail at night too, since tests run at any hour.
  await sendForm(buyer, "/instellingen/berichten", { direct: "at_once" });
  const moderator = await logInAs("moderator");
  await toSample(moderator);
  await moderator.getByRole("link", { name: "Schrijf aan wie zover is" }).click();
  await moderator.getByRole("button", { name: "Verstuur aan iedereen in deze stap" }).click();
  await expect(moderator.getByRole("alert")).toContainText("Kies een stap.");
  const words = `De installateur belt je deze week. ${Date.now()}`;
  await moderator.getByLabel("Aan wie?").selectOption({ label: (await moderator.getByRole("option", { name: /^Besteld \(/ }).textContent())! });
  await moderator.getByLabel("Je bericht").fill(words);
  await moderator.getByRole("button", { name: "Verstuur aan iedereen in deze stap" }).click();
  await expect(moderator.getByText(/^Verstuurd aan \d+ aanmelding/)).toBeVisible();
  await expect(moderator.getByRole("listitem").filter({ hasText: words })).toContainText("Besteld");
  expect(await violations(moderator)).toEqual([]);
  await buyer.goto(String(await signUpFor("Samen zonnepanelen")(buyer)));
  await expect(buyer.getByText(words)).toBeVisible();
  await mailWith(buyer, people.buur, /Een beheerder van een inkoop schrijft je/);
});

test("an official and somebody without a second step know nothing of it", async ({ logInAs, anotherBrowser }) => {
  const moderator = await logInAs("moderator");
  const path = await sendForm(moderator, "/beheer/inkopen/nieuw", conceptForm("Glas, van niemand anders"));
  for (const person of ["gemeente", "buur"] as const) {
    const other = await anotherBrowser(person);
    for (const after of ["", "/wijzigen", "/leveranciersbestand", "/aanbiedingen", "/aanbiedingen/voorbeeld"]) expect((await other.request.get(`${path}${after}`)).status(), `${person} ${after}`).toBe(404);
  }
});
