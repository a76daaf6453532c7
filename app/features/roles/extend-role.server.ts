import { sql } from "drizzle-orm";
import { asViewer } from "../../../db/viewer.server.ts";
import type { AccountViewer } from "../session/viewer.ts";

/** "own": nobody extends their own role. Null: there is no such role with an end, or not for this viewer. */
export type ExtendedRole = "changed" | "own" | null;

/** Gives somebody else's role another last day (YYYY-MM-DD), at most two years ahead. */
export function extendRole(viewer: AccountViewer, id: string, until: string): Promise<ExtendedRole> {
  return asViewer(viewer, async (tx) => {
    const [done] = await tx.select({ outcome: sql<ExtendedRole>`viewer.extend_role(${id}, ${until}::date)` }).from(sql`(select) as nothing`);
    return done?.outcome ?? null;
  });
}
