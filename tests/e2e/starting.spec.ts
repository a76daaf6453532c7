import { expect, test } from "./test.ts";

test("a page comes to life, whatever is tapped and typed while it does", async ({ page }) => {
  await page.addInitScript(() => {
    // A message comes back before the next thing the browser does: keys and taps in every moment in which the page starts.
    const { port1, port2 } = new MessageChannel();
    let busy = true;
    port1.onmessage = () => {
      const main = document.querySelector("main");
      for (const happening of [new KeyboardEvent("keydown", { key: "Tab", bubbles: true }), new PointerEvent("pointerdown", { bubbles: true }), new MouseEvent("click", { bubbles: true })]) main?.dispatchEvent(happening);
      if (busy) port2.postMessage(0);
      else Object.assign(window, { calm: true });
    };
    port2.postMessage(0);
    window.addEventListener("load", () => setTimeout(() => (busy = false), 1000));
  });
  await page.goto("/inloggen");
  // What a page keeps is gone when the browser loads the next one anew, and still there when the site itself shows it.
  await page.evaluate(() => Object.assign(window, { kept: true }));
  await page.waitForFunction(() => "calm" in window);
  await page.getByRole("link", { name: "Buurhof" }).first().click();
  await expect(page).toHaveURL("/");
  expect(await page.evaluate(() => "kept" in window)).toBe(true);
});

test("a connection may rest longer than a proxy keeps one, so that the proxy is the one who closes it", async ({ request }) => {
  const answered = await request.get("/over");
  expect(answered.headers()["keep-alive"]).toBe("timeout=65");
});
