import type { Page } from "@playwright/test";
import { behind, type Way } from "./ways.ts";

// How one comes to the openings and requests of the sample.

const opening = /^\/kijkjes\/[0-9a-f-]{36}$/;

async function openings(page: Page, section: "open" | "own"): Promise<{ path: string; text: string }[]> {
  await page.goto("/kijkjes");
  const heading = section === "own" ? "Bij jullie" : "Wanneer kun je komen kijken?";
  const cards = page.locator("section", { has: page.getByRole("heading", { name: heading, exact: true }) }).getByRole("article");
  return Promise.all((await cards.all()).map(async (card) => ({ path: (await card.getByRole("link").first().getAttribute("href"))!, text: await card.innerText() })));
}

const firstOf = async (found: { path: string; text: string }[], which: (text: string) => boolean, after: string): Promise<string> => {
  const chosen = found.find(({ path, text }) => opening.test(path) && which(text));
  if (!chosen) throw new Error("the sample has no such opening");
  return `${chosen.path}${after}`;
};

/** An opening of the own household. */
const ownOpening = (after = ""): Way => async (page) => firstOf(await openings(page, "own"), () => true, after);
/** A neighbour's, where one can choose a time; not one at which something was asked. */
const openingWithMoment = (after = ""): Way => async (page) => firstOf((await openings(page, "open")).toReversed(), (text) => text.includes("plek"), after);
const openingByAppointment = (after = ""): Way => async (page) => firstOf(await openings(page, "open"), (text) => text.includes("op afspraak") && !text.includes("plek"), after);

/** A moment at the own door. */
const ownMoment = (after: string): Way => async (page) => {
  await page.goto(String(await ownOpening()(page)));
  const path = await page.getByRole("link", { name: /^Zeg deze tijd af/ }).first().getAttribute("href");
  return path!.replace("/afzegging", after);
};

async function requestIn(page: Page, list: string, state: string, after: string): Promise<string> {
  await page.goto(list);
  const row = page.getByRole("listitem").filter({ hasText: state }).filter({ has: page.locator('a[href^="/kijkjes/verzoek/"]') }).first();
  return `${await row.locator('a[href^="/kijkjes/verzoek/"]').getAttribute("href")}${after}`;
}

/** What the resident asked at somebody else's door, by how it stands. */
const asGuest = (state: string, after = ""): Way => (page) => requestIn(page, "/kijkjes", state, after);
/** What was asked at the own door. */
const asHost = (state: string, after = ""): Way => async (page) => requestIn(page, String(await ownOpening()(page)), state, after);

/** Pages about visits and front-runners, as the first of the demo sees them. */
export const visitPages: Record<string, string | Way> = {
  "kijkjes._index": "/kijkjes",
  "kijkjes.nieuw": "/kijkjes/nieuw",
  "kijkjes.$id._index eigen": ownOpening(),
  "kijkjes.$id._index van-buur": openingWithMoment(),
  "kijkjes.$id._index op-afspraak": openingByAppointment(),
  "kijkjes.$id.wijzigen": ownOpening("/wijzigen"),
  "kijkjes.$id.praktisch": ownOpening("/praktisch"),
  "kijkjes.$id.momenten": ownOpening("/momenten"),
  "kijkjes.$id.publiek": ownOpening("/publiek"),
  "kijkjes.$id.intrekking": ownOpening("/intrekking"),
  "kijkjes.$id.melden": openingWithMoment("/melden"),
  "kijkjes.$id.blokkeren": openingWithMoment("/blokkeren"),
  "kijkjes.$id.vraag": openingWithMoment("/vraag"),
  "kijkjes.moment.$id.afzegging": ownMoment("/afzegging"),
  "kijkjes.verzoek.$id._index afgesproken": asGuest("Afgesproken"),
  "kijkjes.verzoek.$id._index wacht": asGuest("Wacht op antwoord"),
  "kijkjes.verzoek.$id._index nee": asGuest("Nu niet"),
  "kijkjes.verzoek.$id._index afgezegd": asGuest("Gaat niet door"),
  "kijkjes.verzoek.$id._index geweest": asGuest("Geweest"),
  "kijkjes.verzoek.$id._index te-beantwoorden": asHost("Wacht op antwoord"),
  "kijkjes.verzoek.$id._index gast": asHost("Afgesproken"),
  "kijkjes.verzoek.$id._index vervallen": asHost("Vervallen"),
  "kijkjes.verzoek.$id._index gast-geweest": asHost("Geweest"),
  "kijkjes.verzoek.$id.melden": asHost("Wacht op antwoord", "/melden"),
  "kijkjes.verzoek.$id.ja": asHost("Wacht op antwoord", "/ja"),
  "kijkjes.verzoek.$id.nee": asHost("Wacht op antwoord", "/nee"),
  "kijkjes.verzoek.$id.afzegging": asGuest("Afgesproken", "/afzegging"),
  "kijkjes.verzoek.$id.bedankje": asGuest("Geweest", "/bedankje"),
  "kijkjes.verzoek.$id.blokkeren": asGuest("Afgesproken", "/blokkeren"),
  "kijkjes.route.$id": behind("first", "/kijkjes", "/kijkjes/route/"),
  "koploper._index": "/koploper",
  "koplopers._index": "/koplopers",
  "koplopers._index niemand": "/koplopers?soort=heat_network",
  "koplopers.$id._index": behind("first", "/koplopers", "/koplopers/"),
  "koplopers.$id.vraag": behind("first", "/koplopers", "/koplopers/", "/vraag"),
  "koplopers.$id.melden": behind("first", "/koplopers", "/koplopers/", "/melden"),
  "koplopers.$id.blokkeren": behind("first", "/koplopers", "/koplopers/", "/blokkeren"),
};
