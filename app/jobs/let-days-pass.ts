import { asWorker } from "../../db/viewer.server.ts";
import { letDaysPass as pass } from "../features/questions/days-of-questions.server.ts";

/** Reminds of what is due, ends what is over, and has return what waited for its day. */
export async function letDaysPass(): Promise<void> {
  await asWorker((tx) => pass(tx, new Date()));
}
