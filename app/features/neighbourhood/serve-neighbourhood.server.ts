import { and, eq, isNull } from "drizzle-orm";
import { neighbourhood, organisation } from "../../../db/schema/register.ts";
import { asWorker } from "../../../db/viewer.server.ts";

/**
 * Opens a neighbourhood for sign-ups, or closes it for new ones; households that joined stay. A job tells who waited. Closed,
 * nobody serves it any more.
 * @param by the name of the cooperative that serves it from now on; without one, who serves it stays as it is
 * @returns its name and whether that changed anything; null when there is no such neighbourhood
 * @throws when there is no such cooperative
 */
export async function serveNeighbourhood(code: string, served: boolean, by?: string): Promise<{ name: string; changed: boolean } | null> {
  return asWorker(async (tx) => {
    const [known] = await tx
      .select({ name: neighbourhood.name, served: neighbourhood.served })
      .from(neighbourhood)
      .where(and(eq(neighbourhood.code, code), isNull(neighbourhood.endedOn)));
    if (!known) return null;
    const [cooperative] = by === undefined ? [] : await tx.select({ id: organisation.id }).from(organisation).where(and(eq(organisation.kind, "cooperative"), eq(organisation.name, by)));
    if (by !== undefined && !cooperative) throw new Error(`There is no cooperative "${by}". \`npm run admin -- organisation add "${by}" --kind cooperative\` makes it known.`);
    await tx.update(neighbourhood).set(served ? { served, servedBy: cooperative?.id } : { served, servedBy: null }).where(eq(neighbourhood.code, code));
    return { name: known.name, changed: known.served !== served };
  });
}
