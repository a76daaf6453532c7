import { and, eq, ne, sql } from "drizzle-orm";
import { street } from "../../../db/schema/register.ts";
import { type AnyKind, everything, wishJoin } from "../../../db/schema/sharing.ts";
import { privateMessage } from "../../../db/schema/threads.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import type { Resident } from "../session/viewer.ts";

/** What a neighbour was met by: something they share, a message of theirs, or that they join this wish. */
export type Meeting = { what: AnyKind | "message"; id: string | undefined } | { what: "join"; id: string | undefined; wishId: string };

/** A neighbour as they were shown; the household stays on the server. */
export type Neighbour = { householdId: string; shownName: string | null; streetId: string; streetName: string };

/** The neighbour behind something that this resident sees; null for what isn't there, isn't theirs to see, or is the household's own. */
export async function neighbourBehind(tx: ViewerTx, resident: Resident, meeting: Meeting): Promise<Neighbour | null> {
  const { what, id } = meeting;
  if (!isUuid(id)) return null;
  const table = { ...everything, message: privateMessage, join: wishJoin }[what];
  const [found] = await tx
    .select({ householdId: sql<string>`${table.householdId}`, shownName: table.shownName, streetId: table.streetId, streetName: street.name })
    .from(table)
    .innerJoin(street, eq(street.id, table.streetId))
    .where(and(eq(table.id, id), eq(table.neighbourhoodCode, resident.neighbourhoodCode), ne(table.householdId, resident.householdId), meeting.what === "join" ? eq(wishJoin.wishId, meeting.wishId) : undefined));
  return found ?? null;
}
