import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Position } from "geojson";
import type { CbsSummary } from "../../app/features/neighbourhood/import/cbs/cbs-summary.ts";
import { newStyle, writeGeopackage, type CbsFeature } from "../support/cbs-files.ts";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import { command, embedded, onServer } from "./import.bench.ts";
import type { Figure } from "./main.ts";

/** Neighbourhoods of a generated file: as many as the country has, and ten times less to compare memory. */
const SIZES = [1_500, 15_000];
/** Corners of each: real ones have some hundred. */
const CORNERS = 120;

/** How many neighbourhoods a second `npm run import -- cbs` reads of a GeoPackage, twice, on both databases, and its memory. */
export async function* benchCbs(): AsyncGenerator<Figure> {
  const folder = await mkdtemp(join(tmpdir(), "buurhof-bench-"));
  const server = await ensurePostgres();
  try {
    for (const size of SIZES) {
      const file = await writeGeopackage(join(folder, `wijkenbuurten_2024_${size}.gpkg`), { layers: { buurten: Array.from({ length: size }, (_, index) => neighbourhood(index)) } });
      for (const [database, fresh] of [["postgres", server.url ? () => onServer(server.url!) : null], ["pglite", () => embedded(folder)]] as const) {
        if (!fresh) continue;
        const target = await fresh();
        // The first run may have to make the embedded database, which takes more memory than opening it.
        await command(target, "status");
        for (const which of ["first", "again"]) {
          const { seconds, peakMemoryMb } = await command<CbsSummary>(target, "cbs", file);
          yield { name: `cbs ${database} ${size} neighbourhoods, ${which}`, value: Math.round(size / seconds), unit: "neighbourhoods/s", seconds };
          yield { name: `memory cbs ${database} ${size} neighbourhoods, ${which}`, value: peakMemoryMb, unit: "MB resident" };
        }
        await target.drop();
      }
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One of a grid of round neighbourhoods of 400 m, 99 in a municipality; EPSG:28992. */
function neighbourhood(index: number): CbsFeature {
  const [x, y] = [20_000 + 500 * (index % 500), 320_000 + 500 * Math.floor(index / 500)];
  const ring: Position[] = Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const angle = (2 * Math.PI * (corner % CORNERS)) / CORNERS;
    return [x + 200 * Math.cos(angle), y + 200 * Math.sin(angle)];
  });
  return newStyle(`BU${String(1 + Math.floor(index / 99)).padStart(4, "0")}01${String(1 + (index % 99)).padStart(2, "0")}`, `Buurt ${index}`, [ring]);
}
