import { expect, test } from "./test.ts";

test("a resident reads the energy label of the own home, until when it counts and where it is from", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto("/mijn-huis");
  await page.getByText("Alles op een rij, met de bronnen").click();
  const label = page.locator("section").filter({ has: page.getByRole("heading", { name: "Energielabel" }) }).last();
  await expect(label).toContainText(/Klasse\s*(A\+{0,5}|[B-G])\s*(Geldig tot|Verlopen op) \d{1,2} \w+ 20\d\d/);
  await expect(label).toContainText("Bron: EP-Online, het register van de Rijksdienst voor Ondernemend Nederland, 8 januari 2024.");
});
