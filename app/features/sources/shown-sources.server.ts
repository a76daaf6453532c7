import { configuredTiles } from "../map/tiles.server.ts";
import { loadedLines } from "./editions.ts";
import { loadedSources } from "./loaded-sources.server.ts";
import type { ShownSource } from "./source-list.tsx";
import { sources, tilesSource } from "./sources.ts";

/** Of these the years are said, because figures of several years stay side by side. */
const byYear: readonly string[] = ["cbs", "statline", "grid"];

/** Every source with what is loaded of it here. Network operators are named each, for each is a publisher of its own. */
export async function shownSources(): Promise<ShownSource[]> {
  const loaded = await loadedSources();
  const tiles = configuredTiles();
  const all = tiles ? [...sources, tilesSource] : sources;
  return all.map((source) => {
    const lines = loadedLines(loaded.filter(({ kind }) => kind === source.kind), byYear.includes(source.id));
    return { ...source, attribution: tiles?.attribution ?? "", loaded: source.id === "grid" ? lines : lines.map((line) => ({ ...line, scope: null })) };
  });
}
