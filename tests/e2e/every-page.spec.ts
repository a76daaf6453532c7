import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { mostJavaScript } from "../../scripts/page-weight.mjs";
import { pagesToSee } from "./pages.ts";
import { expect, test as base } from "./test.ts";
import { violations } from "./violations.ts";

let kept: Page | undefined;
/** The tests of one worker share a page, which fetches once what the site's pages share. Each begins as nobody, on an empty page. */
const test = base.extend({
  page: async ({ browser, watch, extraHTTPHeaders }, use) => {
    kept ??= await (await browser.newContext()).newPage();
    watch(kept.context());
    // Each test comes from its own address here too: together they ask for more forms than one visitor may send.
    await kept.context().setExtraHTTPHeaders(extraHTTPHeaders!);
    await kept.emulateMedia({ colorScheme: "light" });
    await use(kept);
    await kept.goto("about:blank");
    await kept.context().clearCookies();
  },
});
// A page that is kept for many tests has no trace of one of them.
test.use({ allowedProblems: [/status of 404/], trace: "off" });

// One page of every route in the ordinary run, a third of them in dark colours too; in the whole proof also their other states, all in both.
const seen = pagesToSee.filter(({ route }, index) => process.env.PROOF || pagesToSee.findIndex((page) => page.route === route) === index);

for (const [index, { name, route, path, by }] of seen.entries()) {
  const dark = process.env.PROOF || index % 3 === 0;
  test(`${name} can be used by everybody${dark ? ", in dark colours too," : ""} and is light to load`, async ({ page, logInAs }, { project }) => {
    if (by) await logInAs(by);
    const address = typeof path === "string" ? path : await path(page);
    if (address) expect((await page.goto(address))!.status()).toBe(name.endsWith("niet-gevonden") ? 404 : 200);
    const [shown] = await page.evaluate(() => Object.keys((window as { __remixRouteModules?: object }).__remixRouteModules ?? {}).slice(-1));
    expect(shown).toBe(`routes/${route}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const map = page.locator(".map-area");
    if (await map.count()) await expect(page.locator("[data-map=idle]")).toBeVisible();
    else expect.soft(kilobytes(await scriptsOf(page)), "JavaScript of a page without a map, gzip").toBeLessThanOrEqual(mostJavaScript(`/${route}`));
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), "nothing scrolls sideways").toBeLessThanOrEqual(0);
    await photograph(page, `${name} ${project.name}`);
    expect.soft(await violations(page), "light").toEqual([]);
    if (!dark) return;
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForFunction(() => document.getAnimations().length === 0);
    await photograph(page, `${name} ${project.name} dark`);
    expect.soft(await violations(page, ["color-contrast", "link-in-text-block"]), "dark").toEqual([]);
  });
}

/** Keeps a picture for who wants to look at every page, which is part of the whole proof only. */
async function photograph(page: Page, name: string): Promise<void> {
  if (!process.env.PROOF) return;
  const drawn = page.locator("[data-map=idle]");
  if (await page.locator(".map-area").count()) await expect(drawn).toBeVisible();
  // As high as the page, so that the bar below lies below it, and not across it.
  const size = page.viewportSize()!;
  await page.setViewportSize({ ...size, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  await page.screenshot({ path: `test-results/screens/${name.replaceAll(/[^\w-]+/g, "-")}.png`, fullPage: true });
  await page.setViewportSize(size);
  // In other colours the map is drawn anew, and says so anew.
  await drawn.evaluateAll((maps) => maps.forEach((map) => map.removeAttribute("data-map")));
}

/** The scripts that a page has asked for, as files of the build; also those that it asked for later. */
async function scriptsOf(page: Page): Promise<string[]> {
  const paths = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
  return [...new Set(paths)].filter((path) => path.startsWith("/assets/") && /\.m?js$/.test(path)).map((path) => `build/client${path}`);
}

const kilobytes = (files: string[]) => files.reduce((sum, file) => sum + (statSync(file).size < 1024 ? statSync(file).size : gzipSync(readFileSync(file)).length), 0) / 1000;
