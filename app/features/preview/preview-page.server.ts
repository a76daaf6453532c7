import { and, eq, isNull } from "drizzle-orm";
import { membership } from "../../../db/schema/people.ts";
import { neighbourhood } from "../../../db/schema/register.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import { countsInFigures } from "../consent/answer-figures.server.ts";
import { readReleases } from "../insights/read-releases.server.ts";
import { ownDisclosures } from "../moderation/own-hidings.server.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceOptions } from "../sharing/audience-options.server.ts";
import { type Eyes, eyes as allEyes, eyesInAddress } from "./eyes.ts";
import { ownIds, seenOfHousehold } from "./seen-of-household.server.ts";
import { syntheticViewer } from "./synthetic-viewer.server.ts";

/**
 * What somebody else sees of this resident's household.
 * @param asked how the address says with whose eyes; anything else is the street's
 */
export async function previewPage(resident: Resident, asked: string | null) {
  const own = await asViewer(resident, async (tx) => {
    const adults = await tx.select({ id: membership.residentId }).from(membership).where(and(eq(membership.householdId, resident.householdId), isNull(membership.endedAt)));
    const [home] = await tx.select({ municipalityCode: neighbourhood.municipalityCode }).from(neighbourhood).where(eq(neighbourhood.code, resident.neighbourhoodCode));
    return {
      ids: await ownIds(tx, resident, adults.map(({ id }) => id)),
      municipalityCode: home?.municipalityCode ?? "",
      inBuilding: (await audienceOptions(tx, resident)).some(({ audience }) => audience === "building"),
      counts: await countsInFigures(tx, resident),
      looks: (await ownDisclosures(tx, resident)).length,
    };
  });
  const offered = allEyes.filter((each) => each !== "building" || own.inBuilding);
  const eyes: Eyes = offered.find((each) => eyesInAddress[each] === asked) ?? "street";
  const viewer = syntheticViewer(resident, eyes, own.municipalityCode);
  return {
    eyes,
    offered,
    seen: await asViewer(viewer, (tx) => seenOfHousehold(tx, viewer, resident, own.ids)),
    counts: own.counts,
    looks: own.looks,
    releases: eyes === "municipality" ? await releasesWith(viewer, resident.neighbourhoodCode) : [],
  };
}

/** The published figures in which this neighbourhood is counted, as the municipality reads them. */
async function releasesWith(viewer: Parameters<typeof readReleases>[0], neighbourhoodCode: string) {
  const all = await readReleases(viewer);
  return all.flatMap(({ id, area, areaName, quarter, publishedOn, neighbourhoods }) => (publishedOn && neighbourhoods.includes(neighbourhoodCode) ? [{ id, area, areaName, quarter, publishedOn }] : []));
}
