import { appendToJournal } from "../../db/journal.server.ts";
import { asWorker } from "../../db/viewer.server.ts";
import { followRegister } from "../features/households/follow-register.server.ts";
import { endInactive } from "../features/privacy/end-inactive.server.ts";
import { endPaper } from "../features/privacy/end-paper.server.ts";
import { eraseDue } from "../features/privacy/erase-due.server.ts";
import { eraseEmptyHouseholds } from "../features/privacy/erase-empty-households.server.ts";
import { forgetAccounts } from "../features/privacy/forget-accounts.server.ts";
import { forgetTraces } from "../features/privacy/forget-traces.server.ts";
import { forgetPurchases } from "../features/purchases/forget-purchases.server.ts";
import { closeLapsedRoles } from "../features/roles/end-roles.server.ts";
import { today } from "../features/roles/role-days.ts";
import { eraseWithdrawn } from "../features/sharing/erase-withdrawn.server.ts";
import { forgetVisits } from "../features/visits/forget-visits.server.ts";
import { eraseOldThreads } from "../features/threads/forget-threads.server.ts";

/** Keeps nothing longer than was promised, and shows nothing to fewer homes than was promised. */
export async function cleanUp(): Promise<void> {
  await asWorker(followRegister);
  await appendToJournal();
  await forgetTraces();
  await forgetAccounts();
  await asWorker(eraseWithdrawn);
  await asWorker(forgetVisits);
  await asWorker((tx) => forgetPurchases(tx, today()));
  await asWorker(eraseOldThreads);
  await asWorker(closeLapsedRoles);
  await endInactive();
  await endPaper();
  await eraseDue();
  await eraseEmptyHouseholds();
}
