import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { statusFor } from "./flows.ts";
import type { Hands } from "./hands.ts";
import { sendForm } from "./mail.ts";
import { homes } from "./people.ts";

/** Shares a measure with the neighbourhood about which neighbours may ask, by its forms alone. @returns its path */
export async function askableByForms(owner: Page): Promise<string> {
  const id = randomUUID();
  await sendForm(owner, "/maatregelen/nieuw?soort=draught_proofing", { id, kind: "draught_proofing", state: "done", year: "2020" });
  await sendForm(owner, `/maatregelen/${id}/publiek`, { audience: "neighbourhood", "contact[]": "ask" });
  return `/maatregelen/${id}`;
}

const shownName = ({ people: [first], unit }: (typeof homes)[keyof typeof homes]) => first.displayName ?? `Iemand uit de ${unit.street}`;

/** A private thread, from the first question to a report and a block, and back. `script` is false where nothing happens without a load. */
export async function talkInPrivate({ follow, press, write, choose }: Hands, asker: Page, by: keyof typeof homes, asked: Page, about: string, { script = true } = {}): Promise<void> {
  const reads = async (page: Page, words: string) => {
    if (!script) await page.goto(thread);
    await expect(page.getByRole("main").getByText(words)).toBeVisible();
  };
  await asker.goto(about);
  await follow(asker, "Stel een vraag");
  await expect(asker.getByText("Alleen wie dit deelde leest je vraag.")).toBeVisible();
  await write(asker, "Je vraag", "Waar begon je?");
  await press(asker, "Verstuur je vraag");
  await expect(asker.getByRole("status").filter({ hasText: "Verstuurd." })).toBeVisible();
  const thread = new URL(asker.url()).pathname;

  await asked.goto("/gesprekken");
  await follow(asked, shownName(homes[by]));
  await asked.waitForURL(thread);
  await expect(asked.getByRole("main").getByText("Waar begon je?")).toBeVisible();
  await write(asked, "Schrijf terug", "Bij de voordeur.");
  await press(asked, "Verstuur");
  await reads(asker, "Bij de voordeur.");

  await follow(asker, "Meld dit");
  await choose(asker, /kwetsend/);
  await press(asker, "Verstuur melding");
  await expect(asker.getByRole("heading", { name: "Je melding", exact: true })).toBeVisible();

  await asker.goto(thread);
  await follow(asker, "Blokkeer deze buur");
  await press(asker, "Blokkeer deze buur");
  await expect(asker.getByRole("status").filter({ hasText: "Geblokkeerd." })).toBeVisible();
  expect([await statusFor(asker, thread), await statusFor(asked, thread)], "out of sight of both").toEqual([404, 404]);
  await asker.getByRole("status").getByRole("button", { name: "Maak ongedaan" }).press("Enter");
  await expect(asker.getByText("Niet meer geblokkeerd.")).toBeVisible();
  expect([await statusFor(asker, thread), await statusFor(asked, thread)]).toEqual([200, 200]);
}
