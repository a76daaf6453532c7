import { readFiguresByKeyboard } from "./reading-figures.ts";
import { freshen, withFreshStep } from "./second-step.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

// One after the other: a release that is published changes what the others read.
test.describe.configure({ mode: "default" });

// A quarter has one preparation per neighbourhood, so each kind of browser has a neighbourhood of its own.
const places = { phone: { area: "BU99010101", name: "Hofkwartier", by: "bewoner" }, laptop: { area: "BU99010102", name: "Spoorzicht", by: "overbuur" } } as const;

test("figures are prepared by one, published by another, and are the same for residents, officials and in the file", async ({ logInAs, anotherBrowser }, { project }) => {
  test.setTimeout(180_000);
  const { area, name, by } = places[project.name as keyof typeof places];
  const first = await logInAs("moderator");
  await withFreshStep(first, "/beheer/cijfers");
  const prepare = first.locator("form").filter({ has: first.locator(`input[name=gebied][value=${area}]`) }).getByRole("button");
  // Another test may have prepared it as the same moderator.
  if (await prepare.count()) {
    await prepare.focus();
    await first.keyboard.press("Enter");
  } else await first.getByRole("main").getByRole("link", { name: new RegExp(`^Bekijk.*${name}`) }).click();
  await expect(first.getByText("Dit is precies wat er openbaar wordt.")).toBeVisible({ timeout: 90_000 });
  await expect(first.getByText("Een andere beheerder moet ze bekijken en publiceren.")).toBeVisible();
  await expect(first.getByRole("button", { name: "Publiceer deze cijfers" })).toHaveCount(0);
  expect(await violations(first)).toEqual([]);
  const path = new URL(first.url()).pathname;
  const preview = first.getByRole("region", { name: topicNow });
  await preview.getByText("Laat de tabel zien").click();
  const previewed = await preview.getByRole("table").innerText();
  await first.goto("/beheer/cijfers");
  await expect(first.locator(`input[name=gebied][value=${area}]`), "once in a quarter").toHaveCount(0);

  const second = await anotherBrowser("secondModerator");
  await withFreshStep(second, path, "secondModerator");
  await second.getByRole("button", { name: "Publiceer deze cijfers" }).click();
  await expect(second.getByRole("status").filter({ hasText: "De cijfers zijn gepubliceerd." })).toBeVisible();

  const resident = await anotherBrowser(by);
  await resident.goto("/buurt");
  await resident.getByRole("link", { name: /^Cijfers van de buurt/ }).click();
  const wishes = resident.getByRole("region", { name: topicNow });
  await wishes.getByText("Laat de tabel zien").click();
  await expect(wishes.getByRole("table")).toBeVisible();
  const shown = await wishes.getByRole("table").innerText();
  expect(shown, "what was previewed is what is public").toBe(previewed);
  const file = await resident.request.get(`/cijfers/data/${area}.csv?tabel=${topicKey}`);
  const lines = (await file.text()).trim().split("\r\n").slice(1).map((line) => line.split(";").map((cell) => cell.replaceAll('"', "")));
  const newest = lines.filter((cells) => cells[3] === lines.at(-1)![3]);
  const rows = await wishes.getByRole("table").locator("tbody tr").allInnerTexts();
  expect(rows.map((row) => row.split("\t").map((cell) => cell.trim()))).toEqual(newest.map((cells) => [cells[10]!, cells[11]!]));
  const asJson = (await (await resident.request.get(`/cijfers/data/${area}.json?tabel=${topicKey}`)).json()) as { quarter: string; cell_name: string; shown: string }[];
  expect(asJson.filter(({ quarter }) => quarter === asJson.at(-1)!.quarter).map((line) => [line.cell_name, line.shown])).toEqual(newest.map((cells) => [cells[10]!, cells[11]!]));
  expect(await violations(resident)).toEqual([]);

  const official = await anotherBrowser("gemeente");
  await freshen(official, "/gemeente/rollen", "gemeente");
  await official.goto(`/cijfers?buurt=${area}`);
  const same = official.getByRole("region", { name: topicNow });
  await same.getByText("Laat de tabel zien").click();
  expect(await same.getByRole("table").innerText()).toBe(shown);
  for (const desk of ["/beheer/cijfers", path, "/buurt", "/mijn-huis"]) expect((await official.request.get(desk, { maxRedirects: 0 })).status(), desk).not.toBe(200);
});

test("an official reads the map, its table and the figures of a neighbourhood beside another with the keyboard, and every file says what its page says", async ({ logInAs }) => {
  const official = await logInAs("gemeente");
  await freshen(official, "/gemeente/rollen", "gemeente");
  await readFiguresByKeyboard(official);
  expect(await violations(official)).toEqual([]);
  await official.goto("/gemeente");
  expect(await violations(official)).toEqual([]);
});

test("an official promises something, tells that it will be later, and residents read both", async ({ logInAs, anotherBrowser }, { project }) => {
  const official = await logInAs("gemeente");
  await freshen(official, "/gemeente/rollen", "gemeente");
  const title = `Fietsnietjes op het plein, ${project.name}`;
  await official.goto("/gemeente/toezeggingen/nieuw");
  await official.getByLabel("Voor welke buurt?").selectOption("BU99010101");
  await official.getByLabel("Onderwerp").fill(title);
  await official.getByRole("radio", { name: /^Een toezegging/ }).check();
  await official.getByLabel("Tekst").fill("We zetten er twintig neer.");
  await official.getByRole("button", { name: "Plaats voor de hele buurt" }).click();
  await expect(official.getByRole("alert")).toContainText("Kies een dag na vandaag.");
  await expect(official.getByLabel("Onderwerp"), "what was typed is still there").toHaveValue(title);
  await official.getByLabel(/^Klaar op/).fill("2098-05-01");
  await official.getByRole("button", { name: "Plaats voor de hele buurt" }).click();
  await official.getByRole("listitem").filter({ hasText: title }).getByRole("link", { name: /Hoe staat het ermee/ }).click();
  await official.getByRole("radio", { name: "Het wordt later" }).check();
  await official.getByLabel("Leg uit").fill("De nietjes zijn nog niet geleverd.");
  await official.getByLabel(/^Nieuwe dag/).fill("2098-07-01");
  await official.getByRole("button", { name: "Laat het de buurt weten" }).click();
  await expect(official.getByText("Opgeslagen.")).toBeVisible();

  const resident = await anotherBrowser("bewoner");
  await resident.goto("/cijfers");
  const told = resident.getByRole("listitem").filter({ hasText: title });
  await expect(told).toContainText("Was beloofd voor 1 mei 2098, nieuwe dag 1 juli 2098");
  await expect(told, "a day that is to come isn't late").not.toContainText("Te laat");
  await expect(told).toContainText("De nietjes zijn nog niet geleverd.");
});

test.use({ allowedProblems: [/status of 422/] });

/** What the release of this quarter is about. */
const turn = Math.floor(new Date().getMonth() / 3);
const topicKey = ["conversion", "insulation", "installations", "wishes"][turn]!;
const topicNow = ["Van benaderd naar gedaan", "Gedaan: isoleren", "Gedaan: verwarmen, stroom en groen", "Wensen voor het eigen huis"][turn]!;
