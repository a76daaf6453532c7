import type { Page } from "@playwright/test";
import { mainOf, sendForm } from "./mail.ts";
import type { Way } from "./ways.ts";

// How one comes to the purchases and sign-ups of the sample.

const anyId = "[0-9a-f-]{36}";

async function linkTo(page: Page, title: string, path: RegExp): Promise<string> {
  await page.goto("/samen-inkopen");
  const links = page.getByRole("article").filter({ hasText: title }).getByRole("link");
  for (const link of await links.all()) {
    const href = (await link.getAttribute("href"))!;
    if (path.test(href)) return href;
  }
  throw new Error(`the sample has no "${title}" with ${path}`);
}

/** A purchase, by its title. */
export const purchaseCalled = (title: string, after = ""): Way => async (page) => `${await linkTo(page, title, new RegExp(`^/samen-inkopen/${anyId}$`))}${after}`;
/** The own sign-up for it. */
export const signUpFor = (title: string, after = ""): Way => async (page) => `${await linkTo(page, title, new RegExp(`^/samen-inkopen/aanmelding/${anyId}$`))}${after}`;

const panels = "Samen zonnepanelen";
const pumps = "Hybride warmtepompen";

/** Pages about buying together, as the first of the demo sees them. */
export const purchasePages: Record<string, string | Way> = {
  "samen-inkopen._index": "/samen-inkopen",
  "samen-inkopen.voorwaarden": "/samen-inkopen/voorwaarden",
  "samen-inkopen.$id._index": purchaseCalled(panels),
  "samen-inkopen.$id._index verlengd": purchaseCalled("Spouwmuren"),
  "samen-inkopen.$id._index bereikt": purchaseCalled(pumps),
  "samen-inkopen.$id._index gaat-niet-door": purchaseCalled("Nieuw glas"),
  "samen-inkopen.$id._index leverancier-weg": purchaseCalled("Thuisbatterijen"),
  "samen-inkopen.$id._index klaar": purchaseCalled("Regentonnen"),
  "samen-inkopen.$id.papier": purchaseCalled(panels, "/papier"),
  "samen-inkopen.$id.aanmelden": purchaseCalled("Spouwmuren", "/aanmelden"),
  "samen-inkopen.aanmelding.$id._index": signUpFor(panels),
  "samen-inkopen.aanmelding.$id._index geleverd": signUpFor(pumps),
  "samen-inkopen.aanmelding.$id.leverancier": signUpFor(panels, "/leverancier"),
  "samen-inkopen.aanmelding.$id.bestellen": signUpFor(panels, "/bestellen"),
  "samen-inkopen.aanmelding.$id.stap.$deed": signUpFor(panels, "/stap/afwijzen"),
  "samen-inkopen.aanmelding.$id.stap.$deed klacht": signUpFor(pumps, "/stap/klacht"),
  "samen-inkopen.aanmelding.$id.beoordeling": signUpFor(pumps, "/beoordeling"),
};

/** And as a neighbour does, who ordered once and has shown interest elsewhere. */
export const purchasePagesOfNeighbour: Record<string, string | Way> = {
  "samen-inkopen.aanmelding.$id._index besteld": signUpFor(panels),
  "samen-inkopen.aanmelding.$id.herroepen": signUpFor(panels, "/herroepen"),
  "samen-inkopen.aanmelding.$id.huis": signUpFor("Spouwmuren", "/huis"),
  "samen-inkopen.aanmelding.$id.foto.$check._index": async (page) => {
    const home = String(await signUpFor("Spouwmuren", "/huis")(page));
    return new RegExp(`${home.replace("/huis", "/foto")}/${anyId}`).exec(await mainOf(page, home))![0];
  },
  "samen-inkopen.aanmelding.$id.regels": signUpFor("Spouwmuren", "/regels"),
};

/** And as somebody who rents in a block of flats, where several ask things of their landlord. */
export const purchasePagesOfTenant: Record<string, string | Way> = {
  "samen-inkopen.aanmelding.$id._index huurder": async (page) => sendForm(page, String(await purchaseCalled("Spouwmuren", "/aanmelden")(page)), { voor: "tenant", regels: "1", akkoord: "ja" }),
};
