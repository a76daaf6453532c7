import { sql } from "drizzle-orm";
import type { SignUpParty, SignUpState } from "../../../db/schema/purchase-choices.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { consentText } from "../consent/consent-text.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";
import { type Answer, type BuildingRequest, buildingRequests } from "../together/building-requests.server.ts";
import { startedToday } from "../together/started-today.server.ts";
import { startRequest } from "../together/start-request.server.ts";
import { takePart } from "../together/take-part.server.ts";
import { type WhomToAsk, whomToAsk } from "../together/whom-to-ask.server.ts";
import { asked } from "./asked.server.ts";
import { hasEnded } from "./engine/sign-up-states.ts";

type SignUp = { id: string; title: string; kinds: readonly MeasureKind[]; jointRequestId: string | null; party: SignUpParty; mine: boolean; state: SignUpState };
type Shown = { id: string; organisation: string; households: number; sentAt: Date | null; answer: Answer | null };

/** What a tenant's sign-up has to do with who manages the building: the request that it is part of; or the one to join, or whom to ask and in which words. */
export type Landlord =
  | { request: Shown; open: null }
  | { request: null; open: { join: Shown | null; whom: WhomToAsk; text: string; consent: string; displayName: string | null } };

/** Whether a sign-up is one by which its resident asks their landlord. */
export function asksLandlord({ party, mine, state }: SignUp): boolean {
  return party === "tenant" && mine && !hasEnded(state);
}

/** Where a tenant stands with who manages the building. */
export async function landlordOf(tx: ViewerTx, resident: Resident, signUp: SignUp): Promise<Landlord> {
  const requests = await aboutThis(tx, resident, signUp);
  const own = requests.find(({ id, joined }) => joined && id === signUp.jointRequestId);
  if (own) return { request: shown(own), open: null };
  const join = requests.find(({ hidden }) => !hidden);
  const open = {
    join: join ? shown(join) : null,
    whom: await whomToAsk(tx, resident),
    text: join?.text ?? serverT(resident.locale, "purchases")("landlord.request", { title: signUp.title }),
    consent: consentText(resident.locale, { purpose: "joint_request" }, resident).text,
    displayName: resident.displayName,
  };
  return { request: null, open };
}

/**
 * Asks who manages the building, together: joins the request about this that is there, else starts one; and ties the sign-up to it.
 * @param ask.organisationId whom to ask, where there is no request yet
 * @returns "nobody" when there is no such organisation here, "too_many" after five requests in a day; "not_yours" for another sign-up
 * @throws 404, with nothing kept, when it ended meanwhile
 */
export async function askLandlord(tx: ViewerTx, resident: Resident, signUp: SignUp, ask: { organisationId: string | null; withName: boolean }): Promise<"asked" | "nobody" | "too_many" | "not_yours"> {
  if (!asksLandlord(signUp)) return "not_yours";
  // Of neighbours who ask at the same moment the second finds the request of the first.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`request of ${resident.buildingId}`}, 0))`);
  const { open } = await landlordOf(tx, resident, signUp);
  if (!open) return "asked";
  const request = open.join ? await joined(tx, resident, open.join.id, ask.withName) : await started(tx, resident, signUp, open, ask);
  if (request === "nobody" || request === "too_many") return request;
  if (!(await asked(tx, sql<boolean>`viewer.tie_to_request(${signUp.id}::uuid, ${request}::uuid)`))) throw notFound();
  return "asked";
}

async function joined(tx: ViewerTx, resident: Resident, requestId: string, withName: boolean): Promise<string> {
  return (await takePart(tx, resident, requestId, withName)) ? requestId : "nobody";
}

async function started(tx: ViewerTx, resident: Resident, { kinds }: SignUp, { whom, text }: { whom: WhomToAsk; text: string }, { organisationId, withName }: { organisationId: string | null; withName: boolean }): Promise<string> {
  const [only] = whom.managers.length === 1 ? whom.managers : [];
  const to = organisationId ?? only?.id;
  const [kind] = kinds;
  if (!to || !kind) return "nobody";
  if ((await startedToday(tx, resident)) >= 5) return "too_many";
  return (await startRequest(tx, resident, { organisationId: to, kind, text, withName })) ?? "nobody";
}

/** Requests of the own building about what is bought; those in which the household takes part first. */
async function aboutThis(tx: ViewerTx, resident: Resident, { kinds }: SignUp): Promise<BuildingRequest[]> {
  const all = await buildingRequests(tx, resident);
  return all.filter(({ kind, withdrawnAt }) => kind !== null && kinds.includes(kind) && withdrawnAt === null).toSorted((one, other) => Number(other.joined) - Number(one.joined));
}

const shown = ({ id, organisation, households, sentAt, answers }: BuildingRequest): Shown => ({ id, organisation, households, sentAt, answer: answers[0] ?? null });
