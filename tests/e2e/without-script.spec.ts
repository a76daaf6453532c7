import { chooseAudience, press, choose, shareMeasure, statusFor } from "./flows.ts";
import { askForMail, newestMail } from "./mail.ts";
import { ordinaryResident } from "./people.ts";
import { expect, test } from "./test.ts";

// Runs with JavaScript switched off: everything that is a form or a list works by the server alone.
// What is filled in wrongly is answered with 422, which a browser writes to its console.
test.use({ allowedProblems: [/status of 422/] });

test("logging in with the link, and out again", async ({ page }) => {
  const { email } = ordinaryResident(4);
  await askForMail(page, email);
  await page.goto((await newestMail(page, email)).link);
  await press(page, "Ja, log mij in");
  await page.goto("/uitloggen");
  await press(page, "Uitloggen");
  await page.goto("/mijn-huis");
  await expect(page).toHaveURL(/\/inloggen/);
});

test("sharing a measure, changing who sees it, taking it back and putting it back", async ({ logInAs, anotherBrowser }) => {
  const owner = await logInAs("straatgenoot");
  const neighbour = await anotherBrowser("buur");
  const experience = "Zonder script gaat het ook.";
  const path = await shareMeasure(owner, { kind: "Laadpaal", experience, audience: /^Mijn straat/ });
  expect(await statusFor(neighbour, path)).toBe(404);
  await owner.getByRole("link", { name: "Kies wie dit ziet" }).click();
  await chooseAudience(owner, /^Mijn buurt/);
  await neighbour.goto(path);
  await expect(neighbour.getByText(experience)).toBeVisible();
  await owner.getByRole("link", { name: "Haal weg" }).click();
  await press(owner, "Haal weg");
  expect(await statusFor(neighbour, path)).toBe(404);
  await owner.getByRole("status").getByRole("button", { name: "Zet terug" }).click();
  expect(await statusFor(neighbour, path)).toBe(200);

  await neighbour.goto(`${path}/melden`);
  await choose(neighbour, /reclame/i);
  await press(neighbour, /^(Meld|Verstuur)/);
  await expect(neighbour.getByRole("heading", { name: "Je melding", exact: true })).toBeVisible();
});

test("a wish for the neighbourhood is made by one and joined by another", async ({ logInAs, anotherBrowser }) => {
  const owner = await logInAs("bewoner");
  await owner.goto("/wensen/nieuw?voor=buurt");
  await owner.getByLabel("Wat droom je voor de buurt?").fill("Een bankje bij het water");
  await press(owner, "Bewaar en ga verder");
  await chooseAudience(owner, /^Mijn buurt/);
  const neighbour = await anotherBrowser("buur");
  await neighbour.goto(new URL(owner.url()).pathname);
  await press(neighbour, "Ik doe mee");
  await expect(neighbour.getByText("1 huishouden doet mee")).toBeVisible();
});
