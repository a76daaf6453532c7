import { chromium } from "@playwright/test";
import sharp from "sharp";
import { chromiumFlags } from "../tests/support/chromium-flags.mjs";
import { findChromium } from "../tests/support/find-chromium.mjs";

// node scripts/screenshot.mjs: the picture of the README, from a demo that runs (DEMO_URL, http://localhost:3000).
const demo = process.env.DEMO_URL ?? "http://localhost:3000";
const { path, remark } = findChromium();
if (!path) throw new Error(remark);
const browser = await chromium.launch({ executablePath: path, args: chromiumFlags });
const laptop = await picture({ viewport: { width: 1280, height: 800 } });
const phone = await picture({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true });
await browser.close();
await sharp({ create: { width: 1280 + 40 + 390, height: 800, channels: 3, background: "#ffffff" } })
  .composite([
    { input: laptop, left: 0, top: 0 },
    { input: phone, left: 1320, top: 0 },
  ])
  .png({ palette: true, colours: 128, effort: 10 })
  .toFile("docs/screenshot.png");

/** The map with a neighbour's home open, as the demo's resident sees it. */
async function picture(options) {
  const context = await browser.newContext({ ...options, locale: "nl-NL" });
  const page = await context.newPage();
  await page.goto(`${demo}/inloggen`);
  await page.getByRole("textbox").fill("bewoner@voorbeeld.test");
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL(/inloggen\/code/);
  const post = await context.newPage();
  const mail = post.getByRole("main").getByRole("link", { name: /^Inloggen/ }).first();
  do await post.goto(`${demo}/postvak`);
  while ((await mail.count()) === 0);
  await mail.click();
  await page.goto(await post.locator('main a[href*="/bevestig/"]').first().getAttribute("href"));
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL(/kaart/);
  await page.locator('main a[href*="huis="]').first().click();
  await page.locator("[data-map=idle]").waitFor();
  await page.waitForTimeout(1000);
  const image = await page.screenshot();
  await context.close();
  return image;
}
