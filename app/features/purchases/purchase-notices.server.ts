import { and, eq, inArray, isNull } from "drizzle-orm";
import { type SQL, sql } from "drizzle-orm";
import { household, membership, resident } from "../../../db/schema/people.ts";
import { exits } from "../../../db/schema/purchase-choices.ts";
import { purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import type { WorkerTx } from "../../../db/viewer.server.ts";
import type { About, Happening, NoticeSource, NoticeSources } from "../notices/notice-source.ts";
import type { KindOf } from "../notifications/notice-kinds.ts";

// The subject is the purchase. Of what concerns one household the cause is its sign-up.

const everybodyThere = async (tx: WorkerTx, { neighbourhoodCode }: Happening): Promise<string[]> => {
  const rows = await tx.select({ id: resident.id }).from(resident).innerJoin(household, eq(household.id, resident.householdId)).where(eq(household.neighbourhoodCode, neighbourhoodCode));
  return rows.map(({ id }) => id);
};

const adults = (tx: WorkerTx, which: SQL | undefined) =>
  tx.select({ id: membership.residentId }).from(membership).innerJoin(purchaseSignUp, eq(purchaseSignUp.householdId, membership.householdId)).where(and(isNull(membership.endedAt), which));

/** Everybody in a household that took part; of an end also those for whom it ended just then. */
const takingPart = async (tx: WorkerTx, { subjectId }: Happening): Promise<string[]> => {
  const rows = await adults(tx, eq(purchaseSignUp.purchaseId, subjectId));
  return rows.map(({ id }) => id);
};
/** Who can answer for a household that still takes part. */
const deciding = async (tx: WorkerTx, { subjectId }: Happening): Promise<string[]> => {
  const goesOn = sql`${purchaseSignUp.state} not in (${sql.join(exits.map((state) => sql`${state}`), sql`, `)})`;
  const rows = await adults(tx, and(eq(purchaseSignUp.purchaseId, subjectId), eq(purchaseSignUp.residentId, membership.residentId), goesOn));
  return rows.map(({ id }) => id);
};
const ofHousehold = async (tx: WorkerTx, { causeId }: Happening): Promise<string[]> => {
  if (!causeId) return [];
  const rows = await adults(tx, inArray(purchaseSignUp.id, [causeId]));
  return rows.map(({ id }) => id);
};

const title = ({ subjectId }: About) => sql`(select p.title from purchase p where p.id = ${subjectId})`;
const known = ({ subjectId }: About) => sql`exists (select from purchase p where p.id = ${subjectId} and p.state <> 'concept')`;
const ours = ({ causeId }: About) => sql`exists (select from purchase_sign_up s where s.id = ${causeId} and s.household_id = viewer.household_id())`;
const toAll: NoticeSource = { recipients: everybodyThere, visible: known, title };
const toThoseInIt: NoticeSource = { recipients: takingPart, visible: known, title };
const toHousehold: NoticeSource = { recipients: ofHousehold, visible: ours, title };

/** What is told of purchases: to the neighbourhood, to who takes part, and to a household about its own sign-up. */
export const purchaseNotices: NoticeSources<KindOf<"purchases">> = {
  "purchase-opened": toAll,
  "purchase-news": toThoseInIt,
  "purchase-supplier": toThoseInIt,
  "purchase-prolonged": toThoseInIt,
  "purchase-ended": toThoseInIt,
  "purchase-rules-changed": toThoseInIt,
  "purchase-rules-proposed": { ...toThoseInIt, recipients: deciding },
  "purchase-stepped": toHousehold,
  "purchase-offered": toHousehold,
  "purchase-place": toHousehold,
  "purchase-ordered-at-home": toHousehold,
  "purchase-message": toHousehold,
};
