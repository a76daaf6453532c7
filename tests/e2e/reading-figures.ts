import { expect, type Locator, type Page } from "@playwright/test";
import { keyboard } from "./hands.ts";
import { tabTo } from "./flows.ts";

/**
 * From what an official sees first to the figures of a neighbourhood beside another, with the keyboard alone: the map says what the table
 * says, and every file what its page says. Works without JavaScript.
 */
export async function readFiguresByKeyboard(official: Page): Promise<void> {
  await official.goto("/gemeente");
  const main = official.getByRole("main");
  const rows = await textsOf(main.getByRole("table", { name: "Jouw buurten" }));
  const described = (await main.getByRole("img", { name: "Kaart van de buurten met het deel van de woningen dat meetelt" }).locator("desc").textContent())!.split("; ");
  const shares = rows.map(([name, , counted]) => `${name}: ${/Ongeveer \d+ % van de woningen/.exec(counted!)?.[0] ?? "Geen getal"}`);
  expect(described.sort(), "the map says what the table says").toEqual(shares.sort());
  await onFocus(official, main.getByRole("link", { name: "CSV Alles wat gepubliceerd is" }));
  const all = await linesOf(official, "/gemeente/data/cijfers.csv");
  for (const [name, release, counted] of rows) {
    const newest = all.filter((line) => line.area_name === name && line.table === "taking_part").at(-1)!;
    expect(counted, `${name}, ${release}`).toContain(newest.shown);
    expect(release).toContain(`Publicatie ${newest.release},`);
  }

  await official.goto("/gemeente");
  await onFocus(official, main.getByRole("link", { name: "Hofkwartier" }));
  await official.keyboard.press("Enter");
  await official.waitForURL(/\/cijfers\?buurt=BU99010101$/);
  await onFocus(official, main.getByLabel("Zet ernaast"));
  await official.keyboard.type("Spoor");
  await keyboard.press(official, "Laat zien");
  await official.waitForURL(/naast=BU99010102/);
  const topics = main.getByRole("region").filter({ has: official.getByRole("link", { name: /^CSV Download/ }) });
  await expect(topics.first()).toBeVisible();
  const titles = (await topics.getByRole("heading", { level: 2 }).allTextContents()).filter((title) => !title.startsWith("Alle cijfers"));
  expect(titles.length).toBeGreaterThan(3);
  for (const title of titles) {
    const topic = main.getByRole("region", { name: title, exact: true });
    const opens = topic.locator("summary");
    if (await opens.count()) {
      await onFocus(official, opens);
      await official.keyboard.press("Enter");
    }
    const shown = (await textsOf(topic.getByRole("table"))).map(([cell, value]) => [cell, value]);
    await onFocus(official, topic.getByRole("link", { name: /^CSV/ }));
    const lines = await linesOf(official, (await topic.getByRole("link", { name: /^CSV/ }).getAttribute("href"))!);
    const quarter = lines.at(-1)!.quarter;
    expect(lines.filter((line) => line.quarter === quarter).map((line) => [line.cell_name, line.shown]), title).toEqual(shown);
    const json = (await (await official.request.get((await topic.getByRole("link", { name: /^JSON/ }).getAttribute("href"))!)).json()) as Record<string, string | number | null>[];
    expect(json.map((line) => Object.values(line).map((value) => String(value ?? ""))), `${title}, both files`).toEqual(lines.map((line) => Object.values(line)));
  }
}

/** Comes to something with Tab, and sees where it is. */
async function onFocus(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  await tabTo(page, wanted, 120);
  expect(await wanted.evaluate((element) => getComputedStyle(element).outlineStyle), "one sees where the focus is").not.toBe("none");
}

/** What stands in the cells of the body of a table. */
async function textsOf(table: Locator): Promise<string[][]> {
  await table.waitFor();
  return table.locator("tbody tr").evaluateAll((trs) => trs.map((tr) => [...tr.children].map((cell) => cell.textContent!.trim())));
}

async function linesOf(page: Page, path: string): Promise<Record<string, string>[]> {
  const answer = await page.request.get(path);
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; filename="/);
  const [head, ...lines] = (await answer.text()).replace(/^\uFEFF/, "").trim().split("\r\n").map((line) => line.split(";").map((cell) => cell.replaceAll(/^"|"$/g, "")));
  return lines.map((cells) => Object.fromEntries(head!.map((name, index) => [name, cells[index]!])));
}
