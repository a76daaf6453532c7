import { expect, type Page } from "@playwright/test";
import type { Hands } from "./hands.ts";
import { violations } from "./violations.ts";

type People = { official: Page; resident: Page; first: Page; second: Page };

/** Posts an answer to the first neighbourhood. */
async function post({ write, choose, press }: Hands, official: Page, title: string, text: string): Promise<void> {
  await official.goto("/gemeente/toezeggingen/nieuw");
  await official.getByLabel("Voor welke buurt?").selectOption("BU99010101");
  await choose(official, /^Een antwoord/);
  await write(official, "Onderwerp", title);
  await write(official, "Tekst", text);
  await press(official, "Plaats voor de hele buurt");
  await expect(official.getByText("Geplaatst. De bewoners van de buurt kunnen het nu lezen.")).toBeVisible();
}

const card = (page: Page, words: string) => page.getByRole("listitem").filter({ hasText: words });

/** A municipality withdraws an answer: first wrongly filled in, then with its reason, and residents read both. Works without JavaScript. */
export async function withdrawPost(hands: Hands, official: Page, resident: Page, title: string): Promise<void> {
  await post(hands, official, title, "Je mag er een bank neerzetten.");
  await card(official, title).getByRole("link", { name: /^Trek in/ }).click();
  await official.waitForURL(/\/intrekken$/);
  await hands.write(official, "Waarom trekt de gemeente dit in?", "Nee.");
  await hands.press(official, "Trek in");
  await expect(official.getByRole("alert")).toContainText("Leg uit in 10 tot 1000 tekens.");
  await expect(official.getByLabel("Waarom trekt de gemeente dit in?"), "what was typed is still there").toHaveValue("Nee.");
  expect(await violations(official)).toEqual([]);
  await hands.write(official, "Waarom trekt de gemeente dit in?", "De stoep is daar te smal voor rolstoelen.");
  await hands.press(official, "Trek in");
  await expect(official.getByText("Ingetrokken. De bewoners van de buurt lezen nu waarom.")).toBeVisible();
  await expect(card(official, title).getByRole("link", { name: /^Trek in/ }), "once").toHaveCount(0);

  await resident.goto("/cijfers");
  const left = card(resident, title);
  await expect(left).toContainText(/Ingetrokken op .* door de gemeente, omdat:\s*De stoep is daar te smal voor rolstoelen\./);
  await expect(left.getByText("Je mag er een bank neerzetten.")).toBeHidden();
  await left.getByText("Lees wat er stond").click();
  await expect(left.getByText("Je mag er een bank neerzetten.")).toBeVisible();
  expect(await violations(resident)).toEqual([]);
}

/** A resident reports what a municipality posted, a moderator hides it, an official reads why and objects, and another moderator shows it again. Works without JavaScript. */
export async function hidePost(hands: Hands, { official, resident, first, second }: People, title: string): Promise<void> {
  await post(hands, official, title, "Vraag het aan meneer Jansen op nummer 12.");
  await resident.goto("/cijfers");
  await card(resident, title).getByRole("link", { name: /^Meld dit/ }).click();
  await resident.waitForURL(/\/toezeggingen\/.*\/melden$/);
  expect(await violations(resident)).toEqual([]);
  await hands.choose(resident, /gegevens van iemand anders/);
  await hands.press(resident, "Verstuur melding");
  const receipt = (await resident.locator("dd .font-mono").textContent())!;

  await first.goto("/beheer/meldingen");
  await first.getByRole("link", { name: `Bekijk de melding ${receipt}` }).click();
  await expect(first.getByText("Vraag het aan meneer Jansen op nummer 12.")).toBeVisible();
  expect(await violations(first)).toEqual([]);
  await first.getByRole("link", { name: "Verbergen, met reden" }).click();
  await hands.write(first, "Wat is er mis, en wat kan wie het deelde doen?", "De naam van een bewoner staat erin.");
  await hands.press(first, /^Verberg/);
  await expect(first.getByText("Het is verborgen. Wie het deelde en wie het meldde krijgen bericht.")).toBeVisible();
  await resident.goto("/cijfers");
  await expect(resident.getByRole("heading", { name: "Wat de gemeente zegt en belooft" })).toBeVisible();
  await expect(card(resident, title)).toHaveCount(0);

  await official.goto("/gemeente/toezeggingen");
  await expect(card(official, title)).toContainText("Verborgen door een beheerder. Bewoners zien dit niet.");
  await card(official, title).getByRole("link", { name: /^Lees waarom dit verborgen is/ }).click();
  await expect(official.getByText("De naam van een bewoner staat erin.")).toBeVisible();
  expect(await violations(official)).toEqual([]);
  await official.getByRole("link", { name: "Maak bezwaar" }).click();
  await hands.write(official, "Waarom ben je het er niet mee eens?", "Meneer Jansen is de wethouder, en vroeg erom.");
  await hands.press(official, "Verstuur mijn bezwaar");
  await expect(official.getByText("Een andere beheerder moet er nog naar kijken.")).toBeVisible();

  await second.goto("/beheer/meldingen");
  await second.getByRole("link", { name: /Bekijk het bezwaar .*gegevens van iemand anders/ }).last().click();
  await expect(second.getByText("Vraag het aan meneer Jansen op nummer 12.")).toBeVisible();
  await second.getByRole("link", { name: "Besluit op dit bezwaar" }).click();
  await hands.choose(second, /weer te zien/);
  await hands.write(second, "Waarom?", "Een wethouder mag met naam genoemd worden.");
  await hands.press(second, "Neem dit besluit");
  await expect(second.getByText("Je besluit is genomen.")).toBeVisible();
  await resident.goto("/cijfers");
  await expect(card(resident, title)).toContainText("Vraag het aan meneer Jansen op nummer 12.");
}
