import { answerByForms, askByForms } from "./asking.ts";
import { orderAndWithdraw } from "./buying.ts";
import { statusFor } from "./flows.ts";
import { logInByForms, sendForm } from "./mail.ts";
import { purchaseCalled, signUpFor } from "./pages-of-purchases.ts";
import { type Person, withOffer } from "./people.ts";
import { expect, test } from "./test.ts";

// A connection that is refused on purpose, a question that is taken away while somebody answers it, an order without its ticks.
test.use({ allowedProblems: [/ERR_FAILED.*\/live\/|status of 404.*\/vragen\/|status of 4(04|22).*\/samen-inkopen\//] });

/** Who is blocked: each meets who blocks them in no other test. */
const blocked: Record<string, Person> = { phone: "asksAlong", laptop: "neighbourInEnglish" };

test("an answer appears on an open page, and goes when it is taken back; one of who is blocked never does, and without a connection it is there at the next load", async ({ logInAs, anotherBrowser }, { project }) => {
  const reader = await logInAs("buur");
  const [asker, other] = [await anotherBrowser("bewoner"), await anotherBrowser(blocked[project.name])];
  const path = await askByForms(asker, `Wie zag de ${project.name} vliegen?`);
  await sendForm(reader, `${await answerByForms(other, path, "Van wie straks geblokkeerd is.")}/blokkeren`, {});

  const withoutConnection = await asker.context().newPage();
  await withoutConnection.route("**/live/**", (route) => route.abort());
  for (const page of [reader, asker, withoutConnection]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Antwoorden" })).toBeVisible();
  }
  await reader.getByLabel("Je antwoord").fill("Nog niet af");
  const shown = (page: typeof reader, words: string) => page.getByRole("main").getByText(words);

  await answerByForms(other, path, "Dit leest wie blokkeert niet.");
  await expect(shown(asker, "Dit leest wie blokkeert niet."), "an open page shows it").toBeVisible();
  const answer = await answerByForms(asker, path, "Dit leest iedereen.");
  await expect(shown(reader, "Dit leest iedereen.")).toBeVisible();
  await expect(reader.getByRole("status").filter({ hasText: "1 nieuw antwoord" }), "it is said to who listens").toHaveCount(1);
  await expect(reader.getByLabel("Je antwoord"), "what was being typed is still there").toHaveValue("Nog niet af");
  for (const words of ["Dit leest wie blokkeert niet.", "Van wie straks geblokkeerd is."]) await expect(shown(reader, words)).toHaveCount(0);

  await expect(shown(withoutConnection, "Dit leest iedereen."), "nothing came").toHaveCount(0);
  await withoutConnection.reload();
  await expect(shown(withoutConnection, "Dit leest iedereen.")).toBeVisible();

  await sendForm(asker, `${answer}/intrekking`, {});
  await expect(shown(reader, "Dit leest iedereen."), "taken back, and gone from the open page").toHaveCount(0);
  await expect(reader.getByLabel("Je antwoord")).toHaveValue("Nog niet af");

  await sendForm(asker, `${path}/intrekking`, {});
  await expect(reader.getByRole("alert"), "the question goes, and not what is being typed").toContainText("Deze vraag is net weggehaald.");
  await expect(reader.getByLabel("Je antwoord")).toHaveValue("Nog niet af");
  await expect(reader.getByRole("button", { name: "Plaats je antwoord" })).toHaveCount(0);
});

test("an order is made and taken back, each with a mail to keep, and whoever watches sees the bar move", async ({ page, anotherBrowser }) => {
  const watcher = await anotherBrowser("bewoner");
  await watcher.goto(String(await purchaseCalled("Samen zonnepanelen")(watcher)));
  const bar = watcher.locator("[data-purchase-bar]");
  await expect(bar).toContainText(/\d+ huizen bestelden, 25 nodig/);
  const before = Number(/(\d+) huizen bestelden/.exec(await bar.innerText())![1]);
  const { email } = withOffer[0]!;
  await logInByForms(page, email);
  const path = String(await signUpFor("Samen zonnepanelen")(page));
  expect(await statusFor(watcher, path), "a neighbour's sign-up is not there").toBe(404);
  // From before it is ordered: the bar moves on, and back again when the order is taken back.
  const moved = expect(bar, "live, without loading").toContainText(`${before + 1} huizen bestelden`, { timeout: 60_000 });
  await orderAndWithdraw(page, email);
  await moved;
  await expect(bar).toContainText(`${before} huizen bestelden`);
});
