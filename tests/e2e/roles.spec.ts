import { TOTP } from "otpauth";
import { dayAfter } from "../../app/features/roles/role-days.ts";
import { press } from "./flows.ts";
import { mailWith } from "./mail.ts";
import { withFreshStep } from "./second-step.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

test.use({ allowedProblems: [/status of (404|422)/] });

test("a moderator invites another, who says yes, sets up a second step and moderates until that is ended", async ({ page, logInAs, anotherBrowser }, { project }) => {
  test.setTimeout(180_000);
  const email = `nieuwe-beheerder-${project.name}-${Date.now()}@voorbeeld.test`;
  await logInAs("moderator");
  await withFreshStep(page, "/beheer/rollen");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Nodig iemand uit" }).click();
  await page.getByRole("link", { name: "Kies beheerder" }).click();
  await page.getByLabel("Buurt", { exact: true }).selectOption("BU99010101");
  await page.getByLabel("Mailadres").fill("geen adres");
  await page.getByLabel("Laatste dag").fill(dayAfter({ years: 3 }));
  await press(page, "Stuur de uitnodiging");
  await expect(page.getByRole("alert")).toContainText("hooguit twee jaar");
  await expect(page.getByLabel("Mailadres"), "what was typed is still there").toHaveValue("geen adres");
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Mailadres").fill(email);
  await page.getByLabel("Laatste dag").fill(dayAfter({ years: 1 }));
  await press(page, "Stuur de uitnodiging");
  await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText("beheerder van");

  const { found } = await mailWith(page, email, /https?:\/\/[^\s"<]+\/rol\/[\w-]+/);
  const theirs = await anotherBrowser();
  await theirs.goto(found);
  await expect(theirs).toHaveURL(/\/rol$/);
  await expect(theirs.getByRole("heading", { name: "Wil je beheerder worden?" })).toBeVisible();
  expect(await violations(theirs)).toEqual([]);
  await press(theirs, "Ja, dat wil ik");
  await expect(theirs.getByRole("alert")).toContainText("vanaf 16 jaar");
  await theirs.getByLabel("Ik ben 16 jaar of ouder").check();
  await press(theirs, "Ja, dat wil ik");
  await theirs.waitForURL(/\/tweede-stap\/instellen/);
  const secret = (await theirs.locator("p.font-mono").innerText()).replaceAll(/\s/g, "");
  await theirs.getByRole("main").getByRole("textbox").fill(new TOTP({ secret }).generate());
  await theirs.getByRole("main").getByRole("button").click();
  await theirs.waitForURL(/herstelcodes/);
  await theirs.goto("/beheer/rollen");
  await expect(theirs.getByRole("heading", { name: new RegExp(`${email}.*jij`) })).toBeVisible();

  // The second step of who invites may have grown old meanwhile.
  await withFreshStep(page, "/beheer/rollen");
  await page.getByRole("link", { name: new RegExp(`Beëindig.*${email}`) }).click();
  expect(await violations(page)).toEqual([]);
  await press(page, "Ja, beëindig deze rol");
  await expect(page.getByText("De rol is beëindigd.")).toBeVisible();
  expect((await theirs.goto("/beheer"))!.status(), "it works no longer, from the next page on").toBe(404);
  await mailWith(page, email, /Een rol die je had bij Buurhof is net beëindigd/);
});
