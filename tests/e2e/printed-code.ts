import { expect, type Locator, type Page } from "@playwright/test";

/** Prints one letter as a moderator. Every new letter is chosen from the start; printing another's again would end its code. */
export async function printLetter(moderator: Page, which: (letters: Locator) => Locator): Promise<void> {
  await moderator.goto("/beheer/brieven");
  const chosen = moderator.getByRole("checkbox", { checked: true });
  for (let left = await chosen.count(); left > 0; left--) await chosen.first().uncheck();
  await which(moderator.getByRole("main").locator("label")).click();
  await moderator.getByRole("button", { name: "Maak de gekozen brieven" }).click();
  await expect(moderator.getByText("Aan de bewoners van")).toHaveCount(1);
}

/** Prints the letter of one address as a moderator, and reads its code from the sheet. */
export async function printedCode(moderator: Page, address: string): Promise<string> {
  await printLetter(moderator, (letters) => letters.filter({ hasText: new RegExp(`^${address},`) }));
  const [code] = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/.exec(await moderator.locator("body").innerText()) ?? [];
  if (!code) throw new Error("there is no code on the letter");
  return code;
}
