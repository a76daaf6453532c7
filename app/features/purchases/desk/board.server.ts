import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { dwelling, street } from "../../../../db/schema/register.ts";
import { signUpStates, type SignUpState } from "../../../../db/schema/purchase-choices.ts";
import { purchaseSignUp } from "../../../../db/schema/purchase-sign-ups.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import { writtenNumber } from "../../map/building-address.ts";
import type { Moderator } from "../../session/viewer.ts";

/** How many of each state stand on the board, and how many on the page of one state. */
export const onBoard = 20;
export const onPage = 100;

const columns = {
  id: purchaseSignUp.id, reference: purchaseSignUp.reference, state: purchaseSignUp.state, party: purchaseSignUp.party, homes: purchaseSignUp.homes, movedAt: purchaseSignUp.movedAt, reason: purchaseSignUp.reason,
  visitOn: purchaseSignUp.visitOn, plannedOn: purchaseSignUp.plannedOn, heldUntil: purchaseSignUp.heldUntil, street: street.name, houseNumber: dwelling.houseNumber, houseLetter: dwelling.houseLetter, houseAddition: dwelling.houseAddition,
};

const query = (tx: ViewerTx) => tx.select(columns).from(purchaseSignUp).leftJoin(dwelling, eq(dwelling.id, purchaseSignUp.dwellingId)).leftJoin(street, eq(street.id, dwelling.streetId));
type Row = Awaited<ReturnType<typeof query>>[number];

function shown({ street: name, houseNumber, houseLetter, houseAddition, ...row }: Row) {
  return { ...row, home: name === null ? null : `${name} ${writtenNumber({ houseNumber, houseLetter, houseAddition })}` };
}
export type BoardSignUp = ReturnType<typeof shown>;
export type BoardColumn = { state: SignUpState; count: number; signUps: BoardSignUp[] };

const comeIn = (moderates: readonly string[], purchaseId: string) => and(eq(purchaseSignUp.purchaseId, purchaseId), inArray(purchaseSignUp.joinedIn, [...moderates]));

/** How many of the sign-ups that a moderator reads stand in each state. */
export function countsOf(tx: ViewerTx, { moderates }: Pick<Moderator, "moderates">, purchaseId: string): Promise<{ state: SignUpState; count: number }[]> {
  return tx.select({ state: purchaseSignUp.state, count: sql<number>`count(*)::integer` }).from(purchaseSignUp).where(comeIn(moderates, purchaseId)).groupBy(purchaseSignUp.state);
}

/**
 * The sign-ups that a moderator reads, in columns by state; those that stand there longest first.
 * @param only one state, of which a whole page is given
 * @param page from 1
 */
export async function boardOf(tx: ViewerTx, { moderates }: Moderator, purchaseId: string, only: SignUpState | null, page: number): Promise<BoardColumn[]> {
  const theirs = comeIn(moderates, purchaseId);
  const counts = await countsOf(tx, { moderates }, purchaseId);
  const first = tx
    .select({ id: purchaseSignUp.id, place: sql<number>`row_number() over (partition by ${purchaseSignUp.state} order by ${purchaseSignUp.movedAt}, ${purchaseSignUp.id})`.as("place") })
    .from(purchaseSignUp)
    .where(and(theirs, only ? eq(purchaseSignUp.state, only) : undefined))
    .as("first");
  const [from, to] = only ? [(page - 1) * onPage, page * onPage] : [0, onBoard];
  const rows = await query(tx)
    .innerJoin(first, eq(first.id, purchaseSignUp.id))
    .where(sql`${first.place} > ${from} and ${first.place} <= ${to}`)
    .orderBy(asc(first.place));
  return signUpStates.flatMap((state) => {
    const count = counts.find((each) => each.state === state)?.count ?? 0;
    return count > 0 && (!only || only === state) ? [{ state, count, signUps: rows.filter((row) => row.state === state).map(shown) }] : [];
  });
}

/** Some of the sign-ups of a purchase that a moderator reads, by their ids. */
export async function chosenSignUps(tx: ViewerTx, { moderates }: Moderator, purchaseId: string, ids: readonly string[]): Promise<BoardSignUp[]> {
  if (ids.length === 0) return [];
  const rows = await query(tx)
    .where(and(eq(purchaseSignUp.purchaseId, purchaseId), inArray(purchaseSignUp.joinedIn, [...moderates]), inArray(purchaseSignUp.id, [...ids])))
    .orderBy(asc(purchaseSignUp.movedAt), asc(purchaseSignUp.id));
  return rows.map(shown);
}
