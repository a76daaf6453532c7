import { desc, eq } from "drizzle-orm";
import { addressClaim, vouch, vouchLoss } from "../../../db/schema/addresses.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { homeLine } from "./home-line.server.ts";

/** For whom one stood in: with the name and the address until the second neighbour came, the day alone after that. */
export type OwnVouch = { id: string; at: Date; name: string | null; address: string | null; mayTakeBack: boolean };

/** One's own vouches, newest first, and why one may not vouch any more, where that was decided. */
export async function ownVouches(resident: Resident): Promise<{ vouches: OwnVouch[]; lost: { reason: string; at: Date } | null }> {
  return asViewer(resident, async (tx) => {
    const rows = await tx
      .select({ id: vouch.id, at: vouch.vouchedAt, usedAt: vouch.usedAt, name: addressClaim.shownName, dwellingId: addressClaim.dwellingId, provenAt: addressClaim.provenAt, endedAt: addressClaim.endedAt })
      .from(vouch)
      .leftJoin(addressClaim, eq(addressClaim.id, vouch.claimId))
      .where(eq(vouch.voucherId, resident.residentId))
      .orderBy(desc(vouch.vouchedAt));
    const vouches: OwnVouch[] = [];
    for (const { id, at, usedAt, name, dwellingId, provenAt, endedAt } of rows) {
      const waits = usedAt === null && dwellingId !== null && provenAt === null && endedAt === null;
      if (waits || usedAt) vouches.push({ id, at, name: waits ? name : null, address: waits ? await homeLine(tx, dwellingId) : null, mayTakeBack: waits });
    }
    const [lost] = await tx.select({ reason: vouchLoss.reason, at: vouchLoss.lostAt }).from(vouchLoss).where(eq(vouchLoss.accountId, resident.residentId));
    return { vouches, lost: lost ? { reason: lost.reason ?? "", at: lost.at } : null };
  });
}
