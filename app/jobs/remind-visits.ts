import { asWorker } from "../../db/viewer.server.ts";
import { lapseRequests, remindVisits } from "../features/visits/remind-visits.server.ts";

/** Reminds the two of a visit tomorrow, and lets go of questions that got no answer in time. */
export async function remindOfVisits(): Promise<void> {
  await asWorker((tx) => remindVisits(tx));
  await asWorker(lapseRequests);
}
