import type { SignUpState } from "../../../../db/schema/purchase-choices.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import type { Moderator } from "../../session/viewer.ts";
import { type Step, type Stepped, stepSignUp } from "../step.server.ts";
import { chosenSignUps } from "./board.server.ts";

type Refused = Exclude<Stepped, "stepped">;
export type SteppedMany = { done: number; refused: { reference: string; why: Refused }[]; elsewhere: number };

/**
 * Makes the same step with several sign-ups of one purchase. Those that no longer stand where they were chosen stay as they are.
 * @param from the state in which they were chosen
 */
export async function stepMany(tx: ViewerTx, moderator: Moderator, purchaseId: string, ids: readonly string[], from: SignUpState, step: Step): Promise<SteppedMany> {
  const here = (await chosenSignUps(tx, moderator, purchaseId, ids)).filter(({ state }) => state === from);
  const outcome: SteppedMany = { done: 0, refused: [], elsewhere: ids.length - here.length };
  for (const { id, reference } of here) {
    const said = await stepSignUp(tx, id, step);
    if (said === "stepped") outcome.done++;
    else if (said === null) outcome.elsewhere++;
    else outcome.refused.push({ reference, why: said });
  }
  return outcome;
}
