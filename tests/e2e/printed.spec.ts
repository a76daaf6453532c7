import type { Page } from "@playwright/test";
import { readPdf } from "../support/read-pdf.ts";
import { helping } from "./helping.ts";
import { sendForm } from "./mail.ts";
import { expect, test } from "./test.ts";

// What is laid on a table to be signed, or left behind on one, is one sheet: with a second page half of it gets lost.

async function printed(page: Page) {
  const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return { pages, text: pages.map(({ text }) => text).join(" ").replaceAll(/\s+/g, " ") };
}

/** One A4, with white all around. */
function expectOneSheet({ pages }: Awaited<ReturnType<typeof printed>>) {
  expect(pages).toHaveLength(1);
  const { size, pieces } = pages[0]!;
  expect([Math.round(size.width), Math.round(size.height)]).toEqual([210, 297]);
  for (const { text, left, right, top, bottom } of pieces) {
    expect(left > 10 && right < 200 && top > 10 && bottom < 287, `"${text}" is within the margins`).toBe(true);
  }
}

test("the form to sign is one A4, with all that is agreed to on it", async ({ logInAs }, { project }) => {
  const page = await logInAs("moderator");
  await page.goto("/helpen/formulier");
  const sheet = await printed(page);
  expectOneSheet(sheet);
  for (const words of ["Handtekening", "Wie mag het zien", "Hiermee ga ik akkoord"]) expect(sheet.text, project.name).toMatch(new RegExp(words, "i"));
  expect(sheet.text).not.toContain("Print dit");
});

test("a confirmation of what is entered in fifteen minutes is one A4", async ({ logInAs }) => {
  const page = await logInAs("moderator");
  const path = await helping()(page);
  const titles = Array.from({ length: 4 }, (_, index) => `Een fietsenrek bij de ingang, met plek voor twaalf fietsen (${index + 1})`);
  for (const title of titles) await sendForm(page, `${path}/vul-in/buurtwens`, { title, audience: "neighbourhood" });
  await page.goto(`${path}/bevestiging`);
  const sheet = await printed(page);
  expectOneSheet(sheet);
  for (const title of titles) expect(sheet.text).toContain(title);
});
