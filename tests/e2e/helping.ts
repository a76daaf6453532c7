import { expect, type Page } from "@playwright/test";
import { mainOf, sendForm } from "./mail.ts";
import { freshly } from "./roles.ts";
import { freeDwelling, type Way } from "./ways.ts";

// How to come to the pages of a session in which somebody is helped on paper. A helper has one at a time.

/** What is on a form that was signed today. */
export const signedToday = () => ({
  signedOn: new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" }), version: "2026-1", taal: "nl", "ondertekend[]": "ja",
});

/** The session that runs, or a new one; as a moderator with the second step shown just now. */
async function running(page: Page): Promise<string> {
  await freshly("moderator", "/helpen")(page);
  const known = async () => /\/helpen\/[0-9a-f-]{36}/.exec(await mainOf(page, "/helpen"))?.[0];
  // Another test may begin at the same moment, and the same helper has one session.
  await expect(async () => {
    if (!(await known())) await sendForm(page, `/helpen/nieuw?adres=${freeDwelling}`, { eerder: "nee", ...signedToday() });
  }).toPass({ timeout: 30_000, intervals: [500] });
  return (await known())!;
}

export const helping = (after = ""): Way => async (page) => `${await running(page)}${after}`;

/** A purchase of the sample, in the session; `after` is beneath it, or a deed about it. */
const helpingToBuy = (title: string, after = ""): Way => async (page) => {
  const session = await running(page);
  const [path] = new RegExp(`${session}/inkopen/[0-9a-f-]{36}(?="[^>]*>${title})`).exec(await mainOf(page, session))!;
  return after.startsWith("inkoop") ? `${session}/vul-in/${after}?soort=${path.split("/").at(-1)}` : `${path}${after}`;
};

/** Pages of who helps somebody on paper. */
export const helpingPages: Record<string, string | Way> = {
  "helpen._index": freshly("moderator", "/helpen"),
  "helpen.nieuw": freshly("moderator", "/helpen/nieuw?zoek=1"),
  "helpen.nieuw formulier": freshly("moderator", `/helpen/nieuw?adres=${freeDwelling}`),
  "helpen.formulier": "/helpen/formulier",
  "helpen.$id._index": helping(),
  "helpen.$id.vul-in.$wat": helping("/vul-in/maatregel"),
  "helpen.$id.vul-in.$wat maatregel": helping("/vul-in/maatregel?soort=solar_panels"),
  "helpen.$id.vul-in.$wat wens": helping("/vul-in/buurtwens"),
  "helpen.$id.vul-in.$wat melding": helping("/vul-in/melding"),
  "helpen.$id.bevestiging": helping("/bevestiging"),
  "helpen.$id.alles-stoppen": helping("/alles-stoppen"),
  "helpen.$id.inkopen.$purchase._index": helpingToBuy("Samen zonnepanelen"),
  "helpen.$id.inkopen.$purchase.papier.$wat": helpingToBuy("Spouwmuren", "/papier/formulier"),
  "helpen.$id.vul-in.$wat inkoop": helpingToBuy("Samen zonnepanelen", "inkoop"),
};
