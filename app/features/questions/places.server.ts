import { and, asc, eq } from "drizzle-orm";
import { street, streetInNeighbourhood } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { homeTraits } from "../neighbourhood/homes-like-mine.server.ts";
import { periodIndex } from "../neighbourhood/building-period.ts";
import { periodKeys } from "../../../db/schema/choices.ts";
import type { Resident } from "../session/viewer.ts";
import type { QuestionText } from "./question.schema.server.ts";

/** The word by which a form names the own building; everything else is the id of a street. */
export const ownBuilding = "gebouw";

/** The streets and squares of the own neighbourhood, by name. */
export function placesHere(tx: ViewerTx, { neighbourhoodCode }: Resident): Promise<{ id: string; name: string }[]> {
  return tx
    .select({ id: street.id, name: street.name })
    .from(streetInNeighbourhood)
    .innerJoin(street, eq(street.id, streetInNeighbourhood.streetId))
    .where(eq(streetInNeighbourhood.neighbourhoodCode, neighbourhoodCode))
    .orderBy(asc(street.name));
}

/** The kind of the own home, as a question and an outcome name it; null where it is not known. */
export async function ownHomeKind(tx: ViewerTx, resident: Resident) {
  const traits = await homeTraits(tx, resident);
  const dwellingType = traits?.dwellingType && traits.dwellingType !== "unknown" ? traits.dwellingType : null;
  const buildingPeriod = traits?.builtYear == null ? null : periodKeys[periodIndex(traits.builtYear)]!;
  return dwellingType || buildingPeriod ? { dwellingType, buildingPeriod } : null;
}

/**
 * What a question says, as it is kept: the place only if it is of the own neighbourhood (a building only if it is one's own), and
 * the kind of home as it is known here.
 */
export async function questionColumns(tx: ViewerTx, resident: Resident, { place, aboutHome, ...text }: QuestionText) {
  const [found] =
    place && place !== ownBuilding
      ? await tx
          .select({ id: streetInNeighbourhood.streetId })
          .from(streetInNeighbourhood)
          .where(and(eq(streetInNeighbourhood.streetId, place), eq(streetInNeighbourhood.neighbourhoodCode, resident.neighbourhoodCode)))
      : [];
  const home = aboutHome ? await ownHomeKind(tx, resident) : null;
  return {
    ...text,
    placeStreetId: found?.id ?? null,
    aboutBuilding: place === ownBuilding && resident.buildingId !== null,
    dwellingType: home?.dwellingType ?? null,
    buildingPeriod: home?.buildingPeriod ?? null,
  };
}
