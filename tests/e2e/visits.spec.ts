import ICAL from "ical.js";
import { choose, press, shareMeasure, statusFor, tabTo } from "./flows.ts";
import { keyboard } from "./hands.ts";
import { askAndAgree, openDoorFor, weekFromNow } from "./visiting.ts";
import { expect, test } from "./test.ts";

test.use({ allowedProblems: [/status of (404|422)/] });

test("a door is opened for the street only, a neighbour asks, hears yes, sees the address, keeps it in a calendar, and calls it off", async ({ logInAs, anotherBrowser }, { project }) => {
  const host = await logInAs("straatgenoot");
  const guest = await anotherBrowser("buur");
  await shareMeasure(host, { kind: "Regenton", experience: `Voor een kijkje op de ${project.name}`, audience: /^Mijn buurt/ });
  const { path, street } = await openDoorFor(keyboard, host, "Kom onze regenton bekijken.");

  await guest.goto(path);
  const main = guest.getByRole("main");
  await expect(main).toContainText("Kom onze regenton bekijken.");
  await expect(main).toContainText(`De ${street}. Het huisnummer hoor je als de bewoner ja zegt.`);
  const request = await askAndAgree(keyboard, guest, host, path);

  await guest.goto(request);
  await expect(main, "the address of the host").toContainText(new RegExp(`${street} \\d+`));
  const answer = await guest.request.get(`${request}/agenda.ics`);
  expect(answer.headers()["cache-control"]).toBe("private, no-store");
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(await answer.text())).getFirstSubcomponent("vevent")!);
  expect(event.location).toMatch(new RegExp(`^${street} \\d+`));
  expect(event.startDate.toJSDate().getTime()).toBeGreaterThan(Date.now());

  await guest.getByRole("link", { name: "Zeg af" }).click();
  await guest.getByLabel(/Wil je er iets bij zeggen/).fill("Ik heb griep");
  await press(guest, "Zeg af");
  await expect(guest.getByText("Je hebt dit afgezegd.")).toBeVisible();
  await expect(main).not.toContainText(new RegExp(`${street} \\d+`));
  const cancelled = new ICAL.Component(ICAL.parse(await (await guest.request.get(`${request}/agenda.ics`)).text()));
  expect(cancelled.getFirstPropertyValue("method")).toBe("CANCEL");
  const after = new ICAL.Event(cancelled.getFirstSubcomponent("vevent")!);
  expect([after.uid, after.location]).toEqual([event.uid, null]);
  expect(after.sequence).toBeGreaterThan(event.sequence);

  await host.goto(request);
  await expect(host.getByText("Ik heb griep")).toBeVisible();
  await host.goto(`${path}/intrekking`);
  await press(host, "Haal weg");
  const back = host.getByRole("status").getByRole("button", { name: "Zet terug" });
  await expect(back).toBeVisible();
  expect(await statusFor(guest, path), "the door is closed").toBe(404);
  await back.click();
  await expect(host.getByText("Teruggezet.")).toBeVisible();
});

test("a host says no in prepared words, by keyboard alone", async ({ logInAs }) => {
  const host = await logInAs("bewoner");
  await host.goto("/kijkjes");
  await host.getByRole("article").filter({ hasText: /wacht op antwoord|wachten op antwoord/ }).getByRole("link").first().click();
  await expect(host.getByRole("heading", { name: "Wie wil komen" })).toBeVisible();
  await host.getByRole("listitem").filter({ hasText: "Wacht op antwoord" }).last().getByRole("link").click();
  await expect(host.getByRole("link", { name: "Zeg nee" })).toBeVisible();
  await tabTo(host, host.getByRole("link", { name: "Zeg nee" }));
  await host.keyboard.press("Enter");
  await host.waitForURL(/\/nee$/);
  await tabTo(host, host.getByRole("radio", { name: /Het komt nu niet goed uit/ }));
  await host.keyboard.press("Space");
  await tabTo(host, host.getByRole("button", { name: "Zeg nee" }));
  await host.keyboard.press("Enter");
  await expect(host.getByRole("status")).toContainText("Je hebt nee gezegd.");
  await expect(host.getByText("Het komt nu niet goed uit. Leuk dat je het vroeg.")).toBeVisible();
});

test("a front-runner puts up a badge, is found by subject without name or number, and takes it down with one click", async ({ logInAs, anotherBrowser }) => {
  const me = await logInAs("flatbewoner");
  const neighbour = await anotherBrowser("buur");
  await me.goto("/koploper");
  await choose(me, "Warmtenet");
  await me.getByLabel(/Jouw regel/).fill("Ik weet hoe de aansluiting ging.");
  await press(me, "Hang je bord op");
  await expect(me.getByRole("status")).toContainText("Je bord hangt.");
  await neighbour.goto("/koplopers");
  await neighbour.getByLabel("Waar gaat het over?").selectOption({ label: "Warmtenet" });
  await press(neighbour, "Toon");
  const card = neighbour.getByRole("article").filter({ hasText: "Ik weet hoe de aansluiting ging." });
  await expect(card.getByRole("link")).toHaveText(/^Iemand uit /);
  await card.getByRole("link").click();
  await neighbour.getByRole("link", { name: "Stel een vraag" }).click();
  await neighbour.getByLabel("Je vraag").fill("Hoe lang duurde de aansluiting?");
  await press(neighbour, "Verstuur je vraag");
  await expect(neighbour.getByRole("heading", { level: 1, name: /^Gesprek met iemand uit / })).toBeVisible();
  await neighbour.getByRole("link", { name: "Bekijk het bord van deze koploper" }).click();
  await expect(neighbour.getByRole("link", { name: "Verder in jullie gesprek" })).toBeVisible();
  await neighbour.getByRole("link", { name: "Vraag of je langs mag komen" }).click();
  await expect(neighbour.getByRole("link", { name: "Vraag een afspraak" })).toBeVisible();
  await me.goto("/koploper");
  await press(me, "Stop met koploper zijn");
  await expect(me.getByRole("status")).toContainText("Je bord is weg.");
  await neighbour.goto("/koplopers?soort=heat_network");
  await expect(neighbour.getByText("Er is nog geen koploper")).toBeVisible();
  await me.getByRole("status").getByRole("button", { name: "Hang het terug" }).click();
  await expect(me.getByRole("status"), "it is said that it is back").toContainText("Teruggezet.");
  await press(me, "Stop met koploper zijn");
  await expect(me.getByRole("status")).toContainText("Je bord is weg.");
});

test("a moderator announces a route, and a host puts a time on it", async ({ logInAs, anotherBrowser }, { project }) => {
  const moderator = await logInAs("moderator");
  const title = `Open deuren, ${project.name} ${Date.now()}`;
  await moderator.goto("/beheer/kijkroutes/nieuw");
  await moderator.getByLabel("Op welke dag?").fill(weekFromNow(2));
  await moderator.getByLabel("Hoe heet de route?").fill(title);
  await press(moderator, "Kondig aan");
  await expect(moderator.getByRole("main")).toContainText(title);
  const host = await anotherBrowser("bewoner");
  await host.goto("/kijkjes");
  await host.getByRole("link", { name: new RegExp(title) }).click();
  await expect(host.getByText("Er staat nog geen huis op deze route")).toBeVisible();
  const route = host.url();
  await host.goto("/kijkjes");
  await host.locator("section", { has: host.getByRole("heading", { name: "Bij jullie" }) }).getByRole("article").getByRole("link").first().click();
  await host.getByRole("link", { name: "Voeg een tijd toe" }).first().click();
  await host.getByLabel("Dag", { exact: true }).fill(weekFromNow(2));
  await host.getByLabel("Van", { exact: true }).fill("10:00");
  await host.getByLabel("Tot", { exact: true }).fill("09:00");
  await choose(host, new RegExp(title));
  await press(host, "Zet de deur open");
  await expect(host.getByRole("alert")).toContainText("Het einde moet na het begin liggen");
  await host.getByLabel("Tot", { exact: true }).fill("12:00");
  await press(host, "Zet de deur open");
  await expect(host.getByRole("status")).toContainText("Je deur staat open.");
  await host.goto(route);
  await expect(host.getByText("Halte 1")).toBeVisible();
  await expect(host.getByRole("img", { name: /Schets van de route/ })).toBeVisible();
});
