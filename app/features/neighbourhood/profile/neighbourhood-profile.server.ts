import type { ViewerTx } from "../../../../db/viewer.server.ts";
import { areasHere } from "./areas-here.server.ts";
import { newestFigures, throughYears } from "./figures-of.ts";
import { gridUseHere } from "./grid-use-here.server.ts";
import { homesHere } from "./homes-here.server.ts";
import { indicatorGroups, singleIndicators } from "./indicator-groups.ts";
import { labelsPerStreet } from "../labels-per-street.server.ts";

/** Everything public that is shown of a neighbourhood as a whole; `figures` is null where no key figures of it are loaded. */
export async function neighbourhoodProfile(tx: ViewerTx, neighbourhoodCode: string) {
  const areas = await areasHere(tx, neighbourhoodCode);
  const numbers = newestFigures(areas, singleIndicators);
  const ownership = newestFigures(areas, indicatorGroups.ownership);
  const households = newestFigures(areas, indicatorGroups.households);
  const ages = newestFigures(areas, indicatorGroups.ages);
  return {
    homes: await homesHere(tx, neighbourhoodCode),
    labels: await labelsPerStreet(tx),
    grid: await gridUseHere(tx, neighbourhoodCode),
    figures:
      numbers && ownership && households && ages
        ? { areas: areas.map(({ level, name }) => ({ level, name })), numbers, ownership, households, ages, gas: throughYears(areas, "gas"), electricity: throughYears(areas, "electricity") }
        : null,
  };
}
