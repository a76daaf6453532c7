import { startAssisting, type SignedForm, type Whom } from "../../app/features/assisted/start-assisting.server.ts";
import { type Assisting, assistingIn } from "../../app/features/session/require-assisting.server.ts";
import type { AccountViewer, Resident } from "../../app/features/session/viewer.ts";

/** Today in the Netherlands, or some days earlier, as a form has it. */
export const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
export const signed: SignedForm = { signedOn: dayBefore(0), version: "2026-1", locale: "nl" };

/** A resident as the contact person of their own street. */
export function contactOfStreet<Helper extends Resident>(resident: Helper): Helper {
  return { ...resident, contactFor: { streets: [{ streetId: resident.streetId, neighbourhoodCode: resident.neighbourhoodCode }], buildings: [] } };
}

/** Begins to help somebody at a home. @throws when it is refused */
export async function assist(helper: AccountViewer, whom: Partial<Extract<Whom, { dwellingId: string }>> & { dwellingId: string }, form = signed): Promise<Assisting> {
  const begun = await startAssisting(helper, { known: false, number: null, ...whom }, form);
  if ("refused" in begun) throw new Error(`not begun: ${begun.refused}`);
  const assisting = await assistingIn(helper, begun.id);
  if (!assisting) throw new Error("the session does not run");
  return assisting;
}
