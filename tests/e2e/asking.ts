import { expect, type Page } from "@playwright/test";
import { mainOf, sendForm } from "./mail.ts";

// Questions and answers by their forms alone, for tests of what comes after.

/** Asks the neighbourhood something. @returns the path of the question */
export async function askByForms(page: Page, title: string): Promise<string> {
  const path = await sendForm(page, "/vragen/nieuw", { title, audience: "neighbourhood" });
  expect(path).toMatch(/^\/vragen\/[0-9a-f-]{36}$/);
  return path;
}

/** Answers a question. @returns the path of the answer */
export async function answerByForms(page: Page, question: string, body: string): Promise<string> {
  await sendForm(page, `${question}/antwoord`, { body });
  const main = await mainOf(page, question);
  const [, id] = new RegExp(`id="antwoord-([0-9a-f-]{36})"(?:(?!id="antwoord-).)*${body}`, "s").exec(main)!;
  return `/antwoorden/${id}`;
}
