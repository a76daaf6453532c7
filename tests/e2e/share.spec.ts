import { chooseAudience, shareMeasure, statusFor } from "./flows.ts";
import { homes } from "./people.ts";
import { expect, test } from "./test.ts";

const kinds: Record<string, string> = { phone: "Groen dak", laptop: "Zonneboiler" };

test("a measure is seen by whom it is shared with, is gone at the next load when taken back, and comes back with one press", async ({ logInAs, anotherBrowser }, { project }) => {
  const owner = await logInAs("bewoner");
  const sameStreet = await anotherBrowser("straatgenoot");
  const otherStreet = await anotherBrowser("buur");
  const experience = `Een proef op de ${project.name}: het duurde twee dagen.`;

  const path = await shareMeasure(owner, { kind: kinds[project.name]!, experience, audience: /^Mijn straat/ });
  await expect(owner.getByRole("status")).toContainText(homes.bewoner.unit.street);
  await sameStreet.goto(path);
  await expect(sameStreet.getByText(experience)).toBeVisible();
  expect(await statusFor(otherStreet, path), "another street").toBe(404);

  await owner.getByRole("link", { name: "Kies wie dit ziet" }).click();
  await chooseAudience(owner, /^Mijn buurt/);
  await otherStreet.goto(path);
  await expect(otherStreet.getByText(experience)).toBeVisible();
  await otherStreet.goto("/buurt");
  await expect(otherStreet.getByText(experience, { exact: false })).toBeVisible();

  await owner.getByRole("link", { name: "Haal weg" }).click();
  await owner.getByRole("button", { name: "Haal weg" }).click();
  await expect(owner.getByRole("status")).toContainText("Buren zien dit niet meer");
  expect(await statusFor(otherStreet, path), "taken back").toBe(404);
  await otherStreet.reload();
  await expect(otherStreet.getByText(experience, { exact: false })).toHaveCount(0);

  await owner.getByRole("status").getByRole("button", { name: "Zet terug" }).click();
  await expect(owner.getByText("Teruggezet.")).toBeVisible();
  await otherStreet.goto(path);
  await expect(otherStreet.getByText(experience)).toBeVisible();
});

test("what a household keeps for itself is the same 404 as what does not exist", async ({ logInAs, anotherBrowser }) => {
  const owner = await logInAs("bewoner");
  await owner.goto("/mijn-huis");
  const path = (await owner.getByRole("main").locator("a", { hasText: "Kieren dichten" }).first().getAttribute("href"))!;
  const foreign = await anotherBrowser("overbuur");
  const body = async (of: string) => {
    const response = await foreign.request.get(of);
    return { status: response.status(), text: (await response.text()).replaceAll(/nonce="[^"]*"|"nonce","[^"]*"/g, "").replaceAll(of, "") };
  };
  const missing = await body("/maatregelen/00000000-0000-4000-8000-000000000000");
  expect(missing.status).toBe(404);
  expect(await body(path)).toEqual(missing);
  for (const page of ["wijzigen", "ervaring", "publiek", "intrekking", "melden"]) expect(await statusFor(foreign, `${path}/${page}`), page).toBe(404);
});

test("a wish for the neighbourhood is joined, and left again", async ({ logInAs, anotherBrowser }, { project }) => {
  const me = project.name === "phone" ? "straatgenoot" : "buur";
  const page = await logInAs(me);
  await page.goto("/buurt");
  await page.getByRole("link").filter({ hasText: /huishoudens? do(et|en) mee/ }).filter({ hasNotText: "Je doet mee" }).first().click();
  await page.getByRole("button", { name: "Ik doe mee" }).click();
  await expect(page.getByText("Je doet mee. Wie deze wens ziet, ziet dat nu.")).toBeVisible();
  const neighbour = await anotherBrowser("bewoner");
  await neighbour.goto(new URL(page.url()).pathname);
  const joined = neighbour.getByRole("listitem").filter({ hasText: homes[me].people[0].displayName ?? `emand uit de ${homes[me].unit.street}` });
  await expect(joined.first()).toBeVisible();
  const before = await joined.count();
  await page.getByRole("button", { name: "Stop met meedoen" }).click();
  await expect(page.getByText("Je doet niet meer mee.")).toBeVisible();
  await neighbour.reload();
  await expect(joined).toHaveCount(before - 1);
});
