import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import { household, membership, resident } from "../../../db/schema/people.ts";
import { visit, visitRequest } from "../../../db/schema/visits.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import type { About, Happening, NoticeSource, NoticeSources } from "../notices/notice-source.ts";
import type { KindOf } from "../notifications/notice-kinds.ts";

// The subject is the opening, the cause the request; of `visit-opened` the cause is the moment.

const guest = async (tx: WorkerTx, { causeId }: Happening): Promise<string[]> => {
  if (!causeId) return [];
  const rows = await tx.select({ id: visitRequest.guestResidentId }).from(visitRequest).where(eq(visitRequest.id, causeId));
  return rows.map(({ id }) => id);
};
const host = async (tx: WorkerTx, { causeId }: Happening): Promise<string[]> => {
  if (!causeId) return [];
  const rows = await tx.select({ id: membership.residentId }).from(membership).innerJoin(visitRequest, and(eq(visitRequest.hostHouseholdId, membership.householdId), eq(visitRequest.id, causeId)));
  return rows.map(({ id }) => id);
};
const both = async (tx: WorkerTx, happening: Happening) => [...(await guest(tx, happening)), ...(await host(tx, happening))];

/** Whoever may see it from elsewhere in the neighbourhood; what each of them sees is asked as each of them. */
const around = async (tx: WorkerTx, { subjectId }: Happening): Promise<string[]> => {
  const [opening] = await tx.select({ householdId: visit.householdId, neighbourhoodCode: visit.neighbourhoodCode }).from(visit).where(eq(visit.id, subjectId));
  if (!opening) return [];
  const rows = await tx
    .select({ id: resident.id })
    .from(resident)
    .innerJoin(household, eq(household.id, resident.householdId))
    .where(and(eq(household.neighbourhoodCode, opening.neighbourhoodCode), ne(household.id, opening.householdId)));
  return rows.map(({ id }) => id);
};

const still = (condition: SQL) => ({ causeId }: About) => sql`exists (select from viewer.visit_requests() r where r.id = ${causeId} and ${condition})`;
const nothing = () => sql`(select null::text)`;
const of = (recipients: NoticeSource["recipients"], condition: SQL): NoticeSource => ({ recipients, visible: still(condition), title: nothing });

/** What is told of visits: to the two whom it concerns, and of a new moment to who may come. */
export const visitNotices: NoticeSources<KindOf<"visits">> = {
  "visit-asked": of(host, sql`r.side = 'host' and r.answer is null and r.cancelled_at is null and not r.blocked`),
  "visit-accepted": of(guest, sql`r.side = 'guest' and r.answer = 'accepted' and r.cancelled_at is null`),
  "visit-declined": of(guest, sql`r.side = 'guest' and r.answer in ('declined', 'lapsed')`),
  "visit-cancelled": of(both, sql`r.cancelled_at is not null`),
  "visit-tomorrow": of(both, sql`r.revealed and r.ends_at > now()`),
  "visit-thanked": of(both, sql`(r.other_thanks or r.other_words is not null)`),
  "visit-opened": {
    recipients: around,
    visible: ({ causeId }) => sql`exists (select from viewer.visit_slots_seen() s where s.id = ${causeId} and not s.own)`,
    title: nothing,
  },
};
