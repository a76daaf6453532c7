import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { neighbourhood } from "../../../db/schema/register.ts";
import { neighbourhoodSuccession, neighbourhoodSuccessor } from "../../../db/schema/division.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/**
 * What CBS divides anew of the neighbourhoods that this viewer moderates, newest first: what waits for a decision, what was
 * confirmed and waits to be carried out, and what was refused. `share` is from 0 to 1.
 */
export async function successions(tx: ViewerTx) {
  const found = await tx
    .select({
      id: neighbourhoodSuccession.id,
      code: neighbourhoodSuccession.neighbourhoodCode,
      name: neighbourhood.name,
      year: neighbourhoodSuccession.year,
      basis: neighbourhoodSuccession.basis,
      stays: isNotNull(neighbourhoodSuccession.boundary).mapWith(Boolean),
      proposedAt: neighbourhoodSuccession.proposedAt,
      decision: neighbourhoodSuccession.decision,
      decidedAt: neighbourhoodSuccession.decidedAt,
      reason: neighbourhoodSuccession.reason,
    })
    .from(neighbourhoodSuccession)
    .innerJoin(neighbourhood, eq(neighbourhood.code, neighbourhoodSuccession.neighbourhoodCode))
    .where(and(isNull(neighbourhoodSuccession.supersededAt), isNull(neighbourhoodSuccession.carriedOutAt)))
    .orderBy(desc(neighbourhoodSuccession.proposedAt), asc(neighbourhood.name));
  const successors = await tx
    .select({
      successionId: neighbourhoodSuccessor.successionId,
      code: neighbourhoodSuccessor.successorCode,
      name: neighbourhoodSuccessor.successorName,
      share: neighbourhoodSuccessor.share,
    })
    .from(neighbourhoodSuccessor)
    .orderBy(desc(neighbourhoodSuccessor.share), asc(neighbourhoodSuccessor.successorCode));
  return found.map((each) => ({ ...each, successors: successors.filter(({ successionId }) => successionId === each.id) }));
}

/** How many of them wait for a decision. */
export async function waitingSuccessions(tx: ViewerTx): Promise<number> {
  return tx.$count(neighbourhoodSuccession, and(isNull(neighbourhoodSuccession.decidedAt), isNull(neighbourhoodSuccession.supersededAt)));
}
