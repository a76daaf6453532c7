import { expect } from "@playwright/test";
import { logInByForms, mainOf, newestMail, type Sender, sendForm } from "./mail.ts";
import { freeHomes, ids, longResidents } from "./people.ts";

/**
 * A home of the sample where nobody has joined, with neighbours in its street who may vouch. Each number is another street, so
 * that nobody vouches more than twice.
 */
export function homeWithNeighbours(number: number) {
  const streets = new Map<string, ReturnType<typeof freeHomes>[number]>();
  for (const home of freeHomes().slice(10)) if (longResidents(home.unit.street).length >= 2 && !streets.has(home.unit.street)) streets.set(home.unit.street, home);
  const found = [...streets.values()][number];
  if (!found) throw new Error(`The sample has no street number ${number} with two neighbours and a free home`);
  return { ...found, neighbours: longResidents(found.unit.street).map(({ email }) => email) };
}

/** Signs somebody up at a home by the forms alone, up to the code for neighbours. @returns that code */
export async function askNeighboursByForms(sender: Sender, home: ReturnType<typeof homeWithNeighbours>, name: string): Promise<string> {
  const email = `buur-${name.toLowerCase()}-${Date.now()}@voorbeeld.test`;
  const asked = `?adres=${ids.unit(home.unit)}`;
  await sendForm(sender, `/meedoen/mail${asked}`, { email, leeftijd: "ja" });
  await sendForm(sender, `/meedoen/mail/code${asked}`, { code: (await newestMail(sender, email)).code });
  await sendForm(sender, "/meedoen/manier", { manier: "buren" });
  expect(await sendForm(sender, "/meedoen/buren", { naam: name })).toBe("/meedoen/buren/code");
  return codeOn(await mainOf(sender, "/meedoen/buren/code"));
}

/** The code that a page shows. */
export function codeOn(text: string): string {
  return /\b[CDFHJKMNPRTVWXY2346789]{4}-[CDFHJKMNPRTVWXY2346789]{4}\b/.exec(text)![0];
}

/** Types a code as somebody who is logged in. @returns the path of the question that follows */
export async function openQuestion(sender: Sender, form: "/borg" | "/aan-de-deur", code: string): Promise<string> {
  const path = await sendForm(sender, form, { code });
  expect(path).not.toBe(form);
  return path;
}

/** Logs in as a neighbour and vouches by the forms alone. */
export async function vouchByForms(sender: Sender, email: string, code: string): Promise<void> {
  await logInByForms(sender, email);
  await sendForm(sender, await openQuestion(sender, "/borg", code), { antwoord: "ja" });
}
