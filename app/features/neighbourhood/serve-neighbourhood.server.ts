import { and, eq, isNull } from "drizzle-orm";
import { neighbourhood } from "../../../db/schema/register.ts";
import { asWorker } from "../../../db/viewer.server.ts";

/**
 * Opens a neighbourhood for sign-ups, or closes it for new ones; households that joined stay. A job tells who waited.
 * @returns its name and whether that changed anything; null when there is no such neighbourhood
 */
export async function serveNeighbourhood(code: string, served: boolean): Promise<{ name: string; changed: boolean } | null> {
  return asWorker(async (tx) => {
    const [known] = await tx
      .select({ name: neighbourhood.name, served: neighbourhood.served })
      .from(neighbourhood)
      .where(and(eq(neighbourhood.code, code), isNull(neighbourhood.endedOn)));
    if (!known) return null;
    await tx.update(neighbourhood).set({ served }).where(eq(neighbourhood.code, code));
    return { name: known.name, changed: known.served !== served };
  });
}
