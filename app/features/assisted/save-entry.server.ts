import { sql } from "drizzle-orm";
import { asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import type { Assisting } from "../session/require-assisting.server.ts";
import type { AssistedEntry, ReadEntry } from "./entries/assisted-entry.server.ts";

/**
 * Writes a form as the person who is helped, and in the log of the session.
 * @returns the id of what was made; null when what it is about isn't there for both
 * @throws {AssistingOver} when the session ended meanwhile
 * @throws {NotEntered} when it cannot be now
 */
export async function saveEntry({ onBehalf }: Pick<Assisting, "onBehalf">, { kind }: Pick<AssistedEntry, "kind">, { write, seen }: Extract<ReadEntry, { ok: true }>): Promise<string | null> {
  const viewer = seen ? { ...onBehalf, onBehalf: { ...onBehalf.onBehalf!, seen } } : onBehalf;
  return asViewer(viewer, async (tx) => {
    const made = await write(tx, viewer);
    if (made) await noteEntry(tx, kind, made);
    return made;
  });
}

/** Writes down what was done in the session of this transaction. */
export async function noteEntry(tx: ViewerTx, kind: string, subjectId: string): Promise<void> {
  await tx.execute(sql`select viewer.note_entry(${kind}, ${subjectId}::uuid)`);
}
