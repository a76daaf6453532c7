import { choose, press, shareMeasure, statusFor, tabTo } from "./flows.ts";
import { mailWith } from "./mail.ts";
import { homes } from "./people.ts";
import { freshen } from "./second-step.ts";
import { expect, test } from "./test.ts";

test.use({ allowedProblems: [/status of 422/] });

const kinds: Record<string, string> = { phone: "Vloerverwarming", laptop: "Zonwering" };
const reason = "Op de foto staat het kenteken van een ander.";
const objection = "Dat is ons eigen kenteken, en wij vinden het goed.";
const answer = "De auto is van het huishouden zelf, dus dit mag.";

test("what was hidden with reasons comes back after an objection that another moderator decides, and everybody is told", async ({ logInAs, anotherBrowser }, { project }) => {
  // A second step that grew old is asked again, and waits for the next code.
  test.setTimeout(180_000);
  const owner = await logInAs("straatgenoot");
  const reporter = await anotherBrowser("flatbewoner");
  const experience = `Over bezwaar, op de ${project.name}.`;
  const path = await shareMeasure(owner, { kind: kinds[project.name]!, experience, audience: /^Mijn buurt/ });

  await reporter.goto(`${path}/melden`);
  await choose(reporter, /gegevens van iemand anders/);
  await press(reporter, "Verstuur melding");
  const receipt = (await reporter.locator("dd .font-mono").textContent())!;
  const receiptPath = new URL(reporter.url()).pathname;

  const first = await anotherBrowser("moderator");
  await first.goto("/beheer/meldingen");
  await first.getByRole("link", { name: `Bekijk de melding ${receipt}` }).click();
  await first.waitForURL(/\/beheer\/meldingen\/./);
  const reportPath = new URL(first.url()).pathname;
  await first.getByRole("link", { name: "Verbergen, met reden" }).click();
  await first.getByLabel("Wat is er mis").fill(reason);
  await press(first, "Verberg dit");
  await expect(first.getByText("Het is verborgen. Wie het deelde en wie het meldde krijgen bericht.")).toBeVisible();
  expect(await statusFor(reporter, path)).toBe(404);

  await reporter.goto(receiptPath);
  const seen = reporter.getByRole("main");
  await expect(seen.getByText("Verborgen: buren zien het niet meer.")).toBeVisible();
  await expect(seen.getByText("1. Deel geen gegevens of foto's van een ander")).toBeVisible();
  await expect(seen.getByText(reason), "what is between moderator and household").toHaveCount(0);

  const { text } = await mailWith(first, homes.straatgenoot.people[0].email, /Iets wat jij deelde is verborgen/);
  expect(text).not.toContain(reason);
  await owner.goto("/mijn-huis");
  await owner.getByRole("link", { name: new RegExp(`^Lees het hele besluit.*${kinds[project.name]}`) }).click();
  for (const part of ["Buren zien dit niet meer", "Tot je het hebt aangepast", "1. Deel geen gegevens", reason, "Een mens keek en besloot", "Dat kan één keer, tot en met"]) {
    await expect(owner.getByRole("main").getByText(part)).toBeVisible();
  }

  // The objection with the keyboard alone.
  await tabTo(owner, owner.getByRole("main").getByRole("link", { name: "Maak bezwaar" }));
  await owner.keyboard.press("Enter");
  await owner.waitForURL(/\/bezwaar$/);
  await tabTo(owner, owner.getByLabel("Waarom ben je het er niet mee eens?"));
  await owner.keyboard.type("kort");
  await tabTo(owner, owner.getByRole("button", { name: "Verstuur mijn bezwaar" }));
  await owner.keyboard.press("Enter");
  await expect(owner.getByRole("alert")).toContainText("ten minste 10 tekens");
  await expect(owner.getByLabel("Waarom ben je het er niet mee eens?"), "what was typed is still there").toHaveValue("kort");
  await tabTo(owner, owner.getByLabel("Waarom ben je het er niet mee eens?"));
  await owner.keyboard.press("Control+a");
  await owner.keyboard.type(objection);
  await tabTo(owner, owner.getByRole("button", { name: "Verstuur mijn bezwaar" }));
  await owner.keyboard.press("Enter");
  await expect(owner.getByText("Een andere beheerder moet er nog naar kijken.")).toBeVisible();
  await expect(owner.getByRole("link", { name: "Maak bezwaar" })).toHaveCount(0);

  await first.goto("/beheer/meldingen");
  await expect(first.getByRole("listitem").filter({ hasText: "Jij nam het eerste besluit" }).first()).toBeVisible();
  await first.goto(reportPath);
  await expect(first.getByRole("button", { name: "Maak weer zichtbaar" }), "the hiding waits with the objection").toHaveCount(0);
  await first.getByRole("link", { name: "Bekijk het bezwaar" }).click();
  await expect(first.getByText(/besluit een andere beheerder van/)).toBeVisible();
  await expect(first.getByRole("link", { name: "Besluit op dit bezwaar" })).toHaveCount(0);
  const appealPath = new URL(first.url()).pathname;

  const second = await anotherBrowser("secondModerator");
  await freshen(second, `${appealPath}/bekijken`, "secondModerator");
  await second.goto(appealPath);
  await expect(second.getByText(objection)).toBeVisible();
  await second.getByRole("link", { name: "Bekijk wat er staat" }).click();
  await choose(second, "Iets anders, dat schrijf ik erbij");
  await press(second, "Bekijk het, en leg dat vast");
  await expect(second.getByRole("alert")).toContainText("ten minste 10 tekens");
  await second.getByLabel("Wil je het uitleggen?").fill("Om te zien wiens auto het is.");
  await press(second, "Bekijk het, en leg dat vast");
  await expect(second.getByText(experience)).toBeVisible();
  await second.getByRole("link", { name: "Besluit op dit bezwaar" }).click();
  await choose(second, "Het mag weer te zien zijn");
  await second.getByLabel("Waarom?").fill(answer);
  await press(second, "Neem dit besluit");
  await expect(second.getByText("Iedereen om wie het gaat krijgt een mail.")).toBeVisible();

  expect(await statusFor(reporter, path)).toBe(200);
  await owner.goto("/toestemmingen");
  await expect(owner.getByText("De beheerder schreef: “Om te zien wiens auto het is.”").first()).toBeVisible();
  await owner.goto("/mijn-huis");
  await owner.getByRole("link", { name: new RegExp(`^Lees het hele besluit.*${kinds[project.name]}`) }).click();
  await expect(owner.getByText("Het eerste besluit is teruggedraaid: buren zien het weer.")).toBeVisible();
  await expect(owner.getByText(answer)).toBeVisible();
  await reporter.goto(receiptPath);
  await expect(seen.getByText("Teruggedraaid na bezwaar: buren zien het weer.")).toBeVisible();
  for (const secret of [objection, answer]) await expect(seen.getByText(secret)).toHaveCount(0);
  await mailWith(first, homes.straatgenoot.people[0].email, /besloten op het bezwaar/);
  await mailWith(first, homes.flatbewoner.people[0].email, /nog eens bekeken/);
});
