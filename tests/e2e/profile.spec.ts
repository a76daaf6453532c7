import { FIGURE_YEARS, writeAreaFigures } from "../../db/sample/register/write-area-figures.ts";
import { homes, ids } from "./people.ts";
import { expect, test } from "./test.ts";

type Cells = Record<string, string | number>;
const cellsOf = (year: (typeof FIGURE_YEARS)[number]): Cells => {
  const { features } = JSON.parse(writeAreaFigures(ids, year)) as { features: { properties: Cells }[] };
  return features.find(({ properties }) => properties.buurtcode === homes.bewoner.neighbourhoodCode)!.properties;
};

test("a resident finds the profile of the own neighbourhood, with the figures of the file and what is unknown", async ({ logInAs }) => {
  const page = await logInAs("bewoner");
  await page.goto("/buurt");
  await page.getByRole("main").getByRole("link", { name: /Je buurt in cijfers/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Wijkprofiel van/);
  await page.getByText("Bekijk de cijfers: Van wie zijn de woningen? (2023)").click();
  const ownership = page.getByRole("table", { name: /Van wie zijn de woningen/ });
  await expect(ownership.getByRole("row", { name: /^Koop/ }).getByRole("cell").first()).toHaveText(`${cellsOf(2023).percentageKoopwoningen} %`);
  await expect(ownership.getByRole("row", { name: /^Niet bekend van wie/ }).getByRole("cell").first()).toHaveText("onbekend");
  await expect(page.getByText(/^Onbekend van .*: Niet bekend van wie\. De bron geeft hier geen cijfer/)).toBeVisible();
  await page.getByText("Bekijk de cijfers: Gas door de jaren").click();
  const gas = page.getByRole("table", { name: "Gas door de jaren" });
  const shown = (year: (typeof FIGURE_YEARS)[number], column: string) => `${Number(cellsOf(year)[column]).toLocaleString("nl-NL")} m³`;
  await expect(gas.getByRole("row", { name: /^2019/ }).getByRole("cell").first()).toHaveText(shown(2019, "gemiddeld_gasverbruik_totaal"));
  await expect(gas.getByRole("row", { name: /^2020/ }).getByRole("cell").first()).toHaveText("onbekend");
  await expect(gas.getByRole("row", { name: /^2023/ }).getByRole("cell").first()).toHaveText(shown(2023, "gemiddeldAardgasverbruik"));
});
