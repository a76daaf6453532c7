import { arrayContains, desc, inArray } from "drizzle-orm";
import { asc } from "drizzle-orm";
import { figureEvent, publishedRelease } from "../../../../db/schema/insights.ts";
import { neighbourhood } from "../../../../db/schema/register.ts";
import { asInsights, asViewer, type FigureReader } from "../../../../db/viewer.server.ts";
import type { AccountViewer } from "../../session/viewer.ts";
import { publicityLog } from "../desk/publicity.server.ts";
import { postsTo } from "../../posts/posts.server.ts";
import { readReleases } from "../read-releases.server.ts";

const mostAreas = 500;

/** Areas with figures that this reader may see, by name. */
export async function areasWithFigures(reader: FigureReader | null): Promise<{ area: string; areaName: string }[]> {
  return asInsights(
    (tx) => tx.selectDistinct({ area: publishedRelease.area, areaName: publishedRelease.areaName }).from(publishedRelease).orderBy(asc(publishedRelease.areaName), asc(publishedRelease.area)).limit(mostAreas),
    reader,
  );
}

/**
 * The page of figures: of the area that was asked for, else of the own neighbourhood, else of its district, else of the first.
 * What nobody may see and what there isn't give the same: null for the area.
 */
export async function figuresPage(viewer: AccountViewer | null, wanted: string | null, besideWanted: string | null) {
  const areas = await areasWithFigures(viewer);
  const own = viewer?.neighbourhoodCode ?? viewer?.moderates[0];
  const district = own && `WK${own.slice(2, 8)}`;
  const first = [own, district].find((code) => areas.some(({ area }) => area === code)) ?? areas[0]?.area;
  const chosen = wanted ? areas.find(({ area }) => area === wanted)?.area : first;
  const beside = besideWanted !== chosen ? areas.find(({ area }) => area === besideWanted)?.area : undefined;
  const releases = chosen ? await readReleases(viewer, { areas: [chosen] }) : [];
  const names = releases.at(-1)?.neighbourhoods ?? [];
  const about = names.length ? names : own ? [own] : [];
  const [log, posts, called, publicity] = viewer
    ? await asViewer(viewer, async (tx) => [
        await tx
          .select({ id: figureEvent.id, at: figureEvent.at, deed: figureEvent.deed, areaName: figureEvent.areaName, quarter: figureEvent.quarter })
          .from(figureEvent)
          .where(about.length === 1 ? arrayContains(figureEvent.neighbourhoods, about) : chosen ? inArray(figureEvent.area, [chosen]) : undefined)
          .orderBy(desc(figureEvent.at))
          .limit(20),
        await postsTo(tx, about),
        await tx.select({ name: neighbourhood.name }).from(neighbourhood).where(inArray(neighbourhood.code, about)).orderBy(asc(neighbourhood.name)),
        await publicityLog(tx, about),
      ])
    : [[], [], [], []];
  return {
    areas,
    chosen: chosen ?? null,
    missing: wanted !== null && !chosen,
    releases,
    beside: beside ? await readReleases(viewer, { areas: [beside] }) : [],
    isPublic: chosen !== undefined && (viewer === null || (await readReleases(null, { areas: [chosen] })).length > 0),
    log,
    posts,
    publicity,
    memberNames: called.map(({ name }) => name),
  };
}
