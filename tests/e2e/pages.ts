import type { Page } from "@playwright/test";
import { homes, type Person } from "./people.ts";

/** A page to look at: its name among the screenshots, who sees it, and where it is. */
export type PageToSee = { name: string; by: Person | null; path: string | ((page: Page) => Promise<string>) };

const seenBy = (by: Person | null, paths: Record<string, PageToSee["path"]>): PageToSee[] => Object.entries(paths).map(([name, path]) => ({ name, path, by }));

/** The address behind the first link of a list, with what comes after it. */
const behind = (list: string, link: string, after = "") => async (page: Page) => {
  await page.goto(list);
  return `${await page.getByRole("main").locator(`a[href^="${link}"]:not([href$="/nieuw"])`).first().getAttribute("href")}${after}`;
};
const ownMeasure = (after = "") => behind("/mijn-huis", "/maatregelen/", after);
const ownWish = (after = "") => behind("/mijn-huis", "/wensen/", after);
const report = (after = "") => behind("/beheer/meldingen", "/beheer/meldingen/", after);

/** Every page of the site, with the words of a resident, a moderator, an official or nobody. */
export const pagesToSee: PageToSee[] = [
  ...seenBy(null, {
    begin: "/",
    inloggen: "/inloggen",
  }),
  ...seenBy("bewoner", {
    buurt: "/buurt",
    mededelingen: "/mededelingen",
    "mijn-huis": "/mijn-huis",
    "maatregel-kiezen": "/maatregelen/nieuw",
    "maatregel-feiten": "/maatregelen/nieuw?soort=rain_barrel",
    "maatregel-eigen": ownMeasure(),
    "maatregel-wijzigen": ownMeasure("/wijzigen"),
    "maatregel-ervaring": ownMeasure("/ervaring"),
    "maatregel-publiek": ownMeasure("/publiek"),
    "maatregel-weghalen": ownMeasure("/intrekking"),
    "maatregel-van-buur": behind("/buurt", "/maatregelen/"),
    "maatregel-melden": behind("/buurt", "/maatregelen/", "/melden"),
    "wens-kiezen": "/wensen/nieuw",
    "wens-huis-kiezen": "/wensen/nieuw?voor=huis",
    "wens-huis": "/wensen/nieuw?voor=huis&soort=home_battery",
    "wens-buurt": "/wensen/nieuw?voor=buurt",
    "wens-eigen": ownWish(),
    "wens-wijzigen": ownWish("/wijzigen"),
    "wens-publiek": ownWish("/publiek"),
    "wens-weghalen": ownWish("/intrekking"),
    "wens-melden": behind("/buurt", "/wensen/", "/melden"),
    meldingen: "/meldingen",
    "niet-gevonden": "/maatregelen/00000000-0000-4000-8000-000000000000",
  }),
  ...seenBy("flatbewoner", { "mijn-huis-flat": "/mijn-huis" }),
  ...seenBy("neighbourInEnglish", { "buurt-en": "/buurt", "mijn-huis-en": "/mijn-huis", "maatregel-kiezen-en": "/maatregelen/nieuw", "maatregel-publiek-en": ownMeasure("/publiek") }),
  ...seenBy("moderator", {
    beheer: "/beheer",
    "beheer-adressen": "/beheer/adressen",
    "beheer-adres": behind("/beheer/adressen", "/beheer/adressen/"),
    "beheer-brieven": "/beheer/brieven",
    "beheer-meldingen": "/beheer/meldingen",
    "beheer-melding": report(),
    "beheer-verbergen": report("/verbergen"),
    "beheer-laten-staan": report("/laten-staan"),
    "beheer-mededelingen": "/beheer/mededelingen",
    "beheer-mededeling-nieuw": "/beheer/mededelingen/nieuw",
    "beheer-mededeling-terughalen": behind("/beheer/mededelingen", "/beheer/mededelingen/"),
    "beheer-wachtlijst": "/beheer/wachtlijst",
    "tweede-stap-instellen": "/tweede-stap/instellen",
  }),
  ...seenBy("gemeente", { gemeente: "/gemeente" }),
];
void homes;
