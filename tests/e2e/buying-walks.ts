import { expect, type Page } from "@playwright/test";
import { choose, press } from "./flows.ts";
import { letPass } from "./clock.ts";
import { sendForm } from "./mail.ts";
import { conceptForm } from "./purchase-desk.ts";

// How a resident and a moderator bring a purchase on, each in their own browser.

type Moderator = Page;
type Buyer = { page: Page; signUp: string };

/** Makes a purchase with a supplier and opens it. @returns its id */
export async function openPurchase(moderator: Moderator, title: string, rules: Record<string, string>): Promise<string> {
  const desk = await sendForm(moderator, "/beheer/inkopen/nieuw", { ...conceptForm(title), ...rules });
  await sendForm(moderator, `${desk}/leverancier`, { naam: "Glas Voorbeeld", waarom: "De beste garantie voor deze prijs" });
  await sendForm(moderator, `${desk}/openen`, {});
  return desk.split("/").at(-1)!;
}

/** Signs up as the owner of the home, and tells about it. */
export async function joinAndTell(page: Page, purchaseId: string): Promise<Buyer> {
  await page.goto(`/samen-inkopen/${purchaseId}`);
  await page.getByRole("main").getByRole("link", { name: "Doe mee" }).click();
  await choose(page, /^Voor mijn eigen huis/);
  await choose(page, /^Ik heb de spelregels gelezen/);
  await press(page, "Meld me aan");
  await expect(page.getByRole("status").first()).toContainText("Je bent aangemeld.");
  const signUp = new URL(page.url()).pathname;
  await page.getByRole("main").getByRole("link", { name: "Vertel over je huis" }).click();
  await page.getByRole("radio", { name: "Ja" }).check();
  await press(page, "Verstuur");
  await expect(page.getByText("We kijken of je huis geschikt is.")).toBeVisible();
  return { page, signUp };
}

/** The reference of a sign-up, by which a moderator and a supplier know it. */
export async function referenceOf({ page, signUp }: Buyer): Promise<string> {
  await page.goto(signUp);
  return (await page.getByRole("main").locator("dd").filter({ hasText: /^[0-9A-F]{10}$/ }).first().innerText()).trim();
}

/** Brings everybody who stands in a column of the board to another. @param day where the step asks for one */
export async function bring(moderator: Moderator, purchaseId: string, from: string, to: string, day?: { label: string; on: string }): Promise<void> {
  await moderator.goto(`/beheer/inkopen/${purchaseId}`);
  const column = moderator.getByRole("region", { name: from, exact: true });
  for (const box of await column.getByRole("checkbox").all()) await box.check();
  await column.getByLabel("Zet de gekozen aanmeldingen op").selectOption({ label: to });
  await column.getByRole("button", { name: /^Bekijk eerst/ }).click();
  await expect(moderator.getByRole("heading", { name: new RegExp(`van ${from} naar ${to}$`) })).toBeVisible();
  if (day) await moderator.getByLabel(day.label).fill(day.on);
  await moderator.getByRole("button", { name: "Zet deze stap" }).click();
  await expect(moderator.getByText(new RegExp(`sta(at|an) nu op ${to}\\.`))).toBeVisible();
  await expect(moderator.getByRole("region", { name: to, exact: true })).toBeVisible();
}

/** Reads in an offer for each of these. */
export async function offerTo(moderator: Moderator, purchaseId: string, references: readonly string[]): Promise<void> {
  await bring(moderator, purchaseId, "Wordt bekeken", "Geschikt");
  await moderator.getByRole("link", { name: "Aanbiedingen inlezen" }).click();
  const lines = ["kenmerk;prijs_met_btw;waarvan_btw;geldig_tot", ...references.map((reference) => `${reference};4250,00;737,60;31-12-2098`)];
  await moderator.getByLabel("CSV-bestand").setInputFiles({ name: "aanbiedingen.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\r\n")) });
  await moderator.getByRole("button", { name: "Controleer het bestand" }).click();
  await moderator.getByRole("button", { name: "Lees alles in" }).click();
  await expect(moderator.getByText(/(is|zijn) ingelezen\./)).toBeVisible();
}

/** Orders what was offered. */
export async function orderOffer({ page, signUp }: Buyer): Promise<void> {
  await page.goto(signUp);
  await page.getByRole("main").getByRole("link", { name: "Bekijk en bestel" }).click();
  await choose(page, "Ik ben 18 jaar of ouder");
  await choose(page, "Ik bestel volgens het aanbod, de spelregels en de voorwaarden");
  await press(page, "Bestel met verplichting tot betalen");
  await expect(page.getByRole("status").first()).toContainText("Besteld. Je krijgt een mail die je kunt bewaren.");
}

/** Ends a purchase by hand. @param reason where that way of ending has several */
export async function stop(moderator: Moderator, purchaseId: string, how: string, reason?: string): Promise<void> {
  await moderator.goto(`/beheer/inkopen/${purchaseId}`);
  await moderator.getByRole("link", { name: "Stoppen" }).click();
  await moderator.getByRole("radio", { name: how }).check();
  if (reason) await moderator.getByLabel("Waarom?").selectOption({ label: reason });
  await moderator.getByRole("button", { name: "Stop de inkoop" }).click();
  await expect(moderator.getByText("De inkoop is gestopt. Iedereen die meedoet krijgt bericht.")).toBeVisible();
}

/** Lets days pass for one purchase and all that hangs on it. Its rules stay as they are for everybody, hence the role of a replica. */
export async function letDaysPass(page: Page, purchaseId: string, days: number): Promise<void> {
  const back = (table: string, columns: string[], id: string) => `update ${table} t set ${columns.map((column) => `${column} = t.${column} - $2::integer * ${column.endsWith("_at") || column.endsWith("_since") ? "interval '1 day'" : "1"}`).join(", ")} from off where t.${id} = $1::uuid`;
  await letPass(
    page,
    `with off as materialized (select set_config('session_replication_role', 'replica', true) as mode),
      rules as (${back("purchase_rules", ["deadline", "prolong_until", "keep_until", "proposed_at", "adopted_at"], "purchase_id")}),
      sign_ups as (${back("purchase_sign_up", ["created_at", "moved_at", "ordered_at", "waiting_since", "cooling_off_from", "cooling_off_until", "held_until", "visit_on", "planned_on"], "purchase_id")})
      ${back("purchase", ["created_at", "opened_at", "prolonged_at"], "id")} returning t.id`,
    [purchaseId, String(days)],
    "end-purchases",
  );
}
