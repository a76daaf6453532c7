/**
 * Where figures about homes and measures are from. `date` is of the publication, as far as the source says it; `where` is
 * a page on which somebody can look a figure up.
 */
export const figureSources = {
  pbl: {
    publisher: "Planbureau voor de Leefomgeving (PBL)",
    title: "Referentieverbruik warmte woningen",
    date: "2025",
    where: "https://www.pbl.nl/publicaties/referentieverbruik-warmte-woningen",
  },
  milieuCentraal: {
    publisher: "Milieu Centraal",
    title: "Spouwmuurisolatie",
    date: null,
    where: "https://www.milieucentraal.nl/energie-besparen/isoleren-en-besparen/spouwmuurisolatie/",
  },
} as const satisfies Record<string, { publisher: string; title: string; date: string | null; where: string }>;
export type FigureSource = keyof typeof figureSources;

/** Raised whenever a line of figures is added, changed or removed. */
export const figuresVersion = 1;

/** The year in which the gas in PBL's tables was measured. */
export const heatingMeasuredIn = 2020;

/** What a figure is counted in. */
export type FigureUnit = "m³/year" | "€" | "€/m³" | "m²";

/** One figure as its source has it: `printed` is the text of the source, `value` what it says in `unit`, `table` where it stands there. */
export type FigureLine = { source: FigureSource; table: string; value: number; unit: FigureUnit; printed: string; remark?: string };
