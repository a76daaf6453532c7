import { sql } from "drizzle-orm";
import { asInsights } from "../../../db/viewer.server.ts";

/** The newest import of one thing: of when it is (ISO 8601 day), and when it was read. */
export type LoadedSource = { kind: string; scope: string; sourceDate: string | null; importedAt: Date };

/** What everybody may know of what is loaded, newest first. */
export function loadedSources(): Promise<LoadedSource[]> {
  return asInsights((tx) =>
    tx
      .select({
        kind: sql<string>`loaded.kind`,
        scope: sql<string>`loaded.scope`,
        sourceDate: sql<string | null>`loaded.source_date::text`,
        importedAt: sql<Date>`loaded.finished_at`.mapWith((at: string | Date) => new Date(at)),
      })
      .from(sql`viewer.loaded_sources() as loaded`)
      .orderBy(sql`loaded.source_date desc nulls last, loaded.scope`),
  );
}
