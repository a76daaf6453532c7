import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import type { MapData } from "../../app/features/map/map-encoding.ts";
import { expect, test } from "./test.ts";

const idle = "[data-map=idle]";
/** What is drawn in a part of the map that nothing else covers. */
async function drawn(page: Page): Promise<string> {
  const { width } = page.viewportSize()!;
  const image = await page.screenshot({ clip: { x: width > 1000 ? 760 : 40, y: 220, width: 220, height: 90 } });
  return createHash("sha256").update(image).digest("hex");
}

test("a public layer is switched on without a reload or another fetch of the map, with its legend, source and what neighbours share", async ({ page, logInAs }) => {
  await logInAs("bewoner");
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
  await page.goto("/kaart?soort=solar_panels");
  await expect(page.locator(idle)).toBeVisible({ timeout: 20_000 });
  const main = page.getByRole("main");
  const shared = await main.getByText(/pass(en|t) bij je filters/).innerText();
  const plain = await drawn(page);
  await page.evaluate(() => ((window as { kept?: boolean }).kept = true));
  asked.length = 0;

  await main.getByText("Kaartlaag", { exact: true }).click();
  await main.getByRole("link", { name: "Bouwperiode" }).click();
  await expect(page).toHaveURL(/soort=solar_panels.*laag=bouwperiode/);
  const layer = main.getByRole("region", { name: "Bouwperiode" });
  await expect(layer).toContainText("tot en met 1945");
  await expect(layer).toContainText(/Bron: BAG van het Kadaster, stand van \d/);
  await expect(layer.getByRole("link", { name: "Alle bronnen" })).toHaveAttribute("href", "/bronnen");
  await expect(main.getByText(shared), "what neighbours share is still there, under the same filter").toBeVisible();
  await expect.poll(() => drawn(page), "the map is coloured").not.toBe(plain);

  await main.getByText("Laag: Bouwperiode").click();
  await main.getByRole("link", { name: "Soort woning" }).click();
  await expect(main.getByRole("region", { name: "Soort woning" })).toContainText("Tussenwoning");
  await expect(layer, "one layer at a time").toHaveCount(0);

  // In words, the same as what the map was drawn from.
  const code = /kaartdata\/(\w+)\/([\d.]+)\.json/.exec(await page.locator('link[href^="/kaartdata/"]').first().getAttribute("href") ?? "")!;
  const data = (await (await page.request.get(`/kaartdata/${code[1]}/${code[2]}.json`)).json()) as MapData;
  const terraced = data.types.filter((type, at) => data.homes[at]! > 0 && data.typeNames[type] === "terraced").length;
  await expect(main.getByRole("row", { name: /^Tussenwoning/ }).getByRole("cell").first()).toHaveText(String(terraced));

  await main.getByText("Laag: Soort woning").click();
  await main.getByRole("link", { name: "Geen laag" }).click();
  await expect(page).not.toHaveURL(/laag=/);
  await expect.poll(() => drawn(page), "and is as it was").toBe(plain);
  expect(await page.evaluate(() => (window as { kept?: boolean }).kept), "without a reload").toBe(true);
  expect(asked.filter((path) => path.startsWith("/kaart") && !path.endsWith(".data") && path !== "/kaart")).toEqual([]);
});

test("labels are told per street and never per home", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto("/kaart?laag=energielabel");
  await expect(page.locator(idle)).toBeVisible({ timeout: 20_000 });
  const layer = page.getByRole("main").getByRole("region", { name: "Energielabel" });
  await expect(layer).toContainText(/Bron: EP-Online van RVO, stand van \d/);
  await layer.getByText(/^Nog \d+ stra(at|ten)$/).click();
  const streets = layer.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  expect(await streets.count()).toBeGreaterThan(2);
  for (const words of await streets.allInnerTexts()) {
    const homes = [...words.matchAll(/: (\d+)/g)].map(([, count]) => Number(count));
    expect(homes.reduce((sum, count) => sum + count, 0), words).toBeGreaterThanOrEqual(10);
    expect(Math.min(...homes), words).toBeGreaterThanOrEqual(3);
  }
  await page.goto("/kaart?laag=energielabel&weergave=lijst");
  await expect(page.getByRole("main").getByRole("region", { name: "Energielabel" })).toBeVisible();
});
