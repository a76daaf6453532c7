import { expect, type Page } from "@playwright/test";
import type { Hands } from "./hands.ts";

// Opening a door, asking and agreeing, with and without JavaScript.

/** A day some weeks from now. */
export const weekFromNow = (weeks: number) => new Date(Date.now() + weeks * 7 * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });

/** Opens the own door for the neighbourhood, of which only the street shows, with a time on New Year's Day. @returns its page, and the street */
export async function openDoorFor({ choose, press, write, writeNewYear, writeTime }: Hands, host: Page, note: string): Promise<{ path: string; street: string }> {
  await host.goto("/kijkjes/nieuw");
  await expect(host.getByRole("radio", { name: /^Alleen mijn straat/ }), "nothing shows the home until somebody chooses").toBeChecked();
  await choose(host, /^Mijn buurt/);
  await press(host, "Deel met mijn buurt");
  await host.waitForURL(/praktisch/);
  await write(host, /Wat wil je erbij vertellen/, note);
  await press(host, "Bewaar en kies een tijd");
  await host.waitForURL(/momenten/);
  await writeNewYear(host, /^Dag$/, new Date().getFullYear() + 1);
  await writeTime(host, "Van", "10:00");
  await writeTime(host, "Tot", "11:30");
  await press(host, "Zet de deur open");
  await expect(host.getByRole("status")).toContainText("Je deur staat open.");
  const title = await host.getByRole("heading", { level: 1 }).innerText();
  return { path: new URL(host.url()).pathname, street: /^Kijkje in de (.+)$/.exec(title)![1]! };
}

/** A guest asks at an opening, and its host says yes. @returns the page of the request */
export async function askAndAgree({ follow, press: send, write }: Hands, guest: Page, host: Page, path: string): Promise<string> {
  await guest.goto(path);
  await follow(guest, /^Vraag of je mag komen/);
  await send(guest, "Stuur je vraag");
  await expect(guest.getByRole("alert")).toContainText("Schrijf een korte regel.");
  await write(guest, "Jouw bericht", "Past zoiets ook in een kleine tuin?");
  await send(guest, "Stuur je vraag");
  await expect(guest.getByText("Je vraag is verstuurd.")).toBeVisible();
  const request = new URL(guest.url()).pathname;
  await host.goto(path);
  await host.getByRole("listitem").filter({ hasText: "Wacht op antwoord" }).getByRole("link").first().press("Enter");
  await expect(host.getByText("Past zoiets ook in een kleine tuin?")).toBeVisible();
  await expect(host.getByRole("link", { name: "Meld dit bericht" })).toBeVisible();
  await follow(host, "Zeg ja");
  await write(host, /Wil je er iets bij zeggen/, "Bel maar aan.");
  await send(host, "Zeg ja");
  await expect(host.getByText("Afgesproken. Jullie zien nu elkaars naam en adres.")).toBeVisible();
  return request;
}
