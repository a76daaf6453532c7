import { writeDigests as write } from "../features/notices/write-digests.server.ts";

/** Writes the digests of those whose hour has come. */
export async function writeDigests(): Promise<void> {
  await write();
}
