import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../../db/viewer.server.ts";

const ways = ["not_asked", "gathering", "asked", "later", "yes", "no"] as const;
export type TenantsWaiting = { what: (typeof ways)[number]; signUps: number };

/** How many tenants wait for their landlord where the viewer moderates, by how that stands; what was asked stays with who lives there. */
export async function tenantsWaiting(tx: ViewerTx, purchaseId: string): Promise<TenantsWaiting[]> {
  const rows = await tx.select({ what: sql<TenantsWaiting["what"]>`what`, signUps: sql<number>`sign_ups` }).from(sql`viewer.tenants_waiting(${purchaseId}::uuid)`);
  return rows.toSorted((one, other) => ways.indexOf(one.what) - ways.indexOf(other.what));
}
