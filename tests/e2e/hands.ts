import { expect, type Locator, type Page } from "@playwright/test";
import { tabTo } from "./flows.ts";

/** What is done on a page, in the middle of it, by the words that are read there. */
export type Hands = {
  follow: (page: Page, link: string | RegExp) => Promise<void>;
  press: (page: Page, button: string | RegExp) => Promise<void>;
  write: (page: Page, label: string | RegExp, words: string) => Promise<void>;
  /** Fills in the first of January of a year: the same day in every order of day and month. */
  writeNewYear: (page: Page, label: string | RegExp, year: number) => Promise<void>;
  /** @param time in the morning, as 10:30: typed with the same keys where a day has 24 hours and where it has two times twelve */
  writeTime: (page: Page, label: string, time: string) => Promise<void>;
  choose: (page: Page, answer: string | RegExp) => Promise<void>;
};

const main = (page: Page) => page.getByRole("main");

/** A thumb or a mouse; works without JavaScript. */
export const pointer: Hands = {
  follow: (page, link) => main(page).getByRole("link", { name: link }).first().click(),
  press: (page, button) => main(page).getByRole("button", { name: button }).click(),
  write: (page, label, words) => main(page).getByLabel(label).fill(words),
  writeNewYear: (page, label, year) => main(page).getByLabel(label).fill(`${year}-01-01`),
  writeTime: (page, label, time) => main(page).getByLabel(label, { exact: true }).fill(time),
  choose: (page, answer) => main(page).getByLabel(answer).first().check(),
};

/** The keyboard alone: the focus is moved with Tab until it is there. */
export const keyboard: Hands = {
  follow: async (page, link) => enter(page, main(page).getByRole("link", { name: link })),
  press: async (page, button) => enter(page, main(page).getByRole("button", { name: button })),
  write: async (page, label, words) => {
    await tabTo(page, main(page).getByLabel(label));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(words);
  },
  writeNewYear: async (page, label, year) => {
    await tabTo(page, main(page).getByLabel(label));
    await page.keyboard.type(`0101${year}`);
  },
  writeTime: async (page, label, time) => {
    const field = main(page).getByLabel(label, { exact: true });
    await tabTo(page, field);
    await page.keyboard.type(`${time.replace(":", "")}A`);
    await expect(field).toHaveValue(time);
  },
  choose: async (page, answer) => {
    const wanted = main(page).getByRole("radio", { name: answer });
    await tabTo(page, wanted.locator("xpath=ancestor::fieldset[1]").getByRole("radio"));
    for (let pressed = 0; pressed < 12 && !(await isFocused(wanted)); pressed++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
  },
};

async function enter(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor();
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}

const isFocused = (of: Locator) => of.evaluate((element) => element === document.activeElement);
