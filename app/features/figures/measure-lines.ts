import type { DwellingType } from "../../../db/schema/choices.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import type { FigureLine } from "./figure-sources.ts";

/** What a line says of a measure: gas saved (m³ a year), cost and subsidy (€, once), and the wall (m²) that the source reckons with. */
export type MeasureSubject = "saving" | "cost" | "subsidy" | "wall";
export type MeasureLine = FigureLine & { kind: MeasureKind; dwellingType: DwellingType; subject: MeasureSubject };

const units = { saving: "m³/year", cost: "€", subsidy: "€", wall: "m²" } as const;
const tables = { saving: "Besparing spouwmuurisolatie", cost: "Kosten en subsidie spouwmuurisolatie", subsidy: "Kosten en subsidie spouwmuurisolatie", wall: "onder de tabellen" } as const;

/** A number as it is printed in Dutch, with its unit: "€ 1.100", "1,45 euro/m3". */
const valueOf = (printed: string) => Number(/\d[\d.]*(,\d+)?/.exec(printed)![0].replaceAll(".", "").replace(",", "."));

const cavity = (dwellingType: DwellingType, printed: Record<MeasureSubject, string>): MeasureLine[] =>
  (Object.keys(units) as MeasureSubject[]).map((subject) => ({
    kind: "cavity_insulation",
    dwellingType,
    subject,
    source: "milieuCentraal",
    table: tables[subject],
    value: valueOf(printed[subject]),
    unit: units[subject],
    printed: printed[subject],
  }));

/** Milieu Centraal, page "Spouwmuurisolatie": an average home of each type without any insulation in its walls. */
export const measureLines: readonly MeasureLine[] = [
  ...cavity("terraced", { saving: "180 m3", cost: "€ 1.100", subsidy: "€ 310", wall: "39 m2" }),
  ...cavity("end_terrace", { saving: "400 m3", cost: "€ 2.350", subsidy: "€ 700", wall: "88 m2" }),
  ...cavity("semi_detached", { saving: "410 m3", cost: "€ 2.450", subsidy: "€ 720", wall: "90 m2" }),
  ...cavity("detached", { saving: "600 m3", cost: "€ 3.500", subsidy: "€ 1.000", wall: "129 m2" }),
];

/** The price of gas that Milieu Centraal reckons with on that page: what is expected of coming years, without a year that we know. */
export const gasPrice: FigureLine = {
  source: "milieuCentraal",
  table: "Besparing spouwmuurisolatie",
  value: valueOf("1,45 euro/m3"),
  unit: "€/m³",
  printed: "1,45 euro/m3",
};
