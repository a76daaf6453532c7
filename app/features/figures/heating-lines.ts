import type { DwellingType } from "../../../db/schema/choices.ts";
import type { FigureLine } from "./figure-sources.ts";

/** What PBL divides homes by. */
export const heatingTraits = ["type", "period", "label", "area"] as const;
export type HeatingTrait = (typeof heatingTraits)[number];

/** Which homes a line is about: of a period both years count; of an area the lower end counts and the upper does not, in m². */
type Holds =
  | { trait: "type"; dwellingType: DwellingType }
  | { trait: "period"; from: number | null; to: number }
  | { trait: "label"; letter: string }
  | { trait: "area"; from: number; below: number };

/** The average gas for heat (m³ a year) of homes of one class, the class as the source names it. */
export type HeatingLine = FigureLine & Holds & { trait: HeatingTrait; class: string };

const line = (table: 14 | 15 | 16 | 17, name: string, printed: string, holds: Holds, remark?: string): HeatingLine => ({
  source: "pbl",
  table: `tabel ${table}`,
  class: name,
  value: Number(printed),
  unit: "m³/year",
  printed,
  ...holds,
  ...(remark ? { remark } : {}),
});
const type = (dwellingType: DwellingType): Holds => ({ trait: "type", dwellingType });
const period = (from: number | null, to: number): Holds => ({ trait: "period", from, to });
const label = (letter: string): Holds => ({ trait: "label", letter });
const area = (from: number, below: number): Holds => ({ trait: "area", from, below });

/**
 * PBL, Referentieverbruik warmte woningen (2025), tables 14 to 17, column "waargenomen warmtevraag": what homes of a class used
 * on average in 2020. Left out are: the row that says "t/m 1929" a second time (probably 1930 to 1945, but the source doesn't
 * say so), homes of 500 m² or more (no home, no figure), and homes without a known label.
 */
export const heatingLines: readonly HeatingLine[] = [
  line(14, "A", "695", label("A")),
  line(14, "B", "789", label("B")),
  line(14, "C", "928", label("C")),
  line(14, "D", "1046", label("D")),
  line(14, "E", "1135", label("E")),
  line(14, "F", "1217", label("F")),
  line(14, "G", "1232", label("G")),
  line(15, "Vrijstaand", "1959", type("detached")),
  line(15, "2-onder-1 kap", "1544", type("semi_detached")),
  line(15, "hoekwoning", "1347", type("end_terrace")),
  line(15, "tussenwoning", "1127", type("terraced")),
  line(15, "appartement (t/m 4 etages)", "805", type("flat")),
  line(15, "appartement (v/a 5 etages)", "776", type("flat")),
  line(16, "Tot en met 1929", "1320", period(null, 1929)),
  line(16, "1946 t/m 1964", "1212", period(1946, 1964)),
  line(16, "1965 t/m 1974", "1297", period(1965, 1974), "De bron drukt in deze rij ook 1.28 en 591.58: daar is een nul weggevallen (1280 en 591580). Dit getal staat er wel heel."),
  line(16, "1975 t/m 1991", "1084", period(1975, 1991)),
  line(16, "1992 t/m 1995", "999", period(1992, 1995)),
  line(16, "1996 t/m 1999", "974", period(1996, 1999)),
  line(16, "2000 t/m 2005", "946", period(2000, 2005)),
  line(16, "2006 t/m 2010", "846", period(2006, 2010)),
  line(16, "2011 t/m 2014", "737", period(2011, 2014)),
  line(16, "2015 t/m 2020", "715", period(2015, 2020)),
  line(17, "tot 50", "629", area(0, 50)),
  line(17, "50 tot 75", "785", area(50, 75)),
  line(17, "75 tot 100", "962", area(75, 100)),
  line(17, "100 tot 150", "1260", area(100, 150)),
  line(17, "150 tot 250", "1827", area(150, 250)),
  line(17, "250 tot 500", "2371", area(250, 500)),
];
