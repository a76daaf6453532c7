import type { Connection } from "../../db/connection.ts";
import { eraseDue } from "../../app/features/privacy/erase-due.server.ts";
import { replayJournal } from "../../db/replay-journal.server.ts";

export const usage = "replay-journal [--new-file]   after a restore: does again what was withdrawn or erased since the backup";

/** Replays JOURNAL_FILE on the database of DATABASE_URL or DATA_DIR; `--new-file` when the old file is lost. */
export async function run(connection: Connection, parameters: string[]): Promise<string> {
  const unknown = parameters.find((parameter) => parameter !== "--new-file");
  if (unknown) throw new Error(`replay-journal does not know ${unknown}. Usage: ${usage}`);
  const count = await replayJournal(connection, { newFile: parameters.includes("--new-file") });
  await eraseDue();
  return `replayed ${count} lines; the database may be used`;
}
