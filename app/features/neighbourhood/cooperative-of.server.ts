import { eq, inArray } from "drizzle-orm";
import { neighbourhood, organisation } from "../../../db/schema/register.ts";
import type { AuthTx, ViewerTx } from "../../../db/viewer.server.ts";
import { env } from "../../env.server.ts";

/** A cooperative and how to reach it; what is not known is empty. */
export type Cooperative = { name: string; address: string; phone: string; email: string };

/**
 * The cooperative that serves these neighbourhoods; who runs this site where nobody is known to serve one of them, or where
 * they are served by more than one. A cooperative that did not say how it is reached, is reached by who runs this site.
 */
export async function cooperativeOf(tx: ViewerTx | AuthTx, ...codes: string[]): Promise<Cooperative> {
  const serving = await tx
    .selectDistinct({ id: organisation.id, name: organisation.name, address: organisation.address, phone: organisation.phone, email: organisation.email })
    .from(neighbourhood)
    .leftJoin(organisation, eq(organisation.id, neighbourhood.servedBy))
    .where(inArray(neighbourhood.code, codes));
  const { ORGANISATION_NAME: name, ORGANISATION_ADDRESS: address, ORGANISATION_PHONE: phone, ORGANISATION_EMAIL: email } = env();
  const [only] = serving;
  if (serving.length !== 1 || !only?.name) return { name, address, phone, email };
  const reached = only.address || only.phone || only.email ? only : { address, phone, email };
  return { name: only.name, address: reached.address ?? "", phone: reached.phone ?? "", email: reached.email ?? "" };
}
