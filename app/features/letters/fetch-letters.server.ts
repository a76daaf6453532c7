import { sql } from "drizzle-orm";
import { asViewer } from "../../../db/viewer.server.ts";
import { unsealBytes } from "../../http/sealing.server.ts";
import type { Moderator } from "../session/viewer.ts";
import { filePurpose } from "./batch-work.server.ts";

/**
 * Begins to fetch a file of letters: from the first time on they count as printed, and ten minutes later the file is gone.
 * @returns the PDF in pieces, opened one at a time; null when there is no file for this moderator
 */
export async function fetchLetters(moderator: Moderator, id: string): Promise<ReadableStream<Uint8Array> | null> {
  const parts = await asViewer(moderator, async (tx) => {
    const [begun] = await tx.select({ parts: sql<number | null>`f.parts` }).from(sql`(select viewer.fetch_letters(${id}::uuid) as parts) as f`);
    return begun!.parts;
  });
  if (parts === null) return null;
  let part = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (part === parts) return controller.close();
      const [found] = await asViewer(moderator, (tx) =>
        tx.select({ bytes: sql<Uint8Array | null>`f.bytes` }).from(sql`(select viewer.letter_file_part(${id}::uuid, ${part}::integer) as bytes) as f`),
      );
      const bytes = found?.bytes ? unsealBytes(filePurpose, `${id} ${part}`, found.bytes) : null;
      part++;
      if (bytes) controller.enqueue(bytes);
      else controller.error(new Error("A piece of the letters is not there, or was sealed with another APP_SECRET."));
    },
  });
}
