import type { Page } from "@playwright/test";
import { today } from "../../app/features/roles/role-days.ts";
import { readPdf } from "../support/read-pdf.ts";
import { offerTo, openPurchase } from "./buying-walks.ts";
import { choose, press } from "./flows.ts";
import { signedToday } from "./helping.ts";
import { mainOf, sendForm } from "./mail.ts";
import { purchaseCalled } from "./pages-of-purchases.ts";
import { freeHomes, ids } from "./people.ts";
import { freshen } from "./second-step.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

// A form that isn't right is answered with 422, which a browser writes to its console.
test.use({ allowedProblems: [/status of 422/] });
// One helper, who helps one at a time.
test.describe.configure({ mode: "serial" });

/** Begins to help somebody at a home where nobody takes part; waits while the same helper is busy elsewhere. @returns the path of the session */
async function helpAt(page: Page, place: number): Promise<string> {
  await freshen(page, "/helpen", "secondModerator");
  await expect(async () => {
    await sendForm(page, `/helpen/nieuw?adres=${ids.unit(freeHomes()[place]!.unit)}`, { eerder: "nee", ...signedToday() });
  }).toPass({ timeout: 150_000, intervals: [5_000] });
  return /\/helpen\/[0-9a-f-]{36}/.exec(await mainOf(page, "/helpen"))![0];
}

/** The page as it comes out of a printer: sheets of A4 with white all around, in black. */
async function sheetsOf(page: Page, path: string, expected: number): Promise<string> {
  await page.goto(path);
  const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(pages).toHaveLength(expected);
  for (const { size, pieces } of pages) {
    expect([Math.round(size.width), Math.round(size.height)]).toEqual([210, 297]);
    for (const { text, left, right, top, bottom } of pieces) expect(left > 10 && right < 200 && top > 10 && bottom < 287, `"${text}" is within the margins`).toBe(true);
  }
  const text = pages.map((each) => each.text).join(" ").replaceAll(/\s+/g, " ");
  for (const secret of ["Print dit", "@voorbeeld", "http"]) expect(text).not.toContain(secret);
  return text;
}

const follow = (page: Page, name: string | RegExp) => page.getByRole("main").getByRole("link", { name }).click();

test("a neighbour prints a purchase; a helper enters interest, what is asked of the home without a photo, the supplier and other rules, and stops again", async ({ page, anotherBrowser }) => {
  test.setTimeout(300_000);
  const neighbour = await anotherBrowser("straatgenoot");
  const printed = await sheetsOf(neighbour, `${await purchaseCalled("Spouwmuren")(neighbour)}/papier`, 2);
  expect(await violations(neighbour)).toEqual([]);
  for (const words of ["Drempel", "Prijs per huis", "Met wie sluit je de overeenkomst?", "Wat de leverancier krijgt", "Laatste dag", "Ik doe mee", "Handtekening", "Iemand komt kijken"]) expect(printed).toContain(words);
  for (const words of [/1\.890,00/, /Warme Muur Voorbeeld/, /Bel \S+|Stel ze aan/]) expect(printed).toMatch(words);

  const session = await helpAt(page, 9);
  await page.goto(session);
  expect(await violations(page)).toEqual([]);
  await follow(page, /^Spouwmuren/);
  await expect(page.getByText("Deze persoon doet nog niet mee.")).toBeVisible();
  const path = new URL(page.url()).pathname;
  await follow(page, "Meld deze persoon aan");
  await choose(page, "Dit huis is van mij");
  await page.getByLabel("Naam op het formulier").fill("M. Voorbeeld");
  await page.getByLabel("Telefoonnummer op het formulier").fill("geen");
  await page.getByLabel("Datum bij de handtekening").fill("2020-01-01");
  await press(page, "Vul in");
  await expect(page.getByRole("alert")).toContainText("Dit telefoonnummer klopt niet.");
  await expect(page.getByRole("alert")).toContainText("Zonder handtekening kun je dit niet invullen.");
  await page.getByLabel("Telefoonnummer op het formulier").fill("020 123 45 67");
  await choose(page, /^Het formulier is ondertekend/);
  expect(await violations(page)).toEqual([]);
  await press(page, "Vul in");
  await expect(page.getByRole("alert"), "a form of long ago").toContainText("Laat dan opnieuw tekenen.");
  await expect(page.getByLabel("Naam op het formulier"), "what was typed stays").toHaveValue("M. Voorbeeld");
  await page.getByLabel("Datum bij de handtekening").fill(today());
  await press(page, "Vul in");
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  await expect(page.getByText(/^Deze persoon heeft interesse/)).toBeVisible();

  await follow(page, "Vul in wat er over het huis gevraagd wordt");
  await expect(page.getByText("Bekijkt iemand bij een bezoek: Een foto van de buitenmuur")).toBeVisible();
  await press(page, "Vul in");
  await expect(page.getByRole("alert")).toContainText("Vul hier een antwoord in.");
  await page.getByRole("radio", { name: "Ja" }).check();
  await page.getByLabel("Hoeveel groepen zijn er vrij in je meterkast?").fill("2");
  await page.getByLabel("Is er iets aan je huis dat de installateur moet weten?").fill("Nee");
  expect(await violations(page)).toEqual([]);
  await press(page, "Vul in");
  await expect(page.getByText(/^De beheerder kijkt of het huis geschikt is, en spreekt een bezoek af/)).toBeVisible();

  await follow(page, "Gegevens voor de leverancier");
  await choose(page, "Ja, dat is aangekruist");
  await press(page, "Vul in");
  await expect(page.getByRole("alert")).toContainText("Vul de datum bij de handtekening in.");
  await page.getByLabel("Datum bij de handtekening").fill(today());
  await expect(page.getByLabel("Naam op het formulier"), "it was on the form").toHaveValue("M. Voorbeeld");
  expect(await violations(page)).toEqual([]);
  await press(page, "Vul in");
  await expect(page.getByText(/^De leverancier mag de gegevens krijgen, sinds/)).toBeVisible();

  await follow(page, "Ja of nee tegen andere spelregels");
  await choose(page, "Nee");
  expect(await violations(page)).toEqual([]);
  await press(page, "Vul in");
  await expect(page.getByText(/Deze persoon zei nee\./)).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await follow(page, "Deze persoon doet niet meer mee");
  await press(page, "Vul in");
  await expect(page.getByRole("alert")).toContainText("Kruis aan dat deze persoon dit wil.");
  await choose(page, "Ja, deze persoon wil niet meer meedoen");
  expect(await violations(page)).toEqual([]);
  await press(page, "Vul in");
  await expect(page.getByText(/^Deze persoon doet niet meer mee\./)).toBeVisible();
  await page.goto(`${session}/bevestiging`);
  await expect(page.getByRole("main")).toContainText("Samen inkopen, vragen over het huis: Spouwmuren isoleren");
  await press(page, "Stop en sluit af");
  expect(await mainOf(page, path), "between sessions a helper sees nothing").not.toContain("Spouwmuren");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a helper prints an offer, orders by the form that was signed, prints that to keep, and takes it back", async ({ page, anotherBrowser }) => {
    test.setTimeout(300_000);
    const moderator = await anotherBrowser("moderator");
    const title = `Glas op papier ${Date.now()}`;
    const id = await openPurchase(moderator, title, {});
    const session = await helpAt(page, 10);
    const path = `${session}/inkopen/${id}`;
    await page.goto(`${path}/papier/aanbod`);
    await expect(page, "there is no offer yet").toHaveURL(new RegExp(`${path}$`));
    await follow(page, "Meld deze persoon aan");
    await choose(page, "Dit huis is van mij");
    await page.getByLabel("Datum bij de handtekening").fill(today());
    await choose(page, /^Het formulier is ondertekend/);
    await press(page, "Vul in");
    await follow(page, "Vul in wat er over het huis gevraagd wordt");
    await page.getByRole("radio", { name: "Ja" }).check();
    await press(page, "Vul in");
    const [, reference] = /Nummer ([0-9A-F]{10})/.exec(await page.getByRole("main").innerText())!;
    await offerTo(moderator, id, [reference!]);

    await page.goto(path);
    await expect(page.getByText(/^Er is een aanbod\./)).toBeVisible();
    const offer = await sheetsOf(page, `${path}/papier/aanbod`, 2);
    for (const words of ["4.250,00", "737,60", "Ik ben 18 jaar of ouder", "ik moet dan betalen", "Formulier om te herroepen", "14 dagen", "Voorwaarden", reference!, "Blad 2 van 2"]) expect(offer).toContain(words);
    await page.goto(path);
    await follow(page, "Bestel wat is aangeboden");
    await press(page, "Vul in");
    await expect(page.getByRole("alert")).toContainText("Bestellen kan vanaf 18 jaar. Kijk of dat is aangekruist.");
    await choose(page, /^Aangekruist/);
    await page.getByLabel("Datum bij de handtekening").fill(today());
    await choose(page, /^Het formulier is ondertekend/);
    await press(page, "Vul in");
    await expect(page.getByText(/^Er is besteld\./)).toBeVisible();
    expect(await mainOf(moderator, `/samen-inkopen/${id}`)).not.toContain("0 huizen bestelden");
    const order = await sheetsOf(page, `${path}/papier/bestelling`, 2);
    for (const words of [reference!, "Glas Voorbeeld", "4.250,00", "737,60", "Herroepen kan tot en met", "Formulier om te herroepen", "Bewaar dit papier"]) expect(order).toContain(words);

    await page.goto(path);
    await follow(page, "Overeenkomst herroepen");
    await choose(page, "Ja, deze persoon herroept de bestelling");
    await page.getByLabel("Datum op het formulier om te herroepen").fill("2020-01-01");
    await press(page, "Vul in");
    await expect(page.getByRole("alert")).toContainText("Neem een dag na de bestelling");
    await page.getByLabel("Datum op het formulier om te herroepen").fill(today());
    await press(page, "Vul in");
    await expect(page.getByText(/^Deze persoon doet niet meer mee\./)).toBeVisible();
    const withdrawn = await sheetsOf(page, `${path}/papier/herroeping`, 1);
    for (const words of [reference!, "Je bestelling is herroepen", "binnen 14 dagen terug"]) expect(withdrawn).toContain(words);
    await sendForm(page, `${session}/einde`, {});
  });
});
