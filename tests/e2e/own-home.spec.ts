import { press } from "./flows.ts";
import { expect, test } from "./test.ts";

test.use({ allowedProblems: [/status of 422/] });
// Each screen has a household of its own: what a household says holds for all of its screens.
const households = { phone: "straatgenoot", laptop: "buur" } as const;

test("a resident says what the register has wrong, is compared with other homes, and takes it back", async ({ logInAs }, { project }) => {
  const page = await logInAs(households[project.name as keyof typeof households]);
  await page.goto("/mijn-huis");
  const main = page.getByRole("main");
  const alike = main.locator("div").filter({ has: page.getByRole("heading", { name: "Huizen zoals het jouwe", exact: true }) }).last();
  const before = await alike.innerText();
  await main.getByRole("link", { name: "Klopt er iets niet?" }).click();
  await expect(main).toContainText(/Het register zegt: \d{4} \(BAG, \d{1,2} \w+ 20\d\d\)/);
  await page.getByLabel(/Bouwjaar/).fill("31");
  await page.getByLabel("Energielabel").selectOption("Mijn huis heeft geen label");
  await press(page, "Bewaar");
  await expect(page.getByRole("alert")).toContainText("zoals 1935");
  await expect(page.getByLabel(/Bouwjaar/), "what was typed is still there").toHaveValue("31");
  await expect(page.getByLabel("Energielabel")).toHaveValue("none");
  await page.getByLabel(/Bouwjaar/).fill("1996");
  await press(page, "Bewaar");
  await expect(page.getByRole("status")).toContainText("Alleen jullie huishouden ziet dit.");
  await expect(main).toContainText(/Bouwjaar\s*1996\s*Volgens jou\. Het register zegt: \d{4}\./);
  await expect(main).toContainText(/Klasse\s*Geen label\s*Volgens jou\./);
  expect(await alike.innerText()).not.toBe(before);

  await press(page, "Weer zoals het register: Bouwjaar");
  await expect(page.getByRole("status")).toContainText("Bouwjaar is weer zoals het register zegt.");
  await press(page, "Weer zoals het register: Energielabel");
  await expect(page.getByRole("status")).toContainText("Energielabel is weer zoals het register zegt.");
  await expect(main).not.toContainText("Volgens jou.");
  expect(await alike.innerText()).toBe(before);
});

test("a resident gets one step with its reasons, puts it aside for the next one, and brings it back", async ({ logInAs }, { project }) => {
  const page = await logInAs(households[project.name as keyof typeof households]);
  await page.goto("/mijn-huis");
  const main = page.getByRole("main");
  const suggested = main.getByRole("heading", { level: 3 }).first();
  const first = await suggested.innerText();
  await main.getByText("Waarom dit?").click();
  const reasons = main.locator("details", { hasText: "Waarom dit?" }).getByRole("listitem");
  await expect(reasons.first()).toContainText("eerst kieren dichten, dan isoleren");
  await expect(reasons.nth(1)).toContainText(/Jouw soort woning: .+ \(afgeleid van de vorm van de gebouwen\)\./);
  await expect(reasons.last()).toContainText("geen advies");
  await press(page, `Niet voor mij: ${first}`);
  await expect(page.getByRole("status")).toContainText(`Opzij gezet: ${first}.`);
  await expect(suggested).not.toHaveText(first);
  await main.getByText("Opzij gezet", { exact: true }).click();
  await press(page, `Zet terug: ${first}`);
  await expect(suggested).toHaveText(first);
  await main.getByRole("link", { name: "Lees er meer over" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(first);
});
