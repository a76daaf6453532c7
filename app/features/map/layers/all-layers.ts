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
import { streetNames, streets } from "./streets.ts";

/** Every layer, from bottom to top. The order of the legend is that of `legendLayers`. */
export const allLayers: readonly MapLayer[] = [
  ground, plots, streets, buildings, boundary, alike, sharedHouses, sharedFlats, chosen, streetNames, houseNumbers, streetCounts, sharedSymbols, ownHome,
];

/** Layers in the order in which the legend explains them: mine, what neighbours share, what everybody may know. */
export const legendLayers: readonly MapLayer[] = [ownHome, sharedHouses, sharedFlats, streetCounts, alike, buildings, boundary];
