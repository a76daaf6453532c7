import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { codeOn } from "../support/letter-code.ts";
import { readPdf } from "../support/read-pdf.ts";
import { withFreshStep } from "./second-step.ts";

// A file holds the letters of everybody who waits in a neighbourhood, also of a test at work beside this one. So what was
// printed lies here for all tests of a run, as on a moderator's desk.
const desk = "test-results/letters";
const sheetOf = (address: string) => `${desk}/${encodeURIComponent(address)}.txt`;

/** Reads the code for one address from its letter, which a moderator prints with those of others who wait there. */
export async function printedCode(moderator: Page, neighbourhoodCode: string, address: string): Promise<string> {
  await expect(async () => {
    if (existsSync(sheetOf(address))) return;
    await printRequested(moderator, neighbourhoodCode);
    expect(existsSync(sheetOf(address)), `a letter to ${address}`).toBe(true);
  }).toPass({ timeout: 60_000, intervals: [500] });
  return readFileSync(sheetOf(address), "utf8");
}

/** Has the letters made that were asked for in a neighbourhood, fetches the file and lays each sheet on the desk. */
async function printRequested(moderator: Page, neighbourhoodCode: string): Promise<void> {
  await withFreshStep(moderator, `/beheer/brieven/nieuw?buurt=${neighbourhoodCode}`);
  const choice = moderator.getByLabel("Gevraagde brieven");
  if (await choice.isDisabled()) return;
  await choice.check();
  await moderator.getByRole("button", { name: "Maak de brieven" }).click();
  await moderator.waitForURL(/\/beheer\/brieven\/[0-9a-f-]{36}/);
  const fetch = moderator.getByRole("button", { name: "Haal het bestand op" });
  await expect(async () => {
    // By itself the page looks again only where there is JavaScript.
    if (!(await fetch.isVisible())) await moderator.reload();
    await expect(fetch.or(moderator.getByText("Niet gelukt"))).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000, intervals: [500] });
  if (!(await fetch.isVisible())) return;
  const [download] = await Promise.all([moderator.waitForEvent("download"), fetch.click()]);
  expect(download.suggestedFilename()).toBe("brieven.pdf");
  mkdirSync(desk, { recursive: true });
  for (const page of await readPdf(readFileSync(await download.path()))) writeFileSync(sheetOf(/Aan de bewoners van\n(.+)\n/.exec(page.text)![1]!), codeOn(page));
}
