import { answerByForms, askByForms } from "./asking.ts";
import { sendForm } from "./mail.ts";
import type { Person } from "./people.ts";
import { expect, test } from "./test.ts";

// A connection that is refused on purpose.
test.use({ allowedProblems: [/ERR_FAILED.*\/live\//] });

/** Who is blocked: each in no other test with who asks. */
const blocked: Record<string, Person> = { phone: "asksAlong", laptop: "neighbourInEnglish" };

test("an answer appears on an open page, and goes when it is taken back; one of who is blocked never does, and without a connection it is there at the next load", async ({ logInAs, anotherBrowser }, { project }) => {
  const asker = await logInAs("buur");
  const [writer, other] = [await anotherBrowser("bewoner"), await anotherBrowser(blocked[project.name])];
  const path = await askByForms(asker, `Wie zag de ${project.name} vliegen?`);
  const unwanted = await answerByForms(other, path, "Van wie straks geblokkeerd is.");
  await sendForm(asker, `${unwanted}/blokkeren`, {});

  const withoutConnection = await writer.context().newPage();
  await withoutConnection.route("**/live/**", (route) => route.abort());
  for (const page of [asker, writer, withoutConnection]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Antwoorden" })).toBeVisible();
  }
  await asker.getByLabel("Je antwoord").fill("Nog niet af");
  const shown = (page: typeof asker, words: string) => page.getByRole("main").getByText(words);

  await answerByForms(other, path, "Dit leest wie vroeg niet.");
  await expect(shown(writer, "Dit leest wie vroeg niet."), "an open page shows it").toBeVisible();
  const answer = await answerByForms(writer, path, "Dit leest iedereen.");
  await expect(shown(asker, "Dit leest iedereen.")).toBeVisible();
  await expect(asker.getByRole("status").filter({ hasText: "1 nieuw antwoord" }), "it is said to who listens").toHaveCount(1);
  await expect(asker.getByLabel("Je antwoord"), "what was being typed is still there").toHaveValue("Nog niet af");
  await expect(shown(asker, "Dit leest wie vroeg niet.")).toHaveCount(0);
  await expect(shown(asker, "Van wie straks geblokkeerd is.")).toHaveCount(0);

  await expect(shown(withoutConnection, "Dit leest iedereen."), "nothing came").toHaveCount(0);
  await withoutConnection.reload();
  await expect(shown(withoutConnection, "Dit leest iedereen.")).toBeVisible();

  await sendForm(writer, `${answer}/intrekking`, {});
  await expect(shown(asker, "Dit leest iedereen."), "taken back, and gone from the open page").toHaveCount(0);
  await expect(asker.getByLabel("Je antwoord")).toHaveValue("Nog niet af");
});
