import { moveOutThoseDue } from "../features/households/move-out.server.ts";

/** Ends the membership of who moves, in the night after their last day. */
export async function moveOut(): Promise<void> {
  await moveOutThoseDue(new Date());
}
