import { eq } from "drizzle-orm";
import { neighbourhood, organisation } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { contactPersons } from "./contact-persons.server.ts";

export type HelpHere = { organisation: string | null; streetName: string; contacts: { name: string | null; ofBuilding: boolean; me: boolean }[] };

/** Whom a resident can turn to: contact persons of the own street and building, and the cooperative of the neighbourhood; null when nobody is known. */
export async function helpHere(tx: ViewerTx, resident: Resident): Promise<HelpHere | null> {
  const [cooperative] = await tx
    .select({ name: organisation.name })
    .from(neighbourhood)
    .innerJoin(organisation, eq(organisation.id, neighbourhood.servedBy))
    .where(eq(neighbourhood.code, resident.neighbourhoodCode));
  // A resident who also moderates reads here what residents read.
  const contacts = await contactPersons(tx, "own");
  if (!cooperative && contacts.length === 0) return null;
  return {
    organisation: cooperative?.name ?? null,
    streetName: resident.streetName,
    contacts: contacts.map(({ shownName, ofBuilding, accountId }) => ({ name: shownName, ofBuilding, me: accountId === resident.accountId })),
  };
}
