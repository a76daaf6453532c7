import { sql } from "drizzle-orm";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { LoadedSource } from "./loaded-sources.server.ts";

/** What came of the newest import of one thing; null where its summary does not say. */
export type LoadedInFull = LoadedSource & {
  file: string;
  read: number | null;
  kept: number | null;
  leftOut: { reason: string; count: number }[] | null;
  matched: { homes: number; of: number } | null;
};

/** What is loaded and what came of it, for a moderator; nothing for anybody else. */
export function loadedInFull(tx: ViewerTx): Promise<LoadedInFull[]> {
  return tx
    .select({
      kind: sql<string>`loaded.kind`,
      scope: sql<string>`loaded.scope`,
      sourceDate: sql<string | null>`loaded.source_date::text`,
      importedAt: sql<Date>`loaded.finished_at`.mapWith((at: string | Date) => new Date(at)),
      file: sql<string>`loaded.file_name`,
      read: sql<number | null>`loaded.read`,
      kept: sql<number | null>`loaded.kept`,
      leftOut: sql<LoadedInFull["leftOut"]>`loaded.left_out`,
      matched: sql<LoadedInFull["matched"]>`loaded.matched`,
    })
    .from(sql`viewer.loaded_in_full() as loaded`)
    .orderBy(sql`loaded.kind, loaded.source_date desc nulls last, loaded.scope`);
}
