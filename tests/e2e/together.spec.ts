import { choose, press, statusFor } from "./flows.ts";
import { logInByForms } from "./mail.ts";
import { inFlatTogether } from "./people.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

// A form that is sent incomplete.
test.use({ allowedProblems: [/status of 422/] });

test("three households ask their landlord something; the landlord answers, sees nothing else, and they read the answer", async ({ page: first, anotherBrowser }, { project }) => {
  const asked = `Mag er een laadpunt komen? Gevraagd op de ${project.name}.`;
  const answered = `Ja, dat doen we. Voor de ${project.name}.`;
  await logInByForms(first, inFlatTogether(1).email);
  const [second, third, manager] = [await anotherBrowser(), await anotherBrowser(), await anotherBrowser("manager")];
  await logInByForms(second, inFlatTogether(2).email);
  await logInByForms(third, inFlatTogether(3).email);

  await first.goto("/mijn-huis");
  await first.getByRole("link", { name: "Vraag het samen aan je verhuurder of VvE" }).click();
  await first.getByRole("link", { name: "Begin een verzoek" }).click();
  await press(first, "Begin dit verzoek");
  await expect(first.getByRole("alert")).toContainText("Kies waar het over gaat.");
  expect(await violations(first)).toEqual([]);
  await first.getByLabel("Waar gaat het over?").selectOption("charging_point");
  await first.getByLabel("Wat vragen jullie?").fill(asked);
  await press(first, "Begin dit verzoek");
  await expect(first.getByRole("main").getByText("nog 2 nodig")).toBeVisible();
  const path = new URL(first.url()).pathname;
  expect(await violations(first)).toEqual([]);

  await second.goto(path);
  await press(second, "Ik doe mee");
  await expect(second.getByRole("main").getByText("nog 1 nodig")).toBeVisible();
  await manager.goto("/begin");
  await expect(manager).toHaveURL(/\/verzoeken-aan-mij$/);
  const mine = path.replace("/verzoeken/", "/verzoeken-aan-mij/");
  expect(await statusFor(manager, mine), "not before the third").toBe(404);
  await third.goto(path);
  await press(third, "Ik doe mee");
  await expect(third.getByRole("main").getByText("3 huishoudens doen mee")).toBeVisible();

  await manager.goto(mine);
  await expect(manager.getByText(asked)).toBeVisible();
  expect(await violations(manager)).toEqual([]);
  await choose(manager, /^Ja, en wanneer/);
  await press(manager, "Geef dit antwoord");
  await expect(manager.getByRole("alert")).toContainText("Kies een dag.");
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await manager.getByLabel("Welke dag?").fill(day);
  await manager.getByLabel("Uitleg").fill(answered);
  await press(manager, "Geef dit antwoord");
  await expect(manager.getByText("Je antwoord staat er.")).toBeVisible();
  for (const page of ["/buurt", "/kaart", "/mijn-huis"]) {
    await manager.goto(page);
    await expect(manager, "a manager has no feed").toHaveURL(/\/verzoeken-aan-mij$/);
  }

  await second.reload();
  await expect(second.getByText(answered)).toBeVisible();
  expect(await violations(second)).toEqual([]);

  await first.goto(path);
  await press(first, "Trek het verzoek in");
  await expect(first.getByRole("status")).toContainText("Het verzoek is ingetrokken.");
  expect([await statusFor(second, path), await statusFor(manager, mine)]).toEqual([404, 404]);
  await first.getByRole("status").getByRole("button", { name: "Zet terug" }).click();
  await expect(first.getByText("Het verzoek staat er weer.")).toBeVisible();
  expect([await statusFor(second, path), await statusFor(manager, mine)]).toEqual([200, 200]);
});

test("a request is reported and hidden with reasons, which who started it reads; lifted, the building sees it again", async ({ logInAs, anotherBrowser }, { project }) => {
  const asked = `Mag het dak groen worden? Gevraagd op de ${project.name}.`;
  const reason = "Dit is kwetsend voor wie het gebouw beheert.";
  const owner = await logInAs("asksTogether");
  await owner.goto("/verzoeken/nieuw");
  await owner.getByLabel("Waar gaat het over?").selectOption("green_roof");
  await owner.getByLabel("Wat vragen jullie?").fill(asked);
  await press(owner, "Begin dit verzoek");
  await expect(owner.getByRole("main").getByText("nog 2 nodig")).toBeVisible();
  await expect(owner.getByRole("link", { name: "Meld dit" }), "one's own").toHaveCount(0);
  const path = new URL(owner.url()).pathname;
  expect(await statusFor(owner, `${path}/melden`)).toBe(404);

  const neighbour = await anotherBrowser("asksAlong");
  await neighbour.goto(path);
  await neighbour.getByRole("link", { name: "Meld dit" }).click();
  await neighbour.waitForURL(/\/melden$/);
  expect(await violations(neighbour)).toEqual([]);
  await choose(neighbour, /kwetsend/);
  await press(neighbour, "Verstuur melding");
  await expect(neighbour.getByText("Een verzoek van bewoners van je gebouw")).toBeVisible();
  const receipt = (await neighbour.locator("dd .font-mono").textContent())!;

  const moderator = await anotherBrowser("moderator");
  await moderator.goto("/beheer/meldingen");
  await moderator.getByRole("link", { name: `Bekijk de melding ${receipt}` }).click();
  await moderator.waitForURL(/\/beheer\/meldingen\/./);
  await expect(moderator.getByText("een verzoek van bewoners samen")).toBeVisible();
  const reportPath = new URL(moderator.url()).pathname;
  await moderator.getByRole("link", { name: "Verbergen, met reden" }).click();
  await expect(moderator.getByText("Dit kan niet worden aangepast.")).toBeVisible();
  expect(await violations(moderator)).toEqual([]);
  await moderator.getByLabel("Wat is er mis").fill(reason);
  await press(moderator, "Verberg dit");
  await expect(moderator.getByText("Het is verborgen. Wie het deelde en wie het meldde krijgen bericht.")).toBeVisible();
  expect([await statusFor(neighbour, path), await statusFor(owner, path)]).toEqual([404, 200]);

  await owner.goto(path);
  await expect(owner.getByText("Een beheerder heeft dit verzoek verborgen.")).toBeVisible();
  expect(await violations(owner)).toEqual([]);
  await owner.getByRole("link", { name: "Lees waarom, en maak bezwaar" }).click();
  for (const part of [reason, "Een verzoek dat jullie samen met buren doen", "Voorgoed", "Dat kan één keer, tot en met"]) await expect(owner.getByRole("main").getByText(part)).toBeVisible();
  expect(await violations(owner)).toEqual([]);
  await owner.getByRole("link", { name: "Bekijk het verzoek" }).click();
  await expect(owner.getByText(asked)).toBeVisible();

  await moderator.goto(reportPath);
  await press(moderator, "Maak weer zichtbaar");
  await expect(moderator.getByText("Het is weer zichtbaar")).toBeVisible();
  expect(await statusFor(neighbour, path)).toBe(200);
});
