import type { BulkTx } from "../../../../db/copy.server.ts";
import { ImportError } from "./import-error.ts";
import { indexNeighbourhoods, type Boundary, type NeighbourhoodIndex } from "./neighbourhood-index.ts";

/**
 * The boundaries that hold now, as an index. A neighbourhood that is kept for its households, although its successors are
 * known, goes before those: nobody moves by an import.
 * @throws ImportError when there are none
 */
export async function loadNeighbourhoods(tx: BulkTx): Promise<NeighbourhoodIndex> {
  const boundaries = await tx.rows<Boundary>(
    `select n.code, n.geometry from neighbourhood n where n.ended_on is null
     order by exists (select from neighbourhood_succession s where s.neighbourhood_code = n.code and s.superseded_at is null and s.carried_out_at is null) desc, n.code`,
  );
  if (boundaries.length === 0) throw new ImportError("No boundaries of neighbourhoods are loaded: run npm run import -- boundaries FILE.geojson first");
  return indexNeighbourhoods(boundaries);
}
