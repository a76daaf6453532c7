import { fetchLetters } from "../../app/features/letters/fetch-letters.server.ts";
import { makeBatches } from "../../app/features/letters/make-batches.server.ts";
import { type Order, orderLetters } from "../../app/features/letters/order-letters.server.ts";
import type { Moderator } from "../../app/features/session/viewer.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { type ReadPage, readPdf } from "./read-pdf.ts";

/** Orders letters and has them made, up to where they can be fetched. */
export async function made(moderator: Moderator, order: Order): Promise<string> {
  const id = await asViewer(moderator, (tx) => orderLetters(tx, moderator, order));
  await makeBatches();
  return id;
}

/** The file of a batch as a moderator's browser gets it; null when there is none for them. */
export async function fileOf(moderator: Moderator, id: string): Promise<Buffer | null> {
  const stream = await fetchLetters(moderator, id);
  return stream && Buffer.from(await new Response(stream).arrayBuffer());
}

/** Orders letters, has them made, fetches them and reads them; no pages where nobody may have one. */
export async function fetched(moderator: Moderator, order: Order): Promise<{ id: string; pages: ReadPage[] }> {
  const id = await made(moderator, order);
  const file = await fileOf(moderator, id);
  return { id, pages: file ? await readPdf(file) : [] };
}
