import { expect, type Page } from "@playwright/test";
import { letPass } from "./clock.ts";
import type { Hands } from "./hands.ts";
import { mainOf, sendForm } from "./mail.ts";

// Asking and answering: by the forms alone, for tests of what comes after, and all of what a question lives through.

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

/** From asking to what is still true after a year: what a question lives through. `script` is false where nothing happens without a load. */
export async function liveThroughQuestion({ follow, press, write, writeNewYear, choose }: Hands, asker: Page, finder: Page, title: string, { script = true } = {}): Promise<void> {
  await asker.goto("/vragen");
  await follow(asker, "Stel een vraag");
  await write(asker, "Je vraag", title);
  if (script) await expect(asker.getByRole("heading", { name: "Lijkt dit op jouw vraag?" }), "while it is typed").toBeVisible();
  await press(asker, "Verder");
  await expect(asker.getByRole("heading", { level: 1, name: "Lijkt dit op jouw vraag?" })).toBeVisible();
  await expect(asker.getByRole("article").filter({ hasText: /glas/i }).first()).toBeVisible();
  await follow(asker, "Nee, stel mijn vraag");
  await choose(asker, /^Mijn buurt/);
  await press(asker, "Deel met mijn buurt");
  await asker.waitForURL(/\/vragen\/[0-9a-f-]{36}/);
  const path = new URL(asker.url()).pathname;
  const id = path.split("/").at(-1)!;
  /** How the question stands, on a page that lies open, or that is loaded again where nothing comes by itself. */
  const stands = async (page: Page, state: string) => {
    if (!script) await page.goto(path);
    await expect(page.getByRole("main").getByText(state, { exact: true }).first()).toBeVisible();
  };
  const claim = async () => {
    await finder.goto(path);
    await follow(finder, "Ik zoek het uit");
    await press(finder, "Ik zoek het uit");
    await expect(finder.getByRole("status").filter({ hasText: "Fijn dat je dit uitzoekt." })).toBeVisible();
  };

  await claim();
  await stands(asker, "Wordt uitgezocht");
  await letPass(asker, "update question_claim set created_at = created_at - interval '30 days', until = until - 30 where question_id = $1 returning id", [id], "let-days-pass");
  await stands(asker, "Open");
  await expect(asker.getByText(/tot de dag voorbij was/)).toHaveCount(1);
  await claim();
  await follow(finder, "Vertel wat eruit kwam");
  await write(finder, "De uitkomst", "Het kan, met glas dat dun genoeg is.");
  await write(finder, "Waar heb je het vandaan?", "Offerte van een glaszetter");
  await writeNewYear(finder, "Wanneer hoorde of las je het?", 2026);
  await press(finder, "Deel de uitkomst");
  await expect(finder.getByRole("status").filter({ hasText: "De uitkomst staat erbij" })).toBeVisible();
  await stands(asker, "Er is een uitkomst");
  await press(asker, "Ja, dit is het antwoord");
  const accepted = asker.getByRole("status").filter({ hasText: "De vraag is beantwoord." });
  await expect(accepted).toBeVisible();
  await stands(finder, "Beantwoord");
  await expect(accepted, "also when the page has read itself again").toBeVisible();

  const year = "interval '13 months'";
  await letPass(asker, `with found as (update answer set shared_at = shared_at - ${year} where question_id = $1 returning id)
    update outcome_verdict set created_at = created_at - ${year} where question_id = $1 returning id`, [id], "let-days-pass");
  await stands(finder, "Klopt dit nog?");
  await press(finder, "Ja, het klopt nog");
  await expect(finder.getByRole("status").filter({ hasText: "Nu weten buren dat het nog klopt." })).toBeVisible();
  await stands(finder, "Beantwoord");
  await expect(finder.getByText(/zei dat het nog klopt/)).toBeVisible();
}
