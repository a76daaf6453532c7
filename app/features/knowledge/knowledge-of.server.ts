import type { ViewerTx } from "../../../db/viewer.server.ts";
import { koplopersFor } from "../koplopers/koplopers-for.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import { neighboursWithKind } from "../measures/neighbours-with-kind.server.ts";
import { homeTraits } from "../neighbourhood/homes-like-mine.server.ts";
import { ownHomeKind } from "../questions/places.server.ts";
import type { Resident } from "../session/viewer.ts";
import { visitsFor } from "../visits/list-visits.server.ts";
import { askableWith, experiencesWith } from "./homes-with.server.ts";
import { openAbout } from "./open-about.server.ts";
import { outcomesAbout } from "./outcomes-about.server.ts";

const koplopersShown = 4;
const visitsShown = 3;

/**
 * What neighbours know of a kind of measure, as far as this resident sees it: what was found out, what is still asked, how it
 * is to have it, who may be asked, and where one can come and look. Of each the beginning; homes like the own one go first.
 */
export async function knowledgeOf(tx: ViewerTx, resident: Resident, kind: MeasureKind) {
  const traits = await homeTraits(tx, resident);
  const home = await ownHomeKind(tx, resident);
  const koplopers = await koplopersFor(tx, resident, kind);
  const visits = await visitsFor(tx, kind);
  return {
    found: await outcomesAbout(tx, resident, kind, home),
    open: await openAbout(tx, resident, kind, home),
    told: await neighboursWithKind(tx, resident, kind, traits),
    experiences: await experiencesWith(tx, resident, kind, traits),
    koplopers: { count: koplopers.length, first: koplopers.slice(0, koplopersShown) },
    askable: await askableWith(tx, resident, kind, traits),
    visits: { count: visits.length, first: visits.slice(0, visitsShown) },
  };
}
