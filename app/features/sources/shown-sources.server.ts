import { configuredTiles } from "../map/tiles.server.ts";
import { loadedSources } from "./loaded-sources.server.ts";
import type { ShownSource } from "./source-list.tsx";
import { sources, tilesSource } from "./sources.ts";

/**
 * Every source with what is loaded of it here, newest first. Of network operators and of the country each file is named,
 * because each is of another publisher or year; of the others only the newest.
 */
export async function shownSources(): Promise<ShownSource[]> {
  const loaded = await loadedSources();
  const tiles = configuredTiles();
  const all = tiles ? [...sources, tilesSource] : sources;
  return all.map((source) => {
    const own = loaded.filter(({ kind }) => kind === source.kind).map(({ scope, sourceDate, importedAt }) => ({ scope, sourceDate, importedAt }));
    const each = source.id === "grid" || source.id === "statline";
    return { ...source, attribution: tiles?.attribution ?? "", loaded: each ? own : own.slice(0, 1).map((newest) => ({ ...newest, scope: null })) };
  });
}
