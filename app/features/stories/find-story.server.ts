import { and, eq } from "drizzle-orm";
import { street } from "../../../db/schema/register.ts";
import { story } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { notFound } from "../../http/not-found.server.ts";
import type { Resident } from "../session/viewer.ts";

export type FoundStory = NonNullable<Awaited<ReturnType<typeof findStory>>>;

/** A story, as far as this resident may see it; null for what isn't there and for what isn't theirs to see. Never at which home it belongs. */
export async function findStory(tx: ViewerTx, resident: Resident, id: string | undefined) {
  if (!isUuid(id)) return null;
  const [row] = await tx
    .select({
      id: story.id,
      householdId: story.householdId,
      indicator: story.indicator,
      title: story.title,
      body: story.body,
      shownName: story.shownName,
      streetName: street.name,
      audience: story.audience,
      sharedAt: story.sharedAt,
      narrowedAt: story.narrowedAt,
      withdrawnAt: story.withdrawnAt,
      hiddenAt: story.hiddenAt,
    })
    .from(story)
    .innerJoin(street, eq(street.id, story.streetId))
    .where(and(eq(story.id, id), eq(story.neighbourhoodCode, resident.neighbourhoodCode)));
  if (!row) return null;
  const { householdId, ...rest } = row;
  return { ...rest, own: householdId === resident.householdId };
}

/** A story of the own household. @throws 404 for one of somebody else, as for one that isn't there */
export async function ownStory(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<FoundStory> {
  const found = await findStory(tx, resident, id);
  if (!found?.own) throw notFound();
  return found;
}
