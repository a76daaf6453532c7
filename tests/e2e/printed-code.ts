import { expect, type Page } from "@playwright/test";

/** Prints the letter of one address as a moderator, and reads its code from the sheet. */
export async function printedCode(moderator: Page, address: string): Promise<string> {
  await moderator.goto("/beheer/brieven");
  // Every new letter is chosen from the start; printing another's again would end its code.
  const chosen = moderator.getByRole("checkbox", { checked: true });
  for (let left = await chosen.count(); left > 0; left--) await chosen.first().uncheck();
  await moderator.getByRole("checkbox", { name: new RegExp(`^${address},`) }).check();
  await moderator.getByRole("button", { name: "Maak de gekozen brieven" }).click();
  await expect(moderator.getByText("Aan de bewoners van")).toHaveCount(1);
  const [code] = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(await moderator.locator("body").innerText()) ?? [];
  if (!code) throw new Error("there is no code on the letter");
  return code;
}
