import { redirect } from "@remix-run/node";
import { asAssisted, AssistingOver } from "../../../db/viewer.server.ts";
import { idIn } from "../../http/id-in.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { assistedAddress } from "../assisted/help-addresses.server.ts";
import { ownSession } from "../assisted/assisted-log.server.ts";
import { requireFreshModerator } from "./fresh-step.server.ts";
import { type GuardArgs, requireAccount, requireModerator } from "./guards.server.ts";
import { type AccountViewer, noPowers, type Resident } from "./viewer.ts";

type SessionArgs = GuardArgs & { params: { id?: string } };

/** Somebody as whom a helper works, while a session runs; made by these guards and by what begins a session only. */
export type Assisting = { helper: AccountViewer; onBehalf: Resident; session: { id: string; address: string; endsAt: Date } };

/**
 * Somebody who may help others on paper: a contact person, or a moderator with the second step shown just now.
 * @throws a redirect to the second step; 404 for anyone else
 */
export async function requireHelper(args: GuardArgs): Promise<AccountViewer> {
  const viewer = await requireAccount(args);
  if (isContact(viewer)) return viewer;
  return requireFreshModerator(args);
}

/** A helper with a session of their own that may have ended. @throws 404 for a session of anybody else */
export async function requireAssistant(args: SessionArgs): Promise<{ helper: AccountViewer; assisting: Assisting | null }> {
  const helper = await helperInSession(args);
  const id = idIn(args.params);
  const assisting = await assistingIn(helper, id);
  if (!assisting && !(await ownSession(helper, id))) throw notFound();
  return { helper, assisting };
}

/**
 * A helper at work in a session of their own.
 * @throws a redirect to where a session begins when it is over; 404 for a session of anybody else
 */
export async function requireAssisting(args: SessionArgs): Promise<Assisting> {
  const { assisting } = await requireAssistant(args);
  if (!assisting) throw redirect("/helpen?voorbij");
  return assisting;
}

/** The session of a helper; null when it is over or not theirs. The database says as whom they work, and for how long. */
export async function assistingIn(helper: AccountViewer, id: string): Promise<Assisting | null> {
  try {
    return await asAssisted({ sessionId: id, helper }, async (tx, assisted) => {
      const { line, streetName, neighbourhoodName } = await assistedAddress(tx, assisted.dwellingId);
      const { personId, householdId, neighbourhoodCode, streetId, buildingId, dwellingId, locale, endsAt } = assisted;
      const onBehalf: Resident = {
        ...helper,
        residentId: personId, householdId, neighbourhoodCode, neighbourhoodName, streetId, streetName, buildingId, dwellingId, locale,
        displayName: null, involvement: null, ...noPowers,
        onBehalf: { sessionId: id, helper },
      };
      return { helper, onBehalf, session: { id, address: line, endsAt } };
    });
  } catch (error) {
    if (error instanceof AssistingOver) return null;
    throw error;
  }
}

const isContact = ({ contactFor }: AccountViewer) => contactFor.streets.length + contactFor.buildings.length > 0;

// Within the fifteen minutes a moderator is not asked for the second step again.
async function helperInSession(args: GuardArgs): Promise<AccountViewer> {
  const viewer = await requireAccount(args);
  return isContact(viewer) ? viewer : requireModerator(args);
}
