import { eq, sql } from "drizzle-orm";
import { street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

/** How the energy labels of a street are spread: classes from best to worst, both included, with the number of homes. */
export type StreetLabels = { street: string; groups: { best: string; worst: string; homes: number }[] };

/** Streets of the viewer's own neighbourhood with ten labelled homes or more, by name; the database decides which and how fine. */
export async function labelsPerStreet(tx: ViewerTx): Promise<StreetLabels[]> {
  const rows = await tx
    .select({ id: street.id, street: street.name, best: sql<string>`labels.best`, worst: sql<string>`labels.worst`, homes: sql<number>`labels.homes` })
    .from(sql`viewer.label_distribution() as labels`)
    .innerJoin(street, eq(street.id, sql`labels.street_id`))
    .orderBy(street.name, street.id, sql`labels.best`);
  const streets = new Map<string, StreetLabels>();
  for (const { id, street: name, ...group } of rows) {
    const found = streets.get(id) ?? { street: name, groups: [] };
    found.groups.push(group);
    streets.set(id, found);
  }
  return [...streets.values()];
}
