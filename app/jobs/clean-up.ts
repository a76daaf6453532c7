import { appendToJournal } from "../../db/journal.server.ts";
import { asWorker } from "../../db/viewer.server.ts";
import { followRegister } from "../features/households/follow-register.server.ts";
import { runRetention } from "../features/privacy/run-retention.server.ts";
import { closeLapsedRoles } from "../features/roles/end-roles.server.ts";

/** Keeps nothing longer than was promised, and shows nothing to fewer homes than was promised. */
export async function cleanUp(): Promise<void> {
  await asWorker(followRegister);
  await appendToJournal();
  await asWorker(closeLapsedRoles);
  await runRetention();
}
