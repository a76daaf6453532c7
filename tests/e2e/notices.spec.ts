import { press, tabTo } from "./flows.ts";
import { joinByForms, mailAboutWish, withWish } from "./notices.ts";
import { ordinaryResident } from "./people.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

test.use({ allowedProblems: [/status of 404/] });

test("somebody is told that a neighbour joins their wish, in the app and by mail, and turns that mail off with one POST from elsewhere", async ({ page, anotherBrowser, request }, { project }) => {
  const [owner, joiner] = project.name === "phone" ? [14, 15] : [15, 14];
  const title = `Een bankje op het plein, ${project.name}`;
  const wish = await withWish(page, owner, title);
  const neighbour = await anotherBrowser();
  await joinByForms(neighbour, joiner, wish);

  const mail = await mailAboutWish(neighbour, owner);
  expect(mail.text).toContain("Iemand doet mee met je wens");
  expect(mail.text, "a mail has nobody's words").not.toContain(title);
  const known = ordinaryResident(joiner).displayName;
  if (known) expect(mail.text, "nor their name").not.toContain(known);

  await page.goto("/buurt");
  const bell = page.getByRole("link", { name: /^Berichten, \d+ nieuwe? bericht(en)?$/ }).locator("visible=true");
  await expect(bell).toBeVisible();
  await tabTo(page, bell);
  await page.keyboard.press("Enter");
  await page.waitForURL("/berichten");
  await expect(page.getByRole("heading", { level: 2, name: "Vandaag" })).toBeVisible();
  const line = page.getByRole("main").getByRole("link", { name: new RegExp(title) });
  await expect(line).toContainText("Nieuw");
  expect(await violations(page)).toEqual([]);
  await tabTo(page, page.getByRole("button", { name: "Alles gelezen" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Alles staat op gelezen.");
  await expect(line).not.toContainText("Nieuw");
  await expect(page.getByRole("link", { name: "Berichten", exact: true }).locator("visible=true"), "nothing new at the bell").toBeVisible();

  const path = new URL(mail.found).pathname;
  const elsewhere = { Origin: "https://mail.example", "Sec-Fetch-Site": "cross-site" };
  const opened = await request.get(path);
  expect(opened.status(), "opening the link turns nothing off").toBe(200);
  const oneClick = { form: { "List-Unsubscribe": "One-Click" }, headers: elsewhere };
  expect((await request.post(path, oneClick)).status()).toBe(200);
  expect((await request.post(path, oneClick)).status(), "again is the same").toBe(200);
  expect((await request.post(`${path}x`, oneClick)).status(), "but not with another signature").toBe(404);
  expect((await request.post("/berichten/gelezen", oneClick)).status(), "and nowhere else").toBe(403);

  await page.goto("/instellingen/berichten");
  await expect(page.getByLabel("Als iemand mij antwoordt of iets vraagt")).toHaveValue("nothing");
  await expect(page.getByRole("heading", { name: "Uitgezet met de link in een mail" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("what is told is gone with what it was about", async ({ page, anotherBrowser }, { project }) => {
  const [owner, joiner] = project.name === "phone" ? [5, 13] : [13, 5];
  const title = `Een pluktuin, ${project.name}`;
  const wish = await withWish(page, owner, title);
  const neighbour = await anotherBrowser();
  await joinByForms(neighbour, joiner, wish);
  await expect(async () => {
    await page.goto("/berichten");
    await expect(page.getByRole("main").getByText(title)).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  const told = await page.getByRole("main").getByRole("link", { name: new RegExp(title) }).getAttribute("href");
  expect((await neighbour.request.get(told!)).status(), "nobody else's").toBe(404);
  const line = page.getByRole("main").getByRole("link", { name: new RegExp(title) });
  await expect(line).toContainText("Nieuw");
  await tabTo(page, line);
  await page.keyboard.press("Enter");
  await page.waitForURL(wish);
  await page.goto("/berichten");
  await expect(line, "it was opened, so it is read").not.toContainText("Nieuw");
  await page.goto(`${wish}/intrekking`);
  await press(page, "Haal weg");
  await expect(page.getByRole("status")).toBeVisible();
  await page.goto("/berichten");
  await expect(page.getByRole("main").getByText(title)).toHaveCount(0);
  expect((await page.request.get(told!)).status()).toBe(404);
});

test("mail is chosen with the keyboard alone", async ({ page }, { project }) => {
  await withWish(page, project.name === "phone" ? 11 : 8, `Toetsen, ${project.name}`);
  await page.goto("/instellingen");
  await tabTo(page, page.getByRole("link", { name: /Verander.*Berichten en mail/ }));
  await page.keyboard.press("Enter");
  await page.waitForURL("/instellingen/berichten");
  const announcements = page.getByLabel("Mededelingen voor mijn buurt");
  await expect(announcements, "a weekly digest, until somebody chooses").toHaveValue("weekly");
  await tabTo(page, announcements);
  await page.keyboard.type("Geen");
  await expect(announcements).toHaveValue("nothing");
  const quiet = page.getByLabel(/Geen mail tussen 22.00 en 7.00/);
  await expect(quiet).not.toBeChecked();
  await tabTo(page, quiet);
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Bewaar" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("Bewaard.");
  await expect(announcements).toHaveValue("nothing");
  await expect(quiet).toBeChecked();
});
