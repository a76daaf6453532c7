import { and, asc, eq, isNull, or } from "drizzle-orm";
import { consent } from "../../../db/schema/people.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { withdrawConsent } from "./withdraw-consent.server.ts";

/** What withdrawing all at once is about: every open yes of this resident, and whether the household counts in figures, whoever said so. */
export const ownOpenConsents = ({ residentId, householdId }: Resident) =>
  and(eq(consent.householdId, householdId), isNull(consent.withdrawnAt), or(eq(consent.residentId, residentId), eq(consent.purpose, "published_figures")));

/**
 * Takes back all that this resident said yes to, each as it would be taken back by itself and in one transaction. What a housemate
 * said yes to stays.
 * @returns how many were taken back
 */
export async function withdrawAllConsents(tx: ViewerTx, resident: Resident): Promise<number> {
  const open = await tx.select({ id: consent.id }).from(consent).where(ownOpenConsents(resident)).orderBy(asc(consent.givenAt), consent.id);
  let count = 0;
  // One may end another with it: then there is nothing left to take back.
  for (const { id } of open) if (await withdrawConsent(tx, resident, id)) count++;
  return count;
}
