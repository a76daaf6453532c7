import { mkdirSync, readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { pagesToSee } from "./pages.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

const folder = "test-results/screens";
mkdirSync(folder, { recursive: true });
test.use({ allowedProblems: [/status of 404/] });

for (const { name, path, by } of pagesToSee) {
  test(`${name} can be used by everybody, light and dark, and is light to load`, async ({ page, logInAs }, { project }) => {
    if (by) await logInAs(by);
    const address = typeof path === "string" ? path : await path(page);
    const scripts = scriptsOf(page);
    const response = await page.goto(address);
    expect(response!.status()).toBe(name === "niet-gevonden" ? 404 : 200);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const map = page.locator(".map-area");
    if (await map.count()) await expect(page.locator("[data-map=idle]")).toBeVisible();
    else expect.soft(kilobytes(scripts), "JavaScript of a page without a map, gzip").toBeLessThanOrEqual(130);
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), "nothing scrolls sideways").toBeLessThanOrEqual(0);
    await page.screenshot({ path: `${folder}/${name}-${project.name}.png`, fullPage: true });
    expect.soft(await violations(page), "light").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForFunction(() => document.getAnimations().length === 0);
    if (await map.count()) await expect(page.locator("[data-map=idle]")).toBeVisible();
    if (process.env.PROOF) await page.screenshot({ path: `${folder}/${name}-${project.name}-dark.png`, fullPage: true });
    expect.soft(await violations(page, ["color-contrast", "link-in-text-block"]), "dark").toEqual([]);
  });
}

/** The scripts that a page asks for, as files of the build; also those that it asks for later. */
function scriptsOf(page: Page): Set<string> {
  const files = new Set<string>();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/assets/") && /\.m?js$/.test(pathname)) files.add(`build/client${pathname}`);
  });
  return files;
}

const kilobytes = (files: Set<string>) => [...files].reduce((sum, file) => sum + (statSync(file).size < 1024 ? statSync(file).size : gzipSync(readFileSync(file)).length), 0) / 1000;
