import { sql } from "drizzle-orm";
import { happening } from "../../../db/schema/notices.ts";
import type { ViewerTx, WorkerTx } from "../../../db/viewer.server.ts";
import type { ToldKind } from "./notice-kinds.ts";

/** The channel on which a commit tells the job process that something happened. */
export const happeningChannel = "buurhof_happening";

type About = {
  subjectId: string;
  /** What was said or done about the subject. */
  causeId?: string;
};

/**
 * Writes down, in the transaction of the deed, that neighbours may be told of it: both are there after the commit, or neither.
 * Ids only; who is told, and what each of them may read of it, is looked up later and again at delivery.
 * @param about.neighbourhoodCode where it happened; of a resident their own neighbourhood by itself
 * @throws by the policies when a viewer tells something of a neighbourhood that is neither their own nor moderated by them
 */
export function tell(tx: ViewerTx, kind: ToldKind, about: About & { neighbourhoodCode?: string }): Promise<void>;
export function tell(tx: WorkerTx, kind: ToldKind, about: About & { neighbourhoodCode: string }): Promise<void>;
export async function tell(tx: ViewerTx | WorkerTx, kind: ToldKind, { subjectId, causeId, neighbourhoodCode }: About & { neighbourhoodCode?: string }): Promise<void> {
  // Of a job these functions give null: then nobody did it but time.
  await tx.insert(happening).values({
    kind,
    subjectId,
    causeId,
    actorId: sql`viewer.resident_id()`,
    neighbourhoodCode: neighbourhoodCode ?? sql`viewer.neighbourhood_code()`,
  });
  await tx.execute(sql`select pg_notify(${happeningChannel}, '')`);
}
