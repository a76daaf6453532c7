import { eq } from "drizzle-orm";
import { journal } from "../../../db/journal.server.ts";
import { leftFact } from "../../../db/schema/homes.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/**
 * Removes what earlier residents left of the own home, for good.
 * @returns what it said; null when there is no such fact of this home, as when a housemate was first
 */
export async function removeLeftFact(tx: ViewerTx, id: string): Promise<{ kind: string; year: number | null } | null> {
  const [there] = await tx.select({ id: leftFact.id }).from(leftFact).where(eq(leftFact.id, id));
  if (!there) return null;
  await journal(tx, { kind: "withdrawal", id });
  const [gone] = await tx.delete(leftFact).where(eq(leftFact.id, id)).returning({ kind: leftFact.kind, year: leftFact.year });
  return gone ?? null;
}
