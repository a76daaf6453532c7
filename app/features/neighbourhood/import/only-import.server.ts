import type { BulkTx } from "../../../../db/copy.server.ts";
import { ImportError } from "./import-error.ts";

/**
 * Until the end of this transaction no other import can begin: two would merge into the register from under each other.
 * @throws ImportError when one is running
 */
export async function onlyImport(tx: BulkTx): Promise<void> {
  const [lock] = await tx.rows<{ taken: boolean }>("select pg_try_advisory_xact_lock(hashtext('buurhof import')) as taken");
  if (!lock!.taken) throw new ImportError("Another import is running in this database; wait until it is done");
}
