import { press, statusFor, tabTo } from "./flows.ts";
import { askFromWhatIsKnown, expectKnown } from "./knowing.ts";
import { expect, test } from "./test.ts";

test("what neighbours know of a measure is read, and what is missing is asked there; another neighbourhood reads nothing of it", async ({ logInAs, anotherBrowser }, { project }) => {
  const page = await logInAs("buur");
  const title = `Hoe lang gaat een batterij mee op de ${project.name}?`;
  const path = await askFromWhatIsKnown(page, title);
  // The question leads back to what is known.
  await page.getByRole("main").getByRole("link", { name: "Thuisbatterij" }).click();
  await page.waitForURL(/\/weten\/home_battery$/);
  await expectKnown(page, title, true);
  await expectKnown(await anotherBrowser("bewoner"), title, true);
  const elsewhere = await anotherBrowser("overbuur");
  await expectKnown(elsewhere, title, false);
  await expect(elsewhere.getByRole("main")).toContainText("Nog niemand zocht hier iets over uit.");
  await page.goto(`${path}/intrekking`);
  await press(page, "Haal weg");
  await expect(page.getByRole("status").getByRole("button", { name: "Zet terug" })).toBeVisible();
  await expectKnown(await anotherBrowser("bewoner"), title, false);
});

test("homes like mine go first, and the parts of the page are jumped to by keyboard", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto("/weten/solar_panels");
  const main = page.getByRole("main");
  const found = page.getByRole("region", { name: "Wat is er uitgezocht?" });
  await expect(found.getByRole("article").first()).toContainText("Voor huizen zoals het jouwe");
  await expect(found.getByRole("article").first()).toContainText(/Bron\s*Legplan van twee installateurs/);
  await expect(found.getByRole("article").filter({ hasText: "Klopt dit nog?" })).toContainText("Zeg het bij de vraag.");
  await tabTo(page, main.getByRole("link", { name: /koploper/ }).first());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#vragen-aan$/);
  await expect(page.getByRole("heading", { name: "Wie mag je het vragen?" })).toBeInViewport();
  // From there the keyboard goes on in that part.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("region", { name: "Wie mag je het vragen?" }).getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/koplopers\/[\w-]{36}$/);
});

test("each way in leads to what neighbours know, and a kind that does not exist is not found", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  const main = page.getByRole("main");
  for (const [from, link, to] of [
    ["/mijn-huis", "Wat buren weten, per maatregel", "/weten"],
    ["/mijn-huis/maatregelen", "Wat buren weten, per maatregel", "/weten"],
    ["/vragen?soort=glazing", "Isolatieglas: wat buren hierover weten", "/weten/glazing"],
    ["/mijn-huis/maatregel/glazing", /^Wat buren hierover weten/, "/weten/glazing"],
  ] as const) {
    await page.goto(from);
    await main.getByRole("link", { name: link }).click();
    await page.waitForURL((url) => url.pathname === to);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(to === "/weten" ? "Wat buren weten" : "Isolatieglas");
  }
  expect(await statusFor(page, "/weten/kernenergie")).toBe(404);
});
