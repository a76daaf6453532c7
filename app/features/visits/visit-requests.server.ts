import { desc, eq, sql } from "drizzle-orm";
import type { DeclineReason } from "../../../db/schema/choices.ts";
import { dwelling, street } from "../../../db/schema/register.ts";
import { visitRequest, visitSlot } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { notFound } from "../../http/not-found.server.ts";
import { writtenNumber } from "../map/building-address.ts";
import { isMeasureKind } from "../measures/catalogue.ts";

const mostRequests = 200;

/** A request at the own door (`host`), or one's own at somebody else's (`guest`); newest first in a list. */
export type VisitRequest = Awaited<ReturnType<typeof visitRequests>>[number];

/**
 * Requests that concern this resident. Who the other is and where they live is there only while it is agreed, until the day after.
 * @param id one of them
 * @param most how many at most, the newest
 */
export async function visitRequests(tx: ViewerTx, id?: string, most = mostRequests) {
  const rows = await tx
    .select({
      id: sql<string>`r.id`,
      side: sql<"host" | "guest">`r.side`,
      visitId: sql<string>`r.visit_id`,
      slotId: sql<string | null>`r.slot_id`,
      kinds: sql<string[]>`r.kinds`,
      byAppointment: sql<boolean>`r.by_appointment`,
      people: sql<number>`r.people`.mapWith(Number),
      line: sql<string | null>`r.line`,
      askedAt: sql<Date>`r.asked_at`.mapWith(visitRequest.askedAt),
      answer: sql<"accepted" | "declined" | "lapsed" | null>`r.answer`,
      declineReason: sql<DeclineReason | null>`r.decline_reason`,
      answerWords: sql<string | null>`r.answer_words`,
      cancelledAt: sql<Date | null>`r.cancelled_at`.mapWith(visitRequest.askedAt),
      cancelledBy: sql<"guest" | "host" | "nobody" | null>`r.cancelled_by`,
      cancelWords: sql<string | null>`r.cancel_words`,
      startsAt: sql<Date | null>`r.starts_at`.mapWith(visitSlot.startsAt),
      endsAt: sql<Date | null>`r.ends_at`.mapWith(visitSlot.endsAt),
      revealed: sql<boolean>`r.revealed`,
      blocked: sql<boolean>`r.blocked`,
      streetName: street.name,
      otherName: sql<string | null>`r.other_name`,
      houseNumber: dwelling.houseNumber,
      houseLetter: dwelling.houseLetter,
      houseAddition: dwelling.houseAddition,
      postcode: dwelling.postcode,
      noShowAt: sql<Date | null>`r.no_show_at`.mapWith(visitRequest.askedAt),
      ownThanks: sql<boolean | null>`r.own_thanks`,
      ownWords: sql<string | null>`r.own_words`,
      otherThanks: sql<boolean | null>`r.other_thanks`,
      otherWords: sql<string | null>`r.other_words`,
      sequence: sql<number>`r.sequence`.mapWith(Number),
      houseRules: sql<string | null>`r.house_rules`,
      placesLeft: sql<number | null>`r.places_left`,
    })
    .from(sql`viewer.visit_requests() r`)
    .innerJoin(street, eq(street.id, sql`r.other_street_id`))
    .leftJoin(dwelling, eq(dwelling.id, sql`r.other_dwelling_id`))
    .where(id ? eq(sql`r.id`, id) : undefined)
    .orderBy(desc(sql`r.asked_at`), sql`r.id`)
    .limit(most);
  return rows.map(({ houseNumber, houseLetter, houseAddition, postcode, kinds, ...row }) => ({
    ...row,
    kinds: kinds.filter(isMeasureKind),
    /** Street, number and postcode of the other; null unless it is revealed. */
    address: row.revealed ? `${row.streetName} ${writtenNumber({ houseNumber, houseLetter, houseAddition })}${postcode ? `, ${postcode}` : ""}` : null,
  }));
}

/** One of them. @throws 404 for one that concerns others, as for one that isn't there */
export async function ownVisitRequest(tx: ViewerTx, id: string | undefined): Promise<VisitRequest> {
  const [found] = isUuid(id) ? await visitRequests(tx, id) : [];
  if (!found) throw notFound();
  return found;
}
