import { ownData as parts } from "../../app/features/privacy/own-data.server.ts";
import type { OwnDataTable } from "../../app/features/privacy/own-data-tables.ts";
import type { AccountViewer } from "../../app/features/session/viewer.ts";

type OwnData = Record<OwnDataTable, Record<string, unknown>[]>;

/** Everything that is kept of somebody, by table. */
export async function ownData(viewer: AccountViewer): Promise<OwnData> {
  const data: Partial<OwnData> = {};
  for (const [table, part] of Object.entries(parts) as [OwnDataTable, (typeof parts)[OwnDataTable]][]) {
    data[table] = [];
    for await (const rows of part.read(viewer)) data[table].push(...rows);
  }
  return data as OwnData;
}
