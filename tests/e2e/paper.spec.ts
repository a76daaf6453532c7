import { today } from "../../app/features/roles/role-days.ts";
import { choose, press } from "./flows.ts";
import { logInByForms, mainOf, newestMail, sendForm } from "./mail.ts";
import { contactOfFlat, contactOfStreet, freeHomes, ids } from "./people.ts";
import { printedCode } from "./printed-code.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

// A form that isn't signed is answered with 422, which a browser writes to its console.
test.use({ allowedProblems: [/status of 422/] });

test("a contact person types a wish that a neighbour signed on paper, and the neighbour takes it over with the code of a letter", async ({ page, anotherBrowser }, { project }) => {
  test.setTimeout(180_000);
  // On each screen another helper, because one helps one at a time.
  const phone = project.name === "phone";
  const helper = phone ? contactOfStreet : contactOfFlat;
  const unit = phone ? freeHomes().find((home) => home.unit.street === helper.unit.street)!.unit : helper.building.units.find((each) => each !== helper.unit)!;
  const address = new RegExp(`^${unit.street} ${unit.number}${unit.letter ?? ""}`);
  const title = `Een fietsenrek bij de ${phone ? "hoek" : "ingang"}`;
  await logInByForms(page, helper.people[0].email);
  await page.goto("/meer");
  await page.getByRole("main").getByRole("link", { name: /Iemand helpen op papier|Help/ }).first().click();
  await expect(page).toHaveURL(/\/helpen$/);
  expect(await violations(page)).toEqual([]);
  await page.goto(`/helpen/nieuw?adres=${ids.unit(unit)}`);
  await choose(page, "Nee, dit is de eerste keer");
  await page.getByLabel("Datum op het formulier").fill("2020-01-01");
  await press(page, "Begin");
  await expect(page.getByRole("alert")).toContainText("Zonder handtekening");
  await page.getByLabel("Datum op het formulier").fill(today());
  await choose(page, /^Het formulier is ondertekend/);
  expect(await violations(page)).toEqual([]);
  await press(page, "Begin");
  await expect(page.getByText(/Je vult dit in namens iemand op/)).toBeVisible();

  await page.getByRole("link", { name: "Een wens voor de buurt" }).click();
  await page.locator("[name=title]").fill(title);
  await choose(page, /^Mijn buurt/);
  expect(await violations(page)).toEqual([]);
  await press(page, "Vul in");
  await expect(page.getByRole("main").getByText(title)).toBeVisible();
  await page.getByRole("link", { name: "Klaar: bekijk de bevestiging" }).click();
  await expect(page.getByRole("main")).toContainText("Per post krijg je een brief met een code");
  await expect(page.getByRole("main")).toContainText(title);
  expect(await violations(page)).toEqual([]);
  await press(page, "Stop en sluit af");
  await expect(page).toHaveURL(/\/helpen/);
  expect(await mainOf(page, "/helpen"), "between sessions a helper sees nothing").not.toContain(title);

  const moderator = await anotherBrowser("moderator");
  const lines = await mainOf(moderator, "/beheer/brieven");
  const [line] = new RegExp(`${unit.street} ${unit.number}(?!\\d)${unit.letter ?? ""}[^,<]*`).exec(lines) ?? [];
  expect(line, "the letter waits to be printed").toBeTruthy();
  const code = await printedCode(moderator, helper.neighbourhoodCode, line!);

  const neighbour = await anotherBrowser();
  const mailbox = `van-papier-${project.name}-${Date.now()}@voorbeeld.test`;
  await sendForm(neighbour, `/meedoen/mail?adres=${ids.unit(unit)}`, { email: mailbox, leeftijd: "ja" });
  await sendForm(neighbour, `/meedoen/mail/code?adres=${ids.unit(unit)}`, { code: (await newestMail(moderator, mailbox)).code });
  await neighbour.goto("/meedoen/manier");
  await choose(neighbour, /^Ik heb een brief met een code/);
  await press(neighbour, "Verder");
  await neighbour.getByLabel("Code uit de brief").fill(code);
  await press(neighbour, "Ik woon hier");
  await expect(neighbour).toHaveURL(/\/welkom$/);
  await expect(neighbour.getByRole("main")).toContainText(address.source.slice(1));
  expect(await mainOf(neighbour, "/mijn-huis"), "the wish is theirs").toContain(title);
  await neighbour.goto("/toestemmingen");
  await expect(neighbour.getByRole("heading", { name: "Voor jou ingevuld op papier" })).toBeVisible();
  expect(await violations(neighbour)).toEqual([]);
});
