import { wipeFiles } from "../features/letters/batch-work.server.ts";
import { makeBatches } from "../features/letters/make-batches.server.ts";

/** Makes the letters that moderators ordered, and wipes the files that had their time. */
export async function makeLetters(): Promise<void> {
  await wipeFiles();
  await makeBatches();
}
