import { shareMeasure, tabTo } from "./flows.ts";
import { expect, test } from "./test.ts";

const experience = "Alleen voor mijn straat te lezen.";

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
