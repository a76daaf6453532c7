import sharp from "sharp";
import { orderAndWithdraw } from "./buying.ts";
import { choose, press, statusFor, tabTo } from "./flows.ts";
import { logInByForms } from "./mail.ts";
import { purchaseCalled, signUpFor } from "./pages-of-purchases.ts";
import { withDelivery, withOffer } from "./people.ts";
import { expect, test } from "./test.ts";
import { violations } from "./violations.ts";

test.use({ allowedProblems: [/status of (404|422)/] });

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

test("signing up, telling about the home, sharing with the supplier and stopping, and leaving again, by keyboard", async ({ logInAs, anotherBrowser }) => {
  const page = await logInAs("straatgenoot");
  await page.goto(`${String(await purchaseCalled("Spouwmuren")(page))}`);
  await tabTo(page, page.getByRole("link", { name: /^(Doe mee|Nog een aanmelding)$/ }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/aanmelden$/);
  await press(page, "Meld me aan");
  await expect(page.getByRole("alert")).toContainText("Kies voor wie je je aanmeldt.");
  await choose(page, /^Voor mijn eigen huis/);
  await choose(page, /^Ik heb de spelregels gelezen/);
  await tabTo(page, page.getByRole("button", { name: "Meld me aan" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").first()).toContainText(/aangemeld/);
  const path = new URL(page.url()).pathname;
  await page.getByRole("main").getByRole("link", { name: "Vertel over je huis" }).click();
  await press(page, "Verstuur");
  await expect(page.getByRole("alert")).toContainText("Beantwoord deze vraag.");
  await page.getByRole("radio", { name: "Ja" }).check();
  await page.getByLabel("Hoeveel groepen zijn er vrij in je meterkast?").fill("2");
  await page.getByLabel("Is er iets aan je huis dat de installateur moet weten?").fill("Nee");
  await press(page, "Verstuur");
  await expect(page.getByRole("status")).toContainText("Bewaard. Er hoort nog een foto bij.");
  await page.getByRole("main").getByRole("link", { name: /^Zet er een foto bij/ }).click();
  await page.getByLabel("Kies een foto").setInputFiles({ name: "muur.jpg", mimeType: "image/jpeg", buffer: Buffer.from("geen foto") });
  await press(page, "Bewaar de foto");
  await expect(page.getByRole("alert")).toContainText("Dit is geen foto die we kunnen lezen.");
  await page.getByLabel("Kies een foto").setInputFiles({ name: "muur.jpg", mimeType: "image/jpeg", buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: "#a65" } }).jpeg().toBuffer() });
  await press(page, "Bewaar de foto");
  await expect(page.getByRole("status")).toContainText("Alleen jullie en de beheerders zien hem.");
  const photo = (await page.getByRole("img", { name: /^Een foto van de buitenmuur/ }).getAttribute("src"))!;
  expect(await statusFor(page, photo)).toBe(200);
  const moderator = await anotherBrowser("moderator");
  expect(await statusFor(moderator, photo.replace("/samen-inkopen/", "/beheer/inkopen/"))).toBe(200);
  for (const other of ["buur", "gemeente"] as const) {
    const stranger = await anotherBrowser(other);
    for (const address of [photo, photo.replace("/samen-inkopen/", "/beheer/inkopen/")]) expect((await stranger.request.get(address, { maxRedirects: 0 })).status(), `${other} ${address}`).not.toBe(200);
  }
  expect(await violations(page)).toEqual([]);
  await page.goto(path);
  await expect(page.getByText("We kijken of je huis geschikt is.")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Gegevens voor de leverancier" }).click();
  await page.getByRole("textbox", { name: "Je naam" }).fill("J. Voorbeeld");
  await page.getByRole("textbox", { name: "Je mailadres voor de leverancier" }).fill("j@voorbeeld.test");
  await page.getByRole("textbox", { name: "Je telefoonnummer" }).fill("0612345678");
  await choose(page, /^Ja, dit mag/);
  await press(page, "Bewaar");
  await expect(page.getByRole("status")).toBeVisible();
  await page.goto("/toestemmingen");
  await expect(page.getByText("Gegevens voor de leverancier")).toBeVisible();
  await page.goto(`${path}/leverancier`);
  await press(page, "Stop met delen");
  await expect(page.getByText("De leverancier krijgt niets van jullie", { exact: true })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Meld me af" }).click();
  await press(page, "Meld me af");
  await expect(page.getByText("Je doet niet meer mee.")).toBeVisible();
});

test("what was delivered is put on the home, for the own household only", async ({ page }) => {
  await logInByForms(page, withDelivery[0]!.email);
  const path = String(await signUpFor("Hybride warmtepompen")(page));
  await page.goto(path);
  await page.getByRole("main").getByRole("link", { name: "Zeg hoe het ging" }).click();
  await choose(page, "Tevreden");
  await press(page, "Verstuur");
  await expect(page.getByRole("status").first()).toContainText("Bedankt voor je oordeel.");
  await press(page, "Zet op mijn huis");
  await page.waitForURL(/\/maatregelen\//);
  await expect(page.getByRole("main")).toContainText("Alleen mijn huishouden");
  await page.goto(path);
  await expect(page.getByRole("link", { name: "Het staat op je huis" })).toBeVisible();
});
