import { readFile } from "node:fs/promises";
import { shareMeasure } from "./flows.ts";
import { filesInZip } from "../support/read-archive.ts";
import type { Person } from "./people.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

// A file that is no file of ours is answered with 422.
test.use({ allowedProblems: [/status of 422/] });

/** One account has one file at a time, so each kind of browser has somebody of its own. */
const whoAsks: Record<string, Person> = { phone: "straatgenoot", laptop: "bewoner", "without JavaScript": "overbuur" };
const experience = "Het blijft koel onder het dak, ook als de zon er de hele dag op staat.";

test("everything in one file is asked for, told, fetched and opened; another resident puts its measures and wishes back", async ({ logInAs, anotherBrowser }, { project }) => {
  const scripted = project.use.javaScriptEnabled !== false;
  test.setTimeout(120_000);
  const page = await logInAs(whoAsks[project.name]!);
  const words = `${experience} (${project.name})`;
  await shareMeasure(page, { kind: "Groen dak", experience: words, audience: /^Mijn straat/ });
  await page.goto("/toestemmingen");
  await page.getByRole("main").getByRole("link", { name: "Alles in één bestand (zip)" }).click();
  await page.getByRole("button", { name: "Maak het bestand" }).click();
  const ready = page.getByRole("heading", { name: "Je bestand staat klaar" });
  // Without JavaScript the page doesn't look by itself.
  await expect(async () => {
    if (!scripted && !(await ready.isVisible())) await page.getByRole("link", { name: "Kijk of het klaar is" }).click();
    await expect(ready).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  expect(await violations(page)).toEqual([]);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Haal het op/ }).click();
  const path = await (await downloading).path();
  const files = await filesInZip(await readFile(path));
  expect([...files.keys()]).toEqual(expect.arrayContaining(["LEESMIJ.txt", "gegevens.json", "schema.json", "tabellen/measure.csv"]));
  expect(files.get("gegevens.json")!.toString("utf8")).toContain(words);
  expect(files.get("tabellen/measure.csv")!.toString("utf8")).toContain(words);
  await page.goto("/berichten");
  await expect(page.getByText("Je download staat klaar")).toBeVisible();

  const other = await anotherBrowser("buur");
  await other.goto("/toestemmingen/terugzetten");
  await other.getByLabel("Je bestand").setInputFiles({ name: "vakantie.txt", mimeType: "text/plain", buffer: Buffer.from("Lieve allemaal") });
  await other.getByRole("button", { name: "Laat zien wat erbij komt" }).click();
  await expect(other.getByText("We kunnen dit bestand niet lezen.", { exact: false }).first()).toBeVisible();
  await other.getByLabel("Je bestand").setInputFiles(path);
  await other.getByRole("button", { name: "Laat zien wat erbij komt" }).click();
  await expect(other.getByText("Alleen je huishouden ziet dit.", { exact: false })).toBeVisible();
  await expect(other.getByText(/^Maatregel: Groen dak/).first()).toBeVisible();
  expect(await violations(other)).toEqual([]);
  // The browser lets go of a file when it leaves the page.
  if (!scripted) await other.getByLabel("Kies hetzelfde bestand nog eens").setInputFiles(path);
  await other.getByRole("button", { name: /^Zet \d+ ding(en)? terug$/ }).click();
  await expect(other.getByText(/Alleen je huishouden ziet (het|ze)\./)).toBeVisible();
  await expect(other.locator("main a[href^='/maatregelen/']", { hasText: "Groen dak" })).not.toHaveCount(0);
});
