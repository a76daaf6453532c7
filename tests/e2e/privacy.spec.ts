import { shareMeasure, tabTo } from "./flows.ts";
import { logInByForms } from "./mail.ts";
import { ordinaryResident } from "./people.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";
import { agreeUnderAnOlderText } from "./ways.ts";

const experience = "Alleen voor mijn straat te lezen.";

// A tick that is missing is answered with 422, which a browser writes to its console.
test.use({ allowedProblems: [/status of 422/] });

test("looking at one's own things with the eyes of a neighbour, a moderator and the municipality, by keyboard", async ({ logInAs }) => {
  const page = await logInAs("straatgenoot");
  const path = await shareMeasure(page, { kind: "Groen dak", experience, audience: /^Mijn straat/ });
  await page.goto("/toestemmingen");
  await tabTo(page, page.getByRole("main").getByRole("link", { name: /^Bekijk als/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Dit ziet een buur in jullie straat" })).toBeVisible();
  await expect(page.locator(`main a[href="${path}"]`)).toHaveCount(1);
  const look = async (who: string, heading: string) => {
    await tabTo(page, page.getByRole("link", { name: who, exact: true }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 2, name: heading })).toBeVisible();
  };
  await look("Een buur verderop in de buurt", "Dit ziet een buur verderop in de buurt");
  await expect(page.locator(`main a[href="${path}"]`), "what is for the street is not seen elsewhere").toHaveCount(0);
  await look("Een beheerder", "Dit ziet een beheerder");
  await expect(page.getByText("Wie dan kijkt, moet zeggen waarom.")).toBeVisible();
  await look("De gemeente", "Dit ziet de gemeente");
  await expect(page.getByText(/Jullie huishouden telt (niet )?mee in die cijfers/)).toBeVisible();
});

test("withdrawing everything at once, by keyboard: what ends and what does not is said before", async ({ page }) => {
  await logInByForms(page, ordinaryResident(7).email);
  await shareMeasure(page, { kind: "Groen dak", experience, audience: /^Mijn straat/ });
  await page.goto("/toestemmingen");
  await tabTo(page, page.getByRole("main").getByRole("link", { name: "Trek alles in één keer in" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Dit draait het niet terug" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Trek alles in" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Zet eerst een vinkje");
  await tabTo(page, page.getByLabel(/^Ja, trek alles in/));
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Trek alles in" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").first()).toContainText("ingetrokken");
  await expect(page.getByRole("article").filter({ hasText: "Groen dak" })).toHaveCount(0);
});

test("a text that says more is asked of who agreed, by keyboard: a no leaves it as it was, a yes counts from then on", async ({ page }, { project }) => {
  const { email } = ordinaryResident({ phone: 12, laptop: 13 }[project.name] ?? 14);
  await logInByForms(page, email);
  const asked = page.getByRole("heading", { name: "De tekst is veranderd" });
  const answer = async (words: RegExp, said: string) => {
    await page.goto(await agreeUnderAnOlderText(page, email));
    await expect(asked).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await tabTo(page, page.getByRole("main").getByRole("button", { name: words }), 200);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText(said);
    await expect(asked).toHaveCount(0);
  };
  await answer(/^Nee, laat het zoals het was/, "De oude tekst blijft gelden.");
  await expect(page.getByRole("main")).toContainText("Tegen de nieuwe tekst zei je nee.");
  await answer(/^Ja, ook dit mag/, "Vanaf nu geldt de nieuwe tekst.");
  await expect(page.getByRole("main")).not.toContainText("Tegen de nieuwe tekst zei je nee.");
});
