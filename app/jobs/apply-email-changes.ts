import { applyDueEmailChanges } from "../features/session/apply-email-change.server.ts";

/** Lets changes of an e-mail address take effect when their seven days are over. */
export async function applyEmailChanges(): Promise<void> {
  await applyDueEmailChanges();
}
