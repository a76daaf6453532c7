import { type GuardArgs, requireAccount, requireModerator } from "./guards.server.ts";
import type { AccountViewer } from "./viewer.ts";

/**
 * Who may confirm an address at its door: contact persons and moderators; the database says which addresses
 * (viewer.at_door_of). @throws as requireModerator
 */
export async function requireAtDoor(args: GuardArgs): Promise<AccountViewer> {
  const viewer = await requireAccount(args);
  return isContactPerson(viewer) ? viewer : requireModerator(args);
}

/** Whether this account is the contact person of its street or building. */
export function isContactPerson({ contactFor }: AccountViewer): boolean {
  return contactFor.streets.length > 0 || contactFor.buildings.length > 0;
}
