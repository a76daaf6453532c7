import type { ReactNode } from "react";
import { Card, Facts } from "../../../ui/page.tsx";
import type { GridUseHere } from "./grid-use-here.server.ts";
import { useFigures } from "./use-figures.ts";

/** What network operators say of the postcodes of the neighbourhood, per product and year. Needs `profile`. */
export function GridCard({ use, told }: { use: GridUseHere[]; told: ReactNode }) {
  const { t, number, inUnit } = useFigures();
  if (use.length === 0) return null;
  return (
    <Card>
      <h3 className="text-lg">{t("use.grid")}</h3>
      <p className="mb-4 measure text-sm text-ink-soft">{t("use.gridAbout")}</p>
      <Facts
        facts={use.map(({ product, year, average, connections, operators }) => ({
          name: t(product === "gas" ? "use.gridGas" : "use.gridElectricity", { year }),
          value: inUnit(product, average),
          note: t("use.gridNote", { connections: number(connections), operators, year }),
        }))}
      />
      {told}
    </Card>
  );
}
