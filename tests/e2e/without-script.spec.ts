import { chooseAudience, press, choose, readWhatItMayMean, shareMeasure, statusFor } from "./flows.ts";
import { liveThroughQuestion } from "./asking.ts";
import { pointer } from "./hands.ts";
import { askForMail, logInByForms, newestMail, typeCode } from "./mail.ts";
import { freeHomes, homes, movers, ordinaryResident, withOffer } from "./people.ts";
import { askFromWhatIsKnown, expectKnown, readQuestionsAtStreet } from "./knowing.ts";
import { printedCode } from "./printed-code.ts";
import { move } from "./moving.ts";
import { askableByForms, talkInPrivate } from "./talking.ts";
import { expect, test } from "./test.ts";
import { orderAndWithdraw } from "./buying.ts";
import { askAndAgree, openDoorFor } from "./visiting.ts";
import { hidePost, withdrawPost } from "./posting.ts";
import { readFiguresByKeyboard } from "./reading-figures.ts";
import { freshen } from "./second-step.ts";
import { violations } from "./violations.ts";
import { askNeighboursByForms, homeWithNeighbours } from "./vouching.ts";

// Runs with JavaScript switched off: everything that is a form or a list works by the server alone.
// What is filled in wrongly is answered with 422, which a browser writes to its console.
test.use({ allowedProblems: [/status of 422/] });

test("signing up, from address to the list of the neighbourhood", async ({ page, anotherBrowser }) => {
  const { unit } = freeHomes()[2]!;
  const email = `zonder-${Date.now()}@voorbeeld.test`;
  await page.goto("/meedoen");
  await press(page, "Zoek mijn adres");
  await expect(page.getByRole("alert"), "what is wrong is said").toContainText("Vul een postcode in");
  await page.getByLabel("Postcode").fill(unit.postcode);
  await page.getByLabel("Huisnummer").fill(String(unit.number));
  await press(page, "Zoek mijn adres");
  await press(page, "Dit is mijn adres");
  await page.getByLabel("Je mailadres").fill(email);
  await press(page, "Stuur mij een mail");
  await expect(page.getByRole("alert")).toContainText("16 jaar");
  await expect(page.getByLabel("Je mailadres"), "what was typed is still there").toHaveValue(email);
  await choose(page, "Ik ben 16 jaar of ouder");
  await press(page, "Stuur mij een mail");
  const moderator = await anotherBrowser("moderator");
  await typeCode(page, (await newestMail(moderator, email)).code);
  await choose(page, /^Stuur mij een brief/);
  await press(page, "Verder");
  const code = await printedCode(moderator, homes.bewoner.neighbourhoodCode, `${unit.street} ${unit.number}`);
  await page.getByLabel("Code uit de brief").fill(code);
  await press(page, "Ik woon hier");
  await page.getByRole("main").getByRole("link", { name: "Verder" }).click();
  await choose(page, /^Nu niet/);
  await press(page, "Verder");
  await expect(page, "who says 'not now' is asked nothing else").toHaveURL(/\/kaart/);
  await expect(page.getByText(/\d+ woningen delen iets met jou/)).toBeVisible();
});

test("logging in with the link, and out again", async ({ page }) => {
  const { email } = ordinaryResident(4);
  await askForMail(page, email);
  await page.goto((await newestMail(page, email)).link);
  await press(page, "Ja, log mij in");
  await expect(page).not.toHaveURL(/\/inloggen/);
  await page.goto("/uitloggen");
  await press(page, "Uitloggen");
  await expect(page).not.toHaveURL(/uitloggen/);
  await page.goto("/mijn-huis");
  await expect(page).toHaveURL(/\/inloggen/);
});

test("moving on a day, and what earlier residents left of a home", async ({ page }) => {
  await move(page, movers[2]!.email);
});

test("reading what a measure may mean for the own home, with numbers of one's own", async ({ logInAs }) => {
  await readWhatItMayMean(await logInAs("bewoner"));
});

test("reading what neighbours know of a measure, and asking what is not there", async ({ logInAs }) => {
  const page = await logInAs("straatgenoot");
  const title = "Mag een thuisbatterij ook in de schuur staan?";
  await askFromWhatIsKnown(page, title);
  await expectKnown(page, title, true);
});

test("reading which questions stand at which street, without the map", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto("/kaart");
  await readQuestionsAtStreet(page);
});

test("choosing a public layer of the map, which is read as a list, with its source", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto("/kaart?soort=solar_panels");
  const main = page.getByRole("main");
  for (const [name, words] of [["Bouwperiode", "tot en met 1945"], ["Soort woning", "Tussenwoning"], ["Energielabel", "A t/m"]] as const) {
    await main.getByText(/^(Kaartlaag|Laag: .*)$/).click();
    await main.getByRole("link", { name }).click();
    await expect(page, "the filter stays").toHaveURL(/soort=solar_panels/);
    const layer = main.getByRole("region", { name });
    await expect(layer).toContainText(words);
    await expect(layer).toContainText(/Bron: .+, stand van \d/);
  }
  await main.getByText("Laag: Energielabel").click();
  await main.getByRole("link", { name: "Geen laag" }).click();
  await expect(page).toHaveURL(/\/kaart\?soort=solar_panels$/);
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
  const back = owner.getByRole("status").getByRole("button", { name: "Zet terug" });
  await expect(back).toBeVisible();
  expect(await statusFor(neighbour, path)).toBe(404);
  await back.click();
  await expect(back).toHaveCount(0);
  expect(await statusFor(neighbour, path)).toBe(200);

  await neighbour.goto(`${path}/melden`);
  await choose(neighbour, /reclame/i);
  await press(neighbour, /^(Meld|Verstuur)/);
  await expect(neighbour.getByRole("heading", { name: "Je melding", exact: true })).toBeVisible();
});

test("a story is told beside a figure of the neighbourhood", async ({ logInAs, anotherBrowser }) => {
  const owner = await logInAs("bewoner");
  await owner.goto("/verhalen/nieuw?cijfer=labels");
  await owner.getByLabel("Waar gaat het over?").fill("Labels zeggen niet alles");
  await owner.getByLabel("Vertel het").fill("Ons label is oud.");
  await chooseAudience(owner, /^Mijn buurt/);
  const neighbour = await anotherBrowser("buur");
  await neighbour.goto("/buurt/profiel");
  await neighbour.locator("#agenda-labels").getByRole("link", { name: "Labels zeggen niet alles" }).click();
  await expect(neighbour.getByText("Ons label is oud.")).toBeVisible();
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

test("the list of the map is filtered and searched, and shows a home", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto("/kaart");
  await page.getByText("Filters", { exact: true }).click();
  const main = page.getByRole("main");
  await main.getByText("Zonnepanelen", { exact: true }).first().click();
  await press(page, "Toon");
  await expect(page).toHaveURL(/soort=solar_panels/);
  await expect(main.getByText(/\d+ woningen? pass(en|t) bij je filters/)).toBeVisible();

  const { unit, buildingId } = homes.buur;
  await page.getByRole("searchbox").fill(`${unit.street} ${unit.number}`);
  await press(page, "Zoek");
  await expect(page).toHaveURL(new RegExp(`huis=${buildingId}`));
  await expect(page, "the filter stays").toHaveURL(/soort=solar_panels/);
  await expect(main.getByText("Wat iedereen mag weten")).toBeVisible();

  await main.getByRole("link", { name: "Terug naar de lijst" }).click();
  await main.locator('a[href*="huis="]').last().click();
  await expect(main.getByText("Dit wordt met jou gedeeld")).toBeVisible();
});

test("something that was kept is hidden after an objection that another moderator decides", async ({ logInAs, anotherBrowser }) => {
  const owner = await logInAs("straatgenoot");
  const reporter = await anotherBrowser("flatbewoner");
  const path = await shareMeasure(owner, { kind: "Thuisbatterij", experience: "Deze accu zelf gebouwd van oude cellen.", audience: /^Mijn buurt/ });
  await reporter.goto(`${path}/melden`);
  await choose(reporter, /gevaarlijk/);
  await press(reporter, "Verstuur melding");
  const receipt = (await reporter.locator("dd .font-mono").textContent())!;
  const receiptPath = new URL(reporter.url()).pathname;

  const first = await anotherBrowser("moderator");
  await first.goto("/beheer/meldingen");
  await first.getByRole("link", { name: `Bekijk de melding ${receipt}` }).click();
  await first.getByRole("link", { name: "Laten staan" }).click();
  await first.getByLabel("Waarom mag dit blijven?").fill("kort");
  await press(first, "Laat dit staan");
  await expect(first.getByRole("alert")).toContainText("ten minste 10 tekens");
  await first.getByLabel("Waarom mag dit blijven?").fill("Het is een eigen ervaring.");
  await press(first, "Laat dit staan");

  await reporter.goto(receiptPath);
  await expect(reporter.getByText("Het is een eigen ervaring.")).toBeVisible();
  await reporter.getByRole("link", { name: "Maak bezwaar" }).click();
  await reporter.getByLabel("Waarom ben je het er niet mee eens?").fill("Zo'n accu kan in brand vliegen.");
  await press(reporter, "Verstuur mijn bezwaar");
  await expect(reporter.getByText("Een andere beheerder moet er nog naar kijken.")).toBeVisible();

  const second = await anotherBrowser("secondModerator");
  await second.goto("/beheer/meldingen");
  await second.getByRole("link", { name: /Bekijk het bezwaar .*gevaarlijk/ }).click();
  await second.getByRole("link", { name: "Besluit op dit bezwaar" }).click();
  await second.getByLabel("Waarom?").fill("Dit is gevaarlijk om na te doen.");
  await press(second, "Neem dit besluit");
  await expect(second.getByRole("alert")).toContainText("Kies wat je besluit");
  await expect(second.getByLabel("Waarom?"), "what was typed is still there").toHaveValue("Dit is gevaarlijk om na te doen.");
  await choose(second, "Het wordt alsnog verborgen");
  await press(second, "Neem dit besluit");
  await expect(second.getByText("Je besluit is genomen.")).toBeVisible();

  expect(await statusFor(reporter, path)).toBe(404);
  await owner.goto("/mijn-huis");
  await owner.getByRole("link", { name: /^Lees het hele besluit.*Thuisbatterij/ }).click();
  await expect(owner.getByText("Dit is gevaarlijk om na te doen.")).toBeVisible();
  await expect(owner.getByRole("link", { name: "Maak bezwaar" }), "who was not heard yet may object").toBeVisible();
});

test("vouching for a neighbour, and taking it back", async ({ page, anotherBrowser }) => {
  const home = homeWithNeighbours(6);
  const code = await askNeighboursByForms(await anotherBrowser(), home, "Kim");
  await logInByForms(page, home.neighbours[0]!);
  await page.goto("/borg");
  await press(page, "Verder");
  await expect(page.getByRole("alert"), "what is wrong is said").toContainText("Dit is geen code van een buur");
  await page.getByLabel("Code van je buur").fill(code);
  await press(page, "Verder");
  await press(page, "Ik ken deze bewoner op dit adres");
  await expect(page.getByText(/Voor Kim, /)).toBeVisible();
  await press(page, "Neem terug");
  await expect(page.getByText("Je hebt het teruggenomen.")).toBeVisible();
});

test("the profile of the neighbourhood: charts, and the figures of one as a table", async ({ logInAs }) => {
  const page = await logInAs("straatgenoot");
  await page.goto("/buurt/profiel");
  await expect(page.getByRole("img", { name: /Gas door de jaren/ })).toBeVisible();
  await page.getByText("Bekijk de cijfers: Gas door de jaren").click();
  await expect(page.getByRole("table", { name: "Gas door de jaren" }).getByRole("row", { name: /^2020 onbekend/ })).toBeVisible();
});

test("a question, from asking to what still holds after a year", async ({ logInAs, anotherBrowser }) => {
  await liveThroughQuestion(pointer, await logInAs("bewoner"), await anotherBrowser("flatbewoner"), "Wie weet een glaszetter zonder script?", { script: false });
});

test("a private thread, from the first question to a block", async ({ logInAs, anotherBrowser }) => {
  const [asker, asked] = [await logInAs("flatbewoner"), await anotherBrowser("asksTogether")];
  await talkInPrivate(pointer, asker, "flatbewoner", asked, await askableByForms(asked), { script: false });
});

test("a visit, from opening the door to the address", async ({ logInAs, anotherBrowser }) => {
  const host = await logInAs("flatbewoner");
  const guest = await anotherBrowser("buur");
  await shareMeasure(host, { kind: "Isolatieglas", experience: "Voor een kijkje zonder JavaScript", audience: /^Mijn buurt/ });
  const { path, street } = await openDoorFor(pointer, host, "Kom kijken zonder JavaScript.");
  const stranger = await anotherBrowser("overbuur");
  expect(await statusFor(stranger, path), "in another neighbourhood there is no such door").toBe(404);
  await guest.goto(await askAndAgree(pointer, guest, host, path));
  await expect(guest.getByRole("main")).toContainText(new RegExp(`${street} \\d+`));
});

test("ordering what was offered, and taking the order back in two steps", async ({ page }) => {
  const { email } = withOffer[1]!;
  await logInByForms(page, email);
  await orderAndWithdraw(page, email);
});

test("the map and the figures of a municipality with the keyboard alone, and every file says what its page says", async ({ logInAs }) => {
  test.setTimeout(180_000);
  const official = await logInAs("gemeente");
  await freshen(official, "/gemeente/rollen", "gemeente");
  await readFiguresByKeyboard(official);
  expect(await violations(official)).toEqual([]);
});

test("what a municipality posted, withdrawn with a reason; and hidden, objected to and shown again", async ({ logInAs, anotherBrowser }) => {
  test.setTimeout(180_000);
  const official = await logInAs("gemeente");
  await freshen(official, "/gemeente/rollen", "gemeente");
  const resident = await anotherBrowser("bewoner");
  await withdrawPost(pointer, official, resident, "Een bank op de stoep, zonder script");
  await hidePost(pointer, { official, resident, first: await anotherBrowser("moderator"), second: await anotherBrowser("secondModerator") }, "Wie beslist over de speeltuin, zonder script?");
});
