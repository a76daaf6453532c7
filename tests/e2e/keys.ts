import { type Locator, type Page } from "@playwright/test";
import { tabTo } from "./flows.ts";

// What is done with the keyboard alone: the focus is moved with Tab until it is there.

const main = (page: Page) => page.getByRole("main");

/** Follows a link. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, main(page).getByRole("link", { name }));
  await page.keyboard.press("Enter");
}

/** Presses a button. */
export async function pressKey(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, main(page).getByRole("button", { name }));
  await page.keyboard.press("Enter");
}

/** Types in a field, in the place of what it held. */
export async function typeIn(page: Page, label: string | RegExp, words: string): Promise<void> {
  await tabTo(page, main(page).getByLabel(label));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(words);
}

/** Moves with the arrows to one of several answers of which one is chosen. */
export async function chooseKey(page: Page, answer: string | RegExp): Promise<void> {
  const wanted = main(page).getByRole("radio", { name: answer });
  const group = wanted.locator("xpath=ancestor::fieldset[1]").getByRole("radio");
  await tabTo(page, group);
  for (let pressed = 0; pressed < 12 && !(await isFocused(wanted)); pressed++) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
}

const isFocused = (of: Locator) => of.evaluate((element) => element === document.activeElement);
