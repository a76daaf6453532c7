import { and, count, eq, gt, isNull, sum } from "drizzle-orm";
import { building } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { periodIndex } from "../neighbourhood/building-period.ts";
import { labelsPerStreet, type StreetLabels } from "../neighbourhood/labels-per-street.server.ts";
import { classColours, type ColouringLayer, isColouring, type PublicLayer } from "./public-layers.ts";

/** How many buildings with a home, and homes in them, are of one class; the key is that of `classColours`, or "unknown". */
export type ClassCount = { key: string; buildings: number; homes: number };

/** What a public layer says of a neighbourhood, in numbers: the same as the map draws. */
export type LayerFacts = { layer: ColouringLayer; classes: ClassCount[] } | { layer: "label"; streets: StreetLabels[] };

/** Reads the facts of the layer that is on; streets with too few labels are left out by the database. */
export async function layerFacts(tx: ViewerTx, neighbourhoodCode: string, layer: PublicLayer): Promise<LayerFacts> {
  if (!isColouring(layer)) return { layer, streets: await labelsPerStreet(tx) };
  const rows = await tx
    .select({ type: building.dwellingType, year: building.builtYear, buildings: count(), homes: sum(building.dwellingCount).mapWith(Number) })
    .from(building)
    .where(and(eq(building.neighbourhoodCode, neighbourhoodCode), isNull(building.endedOn), gt(building.dwellingCount, 0)))
    .groupBy(building.dwellingType, building.builtYear);
  const known = Object.keys(classColours[layer]);
  const keyOf = ({ type, year }: (typeof rows)[number]) => (layer === "type" ? type : year === null ? null : String(periodIndex(year)));
  const classes = [...known, "unknown"].map((key): ClassCount => {
    const here = rows.filter((row) => (key === "unknown" ? !known.includes(keyOf(row) ?? "") : keyOf(row) === key));
    return { key, buildings: here.reduce((all, row) => all + row.buildings, 0), homes: here.reduce((all, row) => all + row.homes, 0) };
  });
  return { layer, classes: classes.filter(({ buildings }) => buildings > 0) };
}
