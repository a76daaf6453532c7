import { asWorker } from "../../db/viewer.server.ts";
import { wipeArchives } from "../features/privacy/archive/archive-work.server.ts";
import { makeArchives as make } from "../features/privacy/archive/make-archives.server.ts";

/** Makes the archives that people asked for, and deletes those that had their time. */
export async function makeArchives(): Promise<void> {
  await asWorker(wipeArchives);
  await make();
}
