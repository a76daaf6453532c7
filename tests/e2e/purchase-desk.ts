import type { Page } from "@playwright/test";
import { mainOf, sendForm } from "./mail.ts";
import { homes } from "./people.ts";
import { afterSecondStep, behind, type Way } from "./ways.ts";

// How a moderator comes to the pages of a purchase: each test makes one of its own.

export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A concept with nothing wrong in it. */
export const conceptForm = (title: string): Record<string, string> => ({
  titel: title, "soorten[]": "glazing", "buurten[]": homes.bewoner.neighbourhoodCode, "voor[]": "owners", ronde: "1", "vraag[]": "Is het glas enkel?", "soort[]": "yes_no",
  drempel: "10", "laatste-dag": inDays(40), onder: "cancel", terugtrekken: "price_follows", bedenktijd: "contract", "vanaf[]": "1", "prijs[]": "4.250,00", "btw[]": "737,60",
  partij: "De leverancier, niet de coöperatie", provisie: "Geen", criteria: "Prijs en garantie", belangen: "Geen", "velden[]": "name", bewaren: inDays(700),
});

const made = (page: Page, title: string) => sendForm(page, "/beheer/inkopen/nieuw", conceptForm(title));

const concept = (after = ""): Way => async (page) => `${await made(page, "Glas, nog een concept")}${after}`;
const open = (after = "", supplier = true): Way => async (page) => {
  const path = await made(page, "Glas voor de buurt");
  if (supplier) await sendForm(page, `${path}/leverancier`, { naam: "Glas Voorbeeld", waarom: "De beste garantie voor deze prijs" });
  await sendForm(page, `${path}/openen`, {});
  return `${path}${after}`;
};
const proposed: Way = async (page) => {
  const path = `${await open("/regels")(page)}`;
  const { titel: _title, ...rules } = conceptForm("");
  await sendForm(page, path, { ...rules, waarom: "Meer tijd nodig" });
  return path;
};

/** The purchase of the sample that is open, with sign-ups in every state. */
async function sampled(page: Page): Promise<string> {
  await page.goto("/beheer/inkopen");
  return (await page.getByRole("link", { name: "Samen zonnepanelen in het Hofkwartier" }).getAttribute("href"))!;
}
const signUpIn = (state: string): Way => async (page) => behind("last", `${await sampled(page)}?stap=${state}`, "/beheer/inkopen/aanmelding/")(page);

/** Pages of moderators about buying together. */
export const purchaseDeskPages: Record<string, string | Way> = {
  "beheer.inkopen": "/beheer/inkopen",
  "beheer.inkopen_.nieuw": "/beheer/inkopen/nieuw",
  "beheer.inkopen_.$id concept": concept(),
  "beheer.inkopen_.$id open": open(),
  "beheer.inkopen_.$id_.wijzigen": concept("/wijzigen"),
  "beheer.inkopen_.$id_.openen": concept("/openen"),
  "beheer.inkopen_.$id_.leverancier": open("/leverancier", false),
  "beheer.inkopen_.$id_.regels": open("/regels"),
  "beheer.inkopen_.$id_.regels nieuwe": proposed,
  "beheer.inkopen_.$id_.stoppen": open("/stoppen"),
  "beheer.inkopen_.$id_.berichten": async (page) => `${await sampled(page)}/berichten`,
  "beheer.inkopen_.$id_.nieuws": open("/nieuws"),
  "beheer.inkopen_.$id_.stappen niemand": open("/stappen?van=interest&naar=suitability"),
  "beheer.inkopen_.$id_.aanbiedingen": open("/aanbiedingen"),
  "beheer.inkopen_.$id bord": (page) => sampled(page),
  "beheer.inkopen_.$id stap": async (page) => `${await sampled(page)}?stap=ordered`,
  "beheer.inkopen_.$id_.stappen": async (page) => {
    const path = await sampled(page);
    const [, id] = /name="wie\[\]"[^>]*value="([0-9a-f-]{36})"/.exec((await mainOf(page, `${path}?stap=interest`))) ?? [];
    return `${path}/stappen?van=interest&naar=lapsed&wie[]=${id}`;
  },
  "beheer.inkopen_.aanmelding.$id interesse": signUpIn("interest"),
  "beheer.inkopen_.aanmelding.$id besteld": signUpIn("ordered"),
  "beheer.inkopen_.$id_.leveranciersbestand": afterSecondStep(open("/leveranciersbestand")),
};
