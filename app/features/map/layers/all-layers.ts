import { alike } from "./alike.ts";
import { boundary } from "./boundary.ts";
import { buildings, houseNumbers, plots } from "./buildings.ts";
import { chosen } from "./chosen.ts";
import { ground } from "./ground.ts";
import type { MapLayer } from "./layer.ts";
import { ownHome } from "./own-home.ts";
import { sharedFlats } from "./shared-flats.ts";
import { sharedHouses, sharedSymbols } from "./shared-houses.ts";
import { streetCounts } from "./street-counts.ts";
import { streetSpots } from "./street-spots.ts";
import { streetLabels } from "./street-labels.ts";
import { streetNames, streets } from "./streets.ts";

/** What lies below everything else: where the ground is known, and where it isn't. Tiles take the place of both. */
export const groundLayers: readonly MapLayer[] = [ground, streets];
export const groundlessLayers: readonly MapLayer[] = [plots];

/** Every other layer, from bottom to top. The order of the legend is that of `legendLayers`. */
export const allLayers: readonly MapLayer[] = [
  buildings, boundary, alike, sharedHouses, sharedFlats, chosen, streetNames, houseNumbers, streetLabels, streetCounts, sharedSymbols, streetSpots, ownHome,
];

/** Layers in the order in which the legend explains them: mine, what neighbours share, what everybody may know. */
export const legendLayers: readonly MapLayer[] = [ownHome, sharedHouses, sharedFlats, streetCounts, streetSpots, alike, buildings, boundary];
