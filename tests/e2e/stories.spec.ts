import { choose, press, statusFor } from "./flows.ts";
import { expect, test } from "./test.ts";

test.use({ allowedProblems: [/status of 422/] });

test("a story stands beside its figure for the neighbours, is reported, taken back and put back", async ({ logInAs, anotherBrowser }, { project }) => {
  const owner = await logInAs("bewoner");
  const neighbour = await anotherBrowser("buur");
  const title = `Samen zuiniger, op de ${project.name}`;

  await owner.goto("/buurt/profiel");
  await owner.getByRole("link", { name: /Vertel er iets bij.*Leeftijden/ }).click();
  await expect(owner.getByLabel("Bij welk cijfer hoort het?")).toHaveValue("ages");
  await expect(owner.getByRole("radio", { name: /^Alleen mijn huishouden/ }), "for the own household, until somebody chooses").toBeChecked();
  await choose(owner, /^Mijn buurt/);
  await expect(owner.getByText("die hun adres hebben bevestigd, zien dit verhaal").locator("visible=true"), "who will see it stands there before it is sent").toBeVisible();
  await owner.getByLabel("Waar gaat het over?").fill(title);
  await press(owner, "Deel met mijn buurt");
  await expect(owner.getByRole("alert")).toContainText("Schrijf op wat je wilt vertellen.");
  await expect(owner.getByLabel("Waar gaat het over?"), "what was typed is still there").toHaveValue(title);
  await owner.getByLabel("Vertel het").fill("We hielpen elkaar met kieren dichten.");
  await press(owner, "Deel met mijn buurt");
  await owner.waitForURL(/verhalen\/[\w-]+\?bewaard/);
  const path = new URL(owner.url()).pathname;
  await owner.getByRole("link", { name: "Bekijk het bij de cijfers" }).click();
  await expect(owner.locator("#agenda-ages").getByRole("link", { name: title })).toBeVisible();

  await neighbour.goto("/buurt/profiel");
  await neighbour.locator("#buurtagenda").getByRole("link", { name: title }).click();
  await neighbour.getByRole("link", { name: "Meld dit" }).click();
  await neighbour.getByRole("main").getByLabel(/reclame/i).first().check();
  await press(neighbour, /^(Meld|Verstuur)/);
  await expect(neighbour.getByRole("heading", { name: "Je melding", exact: true })).toBeVisible();

  await owner.goto(path);
  await owner.getByRole("link", { name: "Haal weg" }).click();
  await press(owner, "Haal weg");
  await expect(owner.getByRole("status")).toContainText("Buren zien dit niet meer");
  expect(await statusFor(neighbour, path), "taken back").toBe(404);
  await owner.getByRole("status").getByRole("button", { name: "Zet terug" }).click();
  await expect(owner.getByText("Teruggezet.")).toBeVisible();
  expect(await statusFor(neighbour, path), "put back").toBe(200);
});
