import { loadedSources } from "../sources/loaded-sources.server.ts";
import type { PublicLayer } from "./public-layers.ts";

const kinds = { period: "bag", type: "bag", label: "ep-online" } as const satisfies Record<PublicLayer, string>;

/** Of when the source is from which a layer is drawn, yyyy-mm-dd; null where nothing of it was loaded, or its date is unknown. */
export async function layerDate(layer: PublicLayer): Promise<string | null> {
  return (await loadedSources()).find(({ kind }) => kind === kinds[layer])?.sourceDate ?? null;
}
