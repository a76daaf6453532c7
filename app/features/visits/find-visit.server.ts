import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import type { VisitAccess, VisitLanguage } from "../../../db/schema/choices.ts";
import type { Audience } from "../../../db/schema/people.ts";
import { dwelling, street } from "../../../db/schema/register.ts";
import { measure } from "../../../db/schema/sharing.ts";
import { visit, visitMeasure } from "../../../db/schema/visits.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { notFound } from "../../http/not-found.server.ts";
import { writtenNumber } from "../map/building-address.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";

/** An opening as a neighbour sees it. */
export type SeenVisit = {
  id: string;
  streetName: string;
  showsHome: boolean;
  /** House number; null unless the home shows itself. */
  number: string | null;
  byAppointment: boolean;
  kinds: MeasureKind[];
  languages: VisitLanguage[];
  accessibility: VisitAccess[];
  note: string | null;
  houseRules: string | null;
  /** Linked measures that this resident sees. */
  measures: { id: string; kind: MeasureKind }[];
};

/** What only the own household sees of an opening. */
export type OwnVisit = SeenVisit & { audience: Audience; sharedAt: Date | null; narrowedAt: Date | null; withdrawnAt: Date | null; hiddenAt: Date | null; measureIds: string[] };

const seenColumns = {
  id: sql<string>`v.id`,
  streetName: street.name,
  showsHome: sql<boolean>`v.shows_home`,
  houseNumber: dwelling.houseNumber,
  houseLetter: dwelling.houseLetter,
  houseAddition: dwelling.houseAddition,
  byAppointment: sql<boolean>`v.by_appointment`,
  kinds: sql<string[]>`v.kinds`,
  languages: sql<VisitLanguage[]>`v.languages`,
  accessibility: sql<VisitAccess[]>`v.accessibility`,
  note: sql<string | null>`v.note`,
  houseRules: sql<string | null>`v.house_rules`,
  measureIds: sql<string[]>`v.measures`,
};

/** Openings of neighbours that this resident may see, by their ids; all of them without. */
export async function seenVisits(tx: ViewerTx, ids?: readonly string[]): Promise<SeenVisit[]> {
  if (ids?.length === 0) return [];
  const rows = await tx
    .select(seenColumns)
    .from(sql`viewer.visits_seen() v`)
    .innerJoin(street, eq(street.id, sql`v.street_id`))
    .leftJoin(dwelling, eq(dwelling.id, sql`v.dwelling_id`))
    .where(ids ? inArray(sql`v.id`, [...ids]) : undefined)
    .orderBy(asc(street.name), sql`v.id`);
  const linked = await measuresOf(tx, rows.flatMap((row) => row.measureIds));
  return rows.map(({ houseNumber, houseLetter, houseAddition, measureIds, kinds, ...row }) => ({
    ...row,
    kinds: kinds.filter(isMeasureKind),
    number: row.showsHome ? writtenNumber({ houseNumber, houseLetter, houseAddition }) : null,
    measures: measureIds.flatMap((id) => linked.get(id) ?? []),
  }));
}

async function measuresOf(tx: ViewerTx, ids: string[]): Promise<Map<string, { id: string; kind: MeasureKind }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.select({ id: measure.id, kind: measure.kind }).from(measure).where(and(inArray(measure.id, ids), isNull(measure.withdrawnAt)));
  return new Map(rows.flatMap(({ id, kind }) => (isMeasureKind(kind) ? [[id, { id, kind }]] : [])));
}

/** An opening of a neighbour; null for what isn't there, and for what isn't theirs to see. */
export async function findVisit(tx: ViewerTx, id: string | undefined): Promise<SeenVisit | null> {
  return isUuid(id) ? ((await seenVisits(tx, [id]))[0] ?? null) : null;
}

/** Openings of the own household, newest first, by their ids; all of them without, and as long as they can be put back. */
export async function ownVisits(tx: ViewerTx, resident: Resident, id?: string): Promise<OwnVisit[]> {
  const rows = await tx
    .select({
      id: visit.id, showsHome: visit.showsHome, byAppointment: visit.byAppointment, kinds: visit.kinds, languages: visit.languages, accessibility: visit.accessibility,
      note: visit.note, houseRules: visit.houseRules, audience: visit.audience, sharedAt: visit.sharedAt, narrowedAt: visit.narrowedAt, withdrawnAt: visit.withdrawnAt, hiddenAt: visit.hiddenAt,
      houseNumber: dwelling.houseNumber, houseLetter: dwelling.houseLetter, houseAddition: dwelling.houseAddition,
      measureIds: sql<string[]>`array(select l.measure_id from ${visitMeasure} l where l.visit_id = ${visit.id})`,
    })
    .from(visit)
    .innerJoin(dwelling, eq(dwelling.id, visit.dwellingId))
    .where(and(eq(visit.householdId, resident.householdId), eq(visit.neighbourhoodCode, resident.neighbourhoodCode), id ? eq(visit.id, id) : sql`coalesce(${visit.withdrawnAt} > now() - interval '7 days', true)`))
    .orderBy(sql`${visit.createdAt} desc`);
  const linked = await measuresOf(tx, rows.flatMap((row) => row.measureIds));
  return rows.map(({ houseNumber, houseLetter, houseAddition, kinds, ...row }) => ({
    ...row,
    streetName: resident.streetName,
    kinds: kinds.filter(isMeasureKind),
    number: row.showsHome ? writtenNumber({ houseNumber, houseLetter, houseAddition }) : null,
    measures: row.measureIds.flatMap((measureId) => linked.get(measureId) ?? []),
  }));
}

/** An opening of the own household. @throws 404 for one of somebody else, as for one that isn't there */
export async function ownVisit(tx: ViewerTx, resident: Resident, id: string | undefined): Promise<OwnVisit> {
  const [found] = isUuid(id) ? await ownVisits(tx, resident, id) : [];
  if (!found) throw notFound();
  return found;
}

/** The own measures that guests could come to see, and whether neighbours see them with the home already. */
export async function measuresToSee(tx: ViewerTx, resident: Resident): Promise<{ id: string; kind: MeasureKind; shown: boolean }[]> {
  const rows = await tx
    .select({ id: measure.id, kind: measure.kind, audience: measure.audience })
    .from(measure)
    .where(and(eq(measure.householdId, resident.householdId), eq(measure.neighbourhoodCode, resident.neighbourhoodCode), isNull(measure.withdrawnAt), ne(measure.state, "removed")))
    .orderBy(measure.kind, measure.createdAt);
  return rows.flatMap(({ id, kind, audience }) => (isMeasureKind(kind) ? [{ id, kind, shown: audience !== "household" }] : []));
}

/** Where the own home is, to warn of a text that names it. */
export async function ownAddress(tx: ViewerTx, resident: Resident) {
  const [home] = await tx.select({ houseNumber: dwelling.houseNumber, postcode: dwelling.postcode }).from(dwelling).where(eq(dwelling.id, resident.dwellingId));
  return { streetName: resident.streetName, houseNumber: home?.houseNumber ?? null, postcode: home?.postcode ?? null };
}
