import type { BulkTx } from "../../../../db/copy.server.ts";
import { ImportError } from "./import-error.ts";
import { indexNeighbourhoods, type Boundary, type NeighbourhoodIndex } from "./neighbourhood-index.ts";

/** The boundaries that hold now, as an index. @throws ImportError when there are none */
export async function loadNeighbourhoods(tx: BulkTx): Promise<NeighbourhoodIndex> {
  const boundaries = await tx.rows<Boundary>("select code, geometry from neighbourhood where ended_on is null order by code");
  if (boundaries.length === 0) throw new ImportError("No boundaries of neighbourhoods are loaded: run npm run import -- boundaries FILE.geojson first");
  return indexNeighbourhoods(boundaries);
}
