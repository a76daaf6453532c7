import { eq, inArray } from "drizzle-orm";
import { neighbourhood, organisation } from "../../../db/schema/register.ts";
import type { AuthTx, ViewerTx } from "../../../db/viewer.server.ts";
import { env } from "../../env.server.ts";

/**
 * The cooperative that serves these neighbourhoods, by name; who runs this site where nobody is known to serve one of them, or
 * where they are served by more than one.
 */
export async function cooperativeOf(tx: ViewerTx | AuthTx, ...codes: string[]): Promise<string> {
  const serving = await tx
    .select({ name: organisation.name })
    .from(neighbourhood)
    .leftJoin(organisation, eq(organisation.id, neighbourhood.servedBy))
    .where(inArray(neighbourhood.code, codes));
  const names = new Set(serving.map(({ name }) => name));
  const [only] = names;
  return (names.size === 1 && only) || env().ORGANISATION_NAME;
}
