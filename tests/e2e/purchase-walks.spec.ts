import type { Page } from "@playwright/test";
import { bring, joinAndTell, letDaysPass, offerTo, openPurchase, orderOffer, referenceOf, stop } from "./buying-walks.ts";
import { choose, press } from "./flows.ts";
import { logInByForms, mailWith } from "./mail.ts";
import { buyers } from "./people.ts";
import { inDays } from "./purchase-desk.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

// Three purchases from their opening to their ends: residents on a phone, the moderator on a laptop.

type Another = (person?: "moderator") => Promise<Page>;

async function atDesk(anotherBrowser: Another): Promise<Page> {
  const moderator = await anotherBrowser("moderator");
  await moderator.setViewportSize({ width: 1280, height: 800 });
  return moderator;
}
const says = (page: Page, words: RegExp | string) => expect(page.getByRole("main")).toContainText(words);

/** What a resident reads of their sign-up now, on a page without faults. */
async function reads(page: Page, path: string, words: string): Promise<void> {
  await page.goto(path);
  await says(page, words);
  expect(await violations(page)).toEqual([]);
}

test.describe.configure({ timeout: 240_000 });

test("a purchase that reaches its threshold is confirmed, planned, delivered, judged and put on the home", async ({ page, anotherBrowser }, { project }) => {
  const moderator = await atDesk(anotherBrowser);
  const id = await openPurchase(moderator, `Glas tot en met de levering, ${project.name}`, { drempel: "2" });
  const other = await anotherBrowser();
  await logInByForms(page, buyers[0]!.email);
  await logInByForms(other, buyers[1]!.email);
  const two = [await joinAndTell(page, id), await joinAndTell(other, id)] as const;
  await offerTo(moderator, id, [await referenceOf(two[0]), await referenceOf(two[1])]);
  await orderOffer(two[0]);
  await page.goto(`/samen-inkopen/${id}`);
  await says(page, "Nog 1 bestelling nodig om door te gaan.");
  await orderOffer(two[1]);
  await page.goto(`/samen-inkopen/${id}`);
  await says(page, "Er zijn genoeg bestellingen om door te gaan.");

  await letDaysPass(moderator, id, 26);
  await reads(page, two[0].signUp, "Je bestelling staat vast. De bedenktijd is voorbij.");
  await expect(page.getByRole("link", { name: "Overeenkomst herroepen" })).toHaveCount(0);
  await letDaysPass(moderator, id, 15);
  await reads(page, `/samen-inkopen/${id}`, "Deze inkoop gaat door: er waren genoeg bestellingen.");
  await bring(moderator, id, "Bedenktijd voorbij", "Gepland", { label: "Op welke dag wordt er gewerkt?", on: inDays(5) });
  await reads(page, two[0].signUp, "Het werk is gepland.");
  await mailWith(page, buyers[0]!.email, /Glas tot en met de levering/);

  await letDaysPass(moderator, id, 6);
  await page.goto(two[0].signUp);
  await page.getByRole("main").getByRole("link", { name: "Het is geleverd" }).click();
  await press(page, "Ja, het is geleverd");
  await expect(page.getByRole("status").first()).toContainText("Genoteerd. Veel plezier ermee.");
  await bring(moderator, id, "Gepland", "Geleverd");
  await reads(other, two[1].signUp, "Het is geleverd.");

  await page.getByRole("main").getByRole("link", { name: "Zeg hoe het ging" }).click();
  await choose(page, "Heel tevreden");
  await press(page, "Verstuur");
  await expect(page.getByRole("status").first()).toContainText("Bedankt voor je oordeel.");
  await press(page, "Zet op mijn huis");
  await page.waitForURL(/\/maatregelen\//);
  await says(page, "Alleen mijn huishouden");
  await says(page, "€ 2.000 tot € 5.000");
  await stop(moderator, id, "Alles is geleverd");
  await reads(page, `/samen-inkopen/${id}`, "Deze inkoop is klaar.");
  await moderator.goto(`/beheer/inkopen/${id}`);
  await expect(moderator.getByRole("row", { name: "Geleverd 2" })).toBeVisible();
  expect(await violations(moderator)).toEqual([]);
});

test("a purchase below its threshold goes on once, and is cancelled then", async ({ page, anotherBrowser }, { project }) => {
  const moderator = await atDesk(anotherBrowser);
  const id = await openPurchase(moderator, `Glas dat niet doorgaat, ${project.name}`, { drempel: "2", onder: "prolong", "verlengd-tot": inDays(60) });
  await logInByForms(page, buyers[2]!.email);
  const mine = await joinAndTell(page, id);
  await offerTo(moderator, id, [await referenceOf(mine)]);
  await orderOffer(mine);
  await letDaysPass(moderator, id, 41);
  await reads(page, `/samen-inkopen/${id}`, "de inkoop gaat langer door");
  await says(page, "Nog 1 bestelling nodig om door te gaan.");
  await reads(page, mine.signUp, "Je bestelling staat vast. De bedenktijd is voorbij.");
  await moderator.goto("/beheer/inkopen");
  await expect(moderator.getByRole("listitem").filter({ hasText: `Glas dat niet doorgaat, ${project.name}` })).toContainText("1 van 2 bestellingen");
  await letDaysPass(moderator, id, 20);
  await reads(page, `/samen-inkopen/${id}`, "Deze inkoop gaat niet door.");
  await reads(page, mine.signUp, "Je aanmelding is vervallen.");
  await says(page, "er waren te weinig bestellingen");
  await mailWith(page, buyers[2]!.email, /Glas dat niet doorgaat/);
  await moderator.goto(`/beheer/inkopen/${id}`);
  await says(moderator, "Afgeblazen.");
  await says(moderator, "Vervallen: Aantal niet gehaald");
});

test("when the supplier fails after orders, everybody hears it and nothing more is asked", async ({ page, anotherBrowser }, { project }) => {
  const moderator = await atDesk(anotherBrowser);
  const id = await openPurchase(moderator, `Glas zonder leverancier, ${project.name}`, { drempel: "1" });
  await logInByForms(page, buyers[3]!.email);
  const mine = await joinAndTell(page, id);
  await offerTo(moderator, id, [await referenceOf(mine)]);
  await orderOffer(mine);
  await letDaysPass(moderator, id, 41);
  await reads(page, `/samen-inkopen/${id}`, "Deze inkoop gaat door: er waren genoeg bestellingen.");
  await stop(moderator, id, "De leverancier valt weg", "Failliet");
  await reads(page, mine.signUp, "Gestopt: de leverancier kan niet leveren.");
  await says(page, "de leverancier is failliet");
  await expect(page.getByRole("link", { name: "Zeg hoe het ging" })).toHaveCount(0);
  await mailWith(page, buyers[3]!.email, /Glas zonder leverancier/);
  await reads(page, `/samen-inkopen/${id}`, "Deze inkoop is gestopt: de leverancier kan niet leveren.");
  await moderator.goto(`/beheer/inkopen/${id}`);
  await says(moderator, "Leverancier viel weg: Failliet");
});
