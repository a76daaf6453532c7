import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { jointRequestPart } from "../../../db/schema/joint.ts";
import { purchase } from "../../../db/schema/purchases.ts";
import { purchaseSignUp } from "../../../db/schema/purchase-sign-ups.ts";
import { answer, outcomeVerdict, questionClaim } from "../../../db/schema/questions.ts";
import { building, dwelling, street } from "../../../db/schema/register.ts";
import { type ItemTable, measure, question, story, wish, wishJoin } from "../../../db/schema/sharing.ts";
import { koploper, visit } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { findKoploper, type Koploper } from "../koplopers/koplopers-for.server.ts";
import { writtenNumber } from "../map/building-address.ts";
import { contactPersons } from "../roles/contact-persons.server.ts";
import type { Resident } from "../session/viewer.ts";
import { itemRows, toSharedItem } from "../sharing/item-columns.server.ts";
import { visitsFor } from "../visits/list-visits.server.ts";
import type { SyntheticViewer } from "./synthetic-viewer.server.ts";

const most = 200;

/** Which openings and badges are of this household: read with its own eyes, since neighbours are not told whose they are. */
export type OwnIds = { visits: string[]; koplopers: string[]; adults: string[] };
export async function ownIds(tx: ViewerTx, { householdId }: Resident, adults: string[]): Promise<OwnIds> {
  const visits = await tx.select({ id: visit.id }).from(visit).where(eq(visit.householdId, householdId));
  const koplopers = await tx.select({ id: koploper.id }).from(koploper).where(eq(koploper.householdId, householdId));
  return { visits: visits.map(({ id }) => id), koplopers: koplopers.map(({ id }) => id), adults };
}

/** Everything of one household that a viewer is shown, and nothing of any other. */
export type SeenOfHousehold = Awaited<ReturnType<typeof seenOfHousehold>>;

/**
 * What a viewer sees of a household, asked with the queries of the pages themselves and with the viewer's own eyes.
 * @param tx of the viewer: its policies decide; the conditions here only leave out what is of other households
 * @param own from {@link ownIds}
 */
export async function seenOfHousehold(tx: ViewerTx, viewer: SyntheticViewer, resident: Resident, own: OwnIds) {
  const ours = (item: ItemTable) => eq(item.householdId, resident.householdId);
  const rows = await itemRows(tx, { measure: ours(measure), wish: ours(wish), story: ours(story), question: ours(question) }, (item) => [desc(item.sharedAt), desc(item.id)], most);
  const items = rows.map((row) => toSharedItem(row, viewer.householdId));
  return {
    items,
    answers: await answersOfHousehold(tx, resident),
    visits: (await visitsFor(tx, null)).filter(({ visit: one }) => own.visits.includes(one.id)),
    koplopers: await koplopersOfHousehold(tx, viewer, own),
    contacts: (await contactPersons(tx)).filter(({ accountId }) => own.adults.includes(accountId)).map(({ grantId, shownName, ofBuilding }) => ({ grantId, shownName, ofBuilding })),
    names: await namesWithOthers(tx, resident),
    signUps: await signUpsOfHousehold(tx, resident),
    mark: items.some(({ type, kind, state }) => state !== "removed" && (type === "measure" || (type === "wish" && kind !== null))) ? await markOnMap(tx, resident) : null,
  };
}

export type SeenAnswer = Awaited<ReturnType<typeof answersOfHousehold>>[number];

/** Answers as they stand beneath questions; the question may be a neighbour's, and is left out. */
function answersOfHousehold(tx: ViewerTx, { householdId }: Resident) {
  return tx
    .select({ id: answer.id, body: answer.body, outcome: answer.outcome, shownName: answer.shownName, streetName: street.name, createdAt: answer.createdAt })
    .from(answer)
    .innerJoin(street, eq(street.id, answer.streetId))
    .where(and(eq(answer.householdId, householdId), isNull(answer.withdrawnAt), isNull(answer.hiddenAt)))
    .orderBy(desc(answer.createdAt), desc(answer.id))
    .limit(most);
}

async function koplopersOfHousehold(tx: ViewerTx, viewer: SyntheticViewer, { koplopers }: OwnIds): Promise<Koploper[]> {
  const found = [];
  for (const id of koplopers) found.push(await findKoploper(tx, { streetId: viewer.streetId ?? "" }, id));
  return found.filter((one) => one !== null);
}

/** With how many things of neighbours this household's name, or "iemand uit de <straat>", stands; not which. */
async function namesWithOthers(tx: ViewerTx, { householdId }: Resident) {
  const joined = await tx.select({ shownName: wishJoin.shownName }).from(wishJoin).where(eq(wishJoin.householdId, householdId));
  const claims = await tx.select({ shownName: questionClaim.shownName }).from(questionClaim).where(and(eq(questionClaim.householdId, householdId), isNull(questionClaim.releasedAt)));
  const verdicts = await tx.select({ shownName: outcomeVerdict.shownName }).from(outcomeVerdict).where(eq(outcomeVerdict.householdId, householdId));
  const requests = await tx.select({ shownName: jointRequestPart.shownName }).from(jointRequestPart).where(eq(jointRequestPart.householdId, householdId));
  return { wishes: joined.length, claims: claims.length, outcomes: verdicts.length, requests: requests.length };
}

/** Sign-ups for purchases: read by the household itself and by the moderators of the neighbourhood, and by no neighbour. */
function signUpsOfHousehold(tx: ViewerTx, { householdId }: Resident) {
  return tx
    .select({ id: purchaseSignUp.id, purchaseTitle: purchase.title, state: purchaseSignUp.state })
    .from(purchaseSignUp)
    .innerJoin(purchase, eq(purchase.id, purchaseSignUp.purchaseId))
    .where(eq(purchaseSignUp.householdId, householdId))
    .orderBy(asc(purchase.title), purchaseSignUp.id);
}

/**
 * How precisely the map points at the home of this household: at a house with its number, or at a building with several homes as a
 * count that does not say which. Null for who sees no homes.
 */
async function markOnMap(tx: ViewerTx, { dwellingId }: Resident): Promise<{ street: string; number: string | null } | null> {
  const [home] = await tx
    .select({ street: street.name, houseNumber: dwelling.houseNumber, houseLetter: dwelling.houseLetter, houseAddition: dwelling.houseAddition, homes: building.dwellingCount })
    .from(dwelling)
    .innerJoin(street, eq(street.id, dwelling.streetId))
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(eq(dwelling.id, dwellingId));
  if (!home) return null;
  const { homes, street: name, ...number } = home;
  return { street: name, number: (homes ?? 1) > 1 ? null : writtenNumber(number) };
}
