import { press } from "./flows.ts";
import { askForMail, logInByForms, mailWith, newestMail, sendForm, typeCode } from "./mail.ts";
import { makePasskey, removalOf, usePasskey, withDevice } from "./passkey.ts";
import { ordinaryResident, people } from "./people.ts";
import { passSecondStep } from "./second-step.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

// A passkey that is refused is answered with 422, which a browser writes to its console.
test.use({ allowedProblems: [/status of 422/] });

test("a resident makes a passkey, logs out, and logs in with it; without a script it is removed again", async ({ page, browser, watch }, { project }) => {
  const { email } = ordinaryResident(project.name === "phone" ? 9 : 10);
  const device = await withDevice(page);
  await askForMail(page, email);
  await typeCode(page, (await newestMail(page, email)).code);
  await page.waitForURL("/kaart");

  await makePasskey(page, "Mijn telefoon");
  await expect(page.getByText("Je passkey is toegevoegd")).toBeVisible();
  const removal = await removalOf(page, "Mijn telefoon");
  expect(await violations(page), "the list").toEqual([]);
  await mailWith(page, email, /kun je inloggen met een vingerafdruk/);
  await makePasskey(page, "Nog een keer");
  await expect(page.getByRole("alert"), "one per device").toContainText("Op dit apparaat heb je al een passkey");

  await sendForm(page, "/uitloggen", {});
  await page.goto("/inloggen?terug=%2Fmijn-sessies");
  await device.recognises(false);
  await usePasskey(page);
  await expect(page.getByRole("alert").filter({ hasText: "duurde te lang" })).toBeVisible();
  expect(await violations(page), "what went wrong, in words").toEqual([]);
  await device.recognises(true);
  await usePasskey(page);
  await page.waitForURL("/mijn-sessies");
  await expect(page.getByText("met passkey")).toBeVisible();

  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  watch(plain);
  const without = await plain.newPage();
  await without.goto(removal);
  await expect(without.getByText("Met “Mijn telefoon” kun je dan niet meer inloggen")).toBeVisible();
  await press(without, "Haal weg");
  await expect(without.getByText("De passkey is weg.")).toBeVisible();
  await expect(without.getByText("Je hebt nog geen passkey")).toBeVisible();
  await plain.close();

  await sendForm(page, "/uitloggen", {});
  await page.goto("/inloggen");
  await usePasskey(page);
  await expect(page.getByRole("alert").filter({ hasText: "Inloggen met deze passkey lukte niet" })).toBeVisible();
});

test("a moderator, and an official, show a passkey as the second step, and log in with it in one", async ({ page }, { project }) => {
  // One mailbox gets five mails in half an hour, so on each screen it is somebody else.
  const [person, work] = project.name === "phone" ? (["moderator", "/beheer"] as const) : (["gemeente", "/gemeente"] as const);
  await withDevice(page);
  await logInByForms(page, people[person]);
  await passSecondStep(page, person);
  await makePasskey(page, `Werk ${Date.now()}`);
  await expect(page.getByText("Je passkey is toegevoegd")).toBeVisible();
  await sendForm(page, "/uitloggen", {});

  await logInByForms(page, people[person]);
  await page.goto(work);
  await expect(page).toHaveURL(/\/tweede-stap/);
  expect(await violations(page)).toEqual([]);
  await usePasskey(page);
  await page.waitForURL(work);

  await sendForm(page, "/uitloggen", {});
  await page.goto("/inloggen");
  await usePasskey(page);
  await page.waitForURL(work);
  await page.goto("/passkeys");
  for (const link of await page.getByRole("link", { name: /^Haal passkey Werk/ }).all()) await sendForm(page, (await link.getAttribute("href"))!, {});
});

test("where a browser knows no passkeys, nothing points to them on the log-in page, and their own page says so", async ({ page, logInAs }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "PublicKeyCredential"));
  await page.goto("/inloggen");
  await page.waitForLoadState("networkidle");
  await expect(page.getByRole("main").getByRole("button")).toHaveText(["Stuur mij een mail"]);
  await logInAs("bewoner");
  await page.goto("/passkeys");
  await expect(page.getByText(/Dit apparaat of deze browser kan dit niet|Log opnieuw in/).first()).toBeVisible();
});
