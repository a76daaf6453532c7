import { and, desc, eq, isNotNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { DwellingType, QuestionState } from "../../../db/schema/choices.ts";
import { question } from "../../../db/schema/questions.ts";
import { street } from "../../../db/schema/register.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";
import { askedOf } from "../questions/homes-like.server.ts";
import { ownBuilding, ownHomeKind } from "../questions/places.server.ts";
import { standing } from "../questions/question-list.server.ts";
import { seenState } from "../questions/seen-state.server.ts";
import type { Resident } from "../session/viewer.ts";
import type { Filters } from "./filters.ts";
import { groupBy } from "./group-by.ts";

/** What stands at a street or square, never at a home: a question about it, who may be asked, or a door that opens, of somebody who shows their street only. */
export type AtSpot =
  | { what: "question"; id: string; title: string; state: QuestionState; kinds: MeasureKind[] }
  | { what: "koploper" | "visit"; id: string; kinds: MeasureKind[] };

/** A street or square with what stands there, or the viewer's own building; `place` is the id of the street, or "gebouw". */
export type Spot = { place: string; street: string; building: string | null; here: AtSpot[] };

/** A spot as the map and the list show it. */
export type SpotCounts = Pick<Spot, "place" | "street" | "building"> & { questions: number; koplopers: number; visits: number };

type Found = AtSpot & { place: string; street: string; building: string | null; dwellingType: DwellingType | null; likeMine: boolean };

const most = 300;

/**
 * Spots with what this resident sees there and what was asked for, the own building and the own street first. A question about a building
 * stands there for those who live in it, and nowhere for anybody else.
 */
export async function streetSpots(tx: ViewerTx, resident: Resident, filters: Filters): Promise<Spot[]> {
  if (filters.what === "measure" || filters.what === "wish") return [];
  const all = [...(await questionsAtSpots(tx, resident)), ...(await openInStreets(tx))].filter((found) => fits(found, filters, resident));
  const rank = ({ place }: { place: string }) => (place === ownBuilding ? 0 : place === resident.streetId ? 1 : 2);
  return [...groupBy(all, ({ place }) => place)]
    .map(([place, here]): Spot => ({ place, street: here[0]!.street, building: here[0]!.building, here: here.map(({ place: _place, street: _street, building: _building, dwellingType: _type, likeMine: _mine, ...at }) => at) }))
    .toSorted((a, b) => rank(a) - rank(b) || a.street.localeCompare(b.street, "nl") || (a.place < b.place ? -1 : 1));
}

export function countsOf({ place, street: name, building, here }: Spot): SpotCounts {
  const many = (what: AtSpot["what"]) => here.filter((each) => each.what === what).length;
  return { place, street: name, building, questions: many("question"), koplopers: many("koploper"), visits: many("visit") };
}

/** Of a koploper or a visit no home is known, so that they fit no kind of home. */
function fits({ place, kinds, dwellingType, likeMine }: Found, filters: Filters, { streetId }: Resident): boolean {
  if (filters.streetId !== null && (place === ownBuilding ? streetId : place) !== filters.streetId) return false;
  if (filters.kinds.length > 0 && !filters.kinds.some((kind) => kinds.includes(kind))) return false;
  if (filters.dwellingTypes.length > 0 && !(dwellingType && filters.dwellingTypes.includes(dwellingType))) return false;
  return !filters.likeMine || likeMine;
}

const placeStreet = alias(street, "place_street");

async function questionsAtSpots(tx: ViewerTx, resident: Resident): Promise<Found[]> {
  const home = await ownHomeKind(tx, resident);
  const state = await seenState(tx);
  const ours = resident.buildingId === null ? sql`false` : and(eq(question.aboutBuilding, true), eq(question.buildingId, resident.buildingId))!;
  const rows = await tx
    .select({
      id: question.id, title: question.title, state, measureKind: question.measureKind, dwellingType: question.dwellingType, streetId: question.placeStreetId, street: placeStreet.name,
      likeMine: sql<boolean>`coalesce(${home ? askedOf(home) : sql`false`}, false)`,
    })
    .from(question)
    .leftJoin(placeStreet, eq(placeStreet.id, question.placeStreetId))
    .where(and(standing(resident), or(isNotNull(question.placeStreetId), ours), ne(state, "parked")))
    .orderBy(desc(question.sharedAt), desc(question.id))
    .limit(most);
  return rows.map(({ measureKind, streetId, street: name, ...row }) => ({
    what: "question",
    ...row,
    kinds: measureKind !== null && isMeasureKind(measureKind) ? [measureKind] : [],
    place: streetId ?? ownBuilding,
    street: name ?? resident.streetName,
    building: streetId === null ? resident.buildingId : null,
  }));
}

async function openInStreets(tx: ViewerTx): Promise<Found[]> {
  const rows = await tx
    .select({ what: sql<"koploper" | "visit">`d.what`, id: sql<string>`d.id`, kinds: sql<string[]>`d.kinds`, place: street.id, street: street.name })
    .from(
      sql`(select 'koploper' as what, k.id, k.street_id, k.kinds from viewer.koplopers_seen() k where k.dwelling_id is null
        union all select 'visit', v.id, v.street_id, v.kinds from viewer.visits_seen() v where v.dwelling_id is null
          and (v.by_appointment or exists (select from viewer.visit_slots_seen() s where s.visit_id = v.id))) d`,
    )
    .innerJoin(street, eq(street.id, sql`d.street_id`))
    .orderBy(sql`d.what`, sql`d.id`)
    .limit(most);
  return rows.map(({ kinds, ...row }) => ({ ...row, kinds: kinds.filter(isMeasureKind), building: null, dwellingType: null, likeMine: false }));
}
