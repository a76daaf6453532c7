import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { neighbourhood } from "../../../../db/schema/register.ts";
import { asViewer } from "../../../../db/viewer.server.ts";
import type { Official } from "../../session/viewer.ts";
import { agreedIn, publicityLog } from "../desk/publicity.server.ts";
import { readReleases } from "../read-releases.server.ts";
import type { Release } from "../published/release.ts";
import { municipalityNames } from "../municipality-names.server.ts";
import { drawMap, shareOf } from "./share-map.ts";
import { postsTo } from "../../posts/posts.server.ts";

/** The served neighbourhoods of an official's municipalities, by name. */
export async function officialNeighbourhoods(official: Official): Promise<{ code: string; name: string }[]> {
  return asViewer(official, (tx) => tx.select({ code: neighbourhood.code, name: neighbourhood.name }).from(neighbourhood).where(served(official)).orderBy(asc(neighbourhood.name)));
}

const served = ({ officialOf }: Official) => and(inArray(neighbourhood.municipalityCode, [...officialOf]), eq(neighbourhood.served, true), isNull(neighbourhood.endedOn));

/** All releases of an area with those of its newest that a municipality looks at first. */
export type AreaOverview = { area: string; areaName: string; releases: Release[] };

/** Everything that an official sees of neighbourhoods: what is published, and what was posted to them. */
export async function municipalityPage(official: Official) {
  const { places, municipalities, posts, agreed, publicity } = await asViewer(official, async (tx) => {
    const found = await tx.select({ code: neighbourhood.code, name: neighbourhood.name, geometry: neighbourhood.geometry }).from(neighbourhood).where(served(official)).orderBy(asc(neighbourhood.name));
    const codes = found.map(({ code }) => code);
    return { places: found, municipalities: await municipalityNames(tx, official.officialOf), posts: await postsTo(tx, codes), agreed: await agreedIn(tx, codes), publicity: await publicityLog(tx, codes) };
  });
  const releases = await readReleases(official, { municipalities: official.officialOf, topics: ["taking_part", "conversion"] });
  const areas: AreaOverview[] = [];
  for (const release of releases) {
    const known = areas.find(({ area }) => area === release.area);
    if (known) known.releases.push(release);
    else areas.push({ area: release.area, areaName: release.areaName, releases: [release] });
  }
  const newest = (code: string) => areas.find(({ area }) => area === code)?.releases.at(-1);
  return {
    municipalities,
    areas,
    posts,
    publicity,
    neighbourhoods: places.map(({ code, name }) => ({ code, name, agreed: agreed.get(code)!, release: newest(code) ?? null, share: shareOf(newest(code)) })),
    map: drawMap(places.map(({ code, name, geometry }) => ({ code, name, geometry, share: shareOf(newest(code)) }))),
  };
}
