import { organisation, type OrganisationKind } from "../../../db/schema/register.ts";
import { asWorker } from "../../../db/viewer.server.ts";

/** Makes an organisation known. @returns false when there is one of this kind with this name @throws when the name is too short or too long */
export async function addOrganisation(made: { kind: OrganisationKind; name: string; municipalityCode: string | null }): Promise<boolean> {
  if (made.name.length < 2 || made.name.length > 80) throw new Error("A name has 2 to 80 characters.");
  const added = await asWorker((tx) => tx.insert(organisation).values(made).onConflictDoNothing().returning({ id: organisation.id }));
  return added.length === 1;
}
