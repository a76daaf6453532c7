import { press, tabTo } from "./flows.ts";
import { logInByForms, newestMail, typeCode } from "./mail.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";
import { codeOn, homeWithNeighbours } from "./vouching.ts";

test("two neighbours who know somebody let them in, and a third is not needed", async ({ page, anotherBrowser }, { project }) => {
  const home = homeWithNeighbours(project.name === "phone" ? 0 : 1);
  const email = `nieuwe-buur-${project.name}-${Date.now()}@voorbeeld.test`;
  const seen = async (who: typeof page) => expect(await violations(who)).toEqual([]);
  await page.goto(`/meedoen/adres?postcode=${home.unit.postcode}&nummer=${home.unit.number}`);
  await press(page, "Dit is mijn adres");
  await page.getByLabel("Je mailadres").fill(email);
  await page.getByLabel("Ik ben 16 jaar of ouder").check();
  await press(page, "Stuur mij een mail");
  await typeCode(page, (await newestMail(page, email)).code);
  await page.getByRole("radio", { name: /^Twee buren kennen mij/ }).check();
  await press(page, "Verder");
  await page.getByLabel("Je naam").fill("Noor");
  await press(page, "Maak mijn code");
  await page.waitForURL("/meedoen/buren/code");
  const main = page.getByRole("main");
  await expect(main.getByText("Nog geen buur heeft gezegd dat die je kent.")).toBeVisible();
  const code = codeOn(await main.innerText());
  await seen(page);
  for (const [index, neighbour] of home.neighbours.slice(0, 2).entries()) {
    const other = await anotherBrowser();
    await logInByForms(other, neighbour);
    await other.goto(index === 0 ? `/borg/link/${code}` : "/borg");
    await expect(other, "the code is not in the address").toHaveURL("/borg");
    if (index === 0) await expect(other.getByLabel("Code van je buur")).toHaveValue(code);
    else await other.getByLabel("Code van je buur").fill(code.toLowerCase().replace("-", " "));
    await seen(other);
    await press(other, "Verder");
    await expect(other.getByText("Noor", { exact: true })).toBeVisible();
    await expect(other.getByText(`${home.unit.street} ${home.unit.number}`, { exact: true })).toBeVisible();
    await seen(other);
    const yes = other.getByRole("button", { name: "Ik ken deze bewoner op dit adres" });
    await tabTo(other, yes);
    await other.keyboard.press("Enter");
    await expect(other.getByText(index === 0 ? /Als nog een buur dit zegt/ : /Je was de tweede buur/)).toBeVisible();
    if (index === 1) continue;
    await page.reload();
    await expect(main.getByText("Eén buur kent je. Nog één.")).toBeVisible();
  }
  await page.goto("/begin");
  await expect(page, "who was vouched for is in").toHaveURL(/\/welkom/);
});
