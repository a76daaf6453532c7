import { and, eq, sql } from "drizzle-orm";
import { street } from "../../../db/schema/register.ts";
import { type AskedAbout, privateThread } from "../../../db/schema/threads.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import type { Resident } from "../session/viewer.ts";

/** What allows the question: something that the neighbour shares with who asks. */
export type About = { kind: AskedAbout; id: string | undefined };

/** Who may be asked; the ids stay on the server. */
export type Askable = { residentId: string; householdId: string; streetId: string; streetName: string; shownName: string | null; measureKind: string | null; threadId: string | null };

/**
 * Who may be asked in private about something that this resident sees: whoever shares it and said that neighbours may ask. `threadId` is
 * the thread that they have about it already.
 * @returns null where nothing is shared, nothing may be asked, or it is the own household's
 */
export async function whomToAsk(tx: ViewerTx, resident: Resident, { kind, id }: About): Promise<Askable | null> {
  if (!isUuid(id)) return null;
  const [found] = await tx
    .select({
      residentId: sql<string>`w.resident_id`,
      householdId: sql<string>`w.household_id`,
      streetId: sql<string>`w.street_id`,
      streetName: street.name,
      shownName: sql<string | null>`w.shown_name`,
      measureKind: sql<string | null>`w.measure_kind`,
      threadId: privateThread.id,
    })
    .from(sql`viewer.whom_to_ask(${kind}, ${id}::uuid) w`)
    .innerJoin(street, sql`${street.id} = w.street_id`)
    .leftJoin(privateThread, and(eq(privateThread.aboutKind, kind), eq(privateThread.aboutId, id), eq(privateThread.askerId, resident.residentId), sql`${privateThread.askedId} = w.resident_id`));
  return found ?? null;
}
