import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { figurePreparation, figureWaiting } from "../../../../db/schema/insights.ts";
import type { WorkerTx } from "../../../../db/viewer.server.ts";
import { secretFor } from "../../../http/secrets.server.ts";
import { type Ledger, UNITS_PER_YEAR } from "../budget.ts";
import { bookKey, type Preparation, type Quarter, type Refusal, yearOf } from "../release/book.ts";
import { prepareDistrict } from "../release/prepare-district.ts";
import { prepareNeighbourhood, type Sources } from "../release/prepare-neighbourhood.server.ts";
import { systemRandomBytes } from "../release/random-bytes.server.ts";
import { freezeNeighbourhoods } from "./freeze-neighbourhoods.server.ts";
import { charge } from "./budget-rows.server.ts";

type Asked = { id: string; area: string; district: string; quarter: string };

/** The purpose of the key that hides homes in the ledger and orders their cells: derived from APP_SECRET, never in the database. */
export const figuresPurpose = "published figures";
export const figureSources = (): Sources => ({ random: systemRandomBytes(), secret: secretFor(figuresPurpose) });

/**
 * Draws preparations that were asked for, in one transaction: freezes what is counted, charges the budget, draws the noise.
 * Cut off halfway nothing was drawn, and the next time does it all; once it is committed nobody draws it again.
 * @param atOnce how many neighbourhoods are held in memory together
 * @returns how many were drawn; fewer than asked for means that none is left
 */
export async function drawPreparations(tx: WorkerTx, atOnce = 100, sources: Sources = figureSources()): Promise<number> {
  const asked: Asked[] = await tx
    .select({ id: figurePreparation.id, area: figurePreparation.area, district: figurePreparation.district, quarter: figurePreparation.quarter })
    .from(figurePreparation)
    .where(eq(figurePreparation.state, "asked"))
    .orderBy(asc(figurePreparation.askedAt), asc(figurePreparation.area))
    .limit(atOnce)
    .for("update", { skipLocked: true });
  for (const quarter of new Set(asked.map((one) => one.quarter as Quarter))) {
    const now = asked.filter((one) => one.quarter === quarter);
    await lockDistricts(tx, [...new Set(now.map(({ district }) => district))].sort(), quarter);
    await drawNeighbourhoods(tx, now.filter(({ area }) => area.startsWith("BU")), quarter, sources);
    for (const one of now.filter(({ area }) => area.startsWith("WK"))) await drawDistrict(tx, one, quarter, sources);
  }
  return asked.length;
}

/** Whether a neighbourhood still comes into its district is decided for one at a time. */
async function lockDistricts(tx: WorkerTx, districts: readonly string[], quarter: Quarter): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('figures of ' || d.code || ${` ${quarter}`}, 0)) from unnest(string_to_array(${districts.join(" ")}, ' ')) d (code)`);
}

async function drawNeighbourhoods(tx: WorkerTx, asked: readonly Asked[], quarter: Quarter, sources: Sources): Promise<void> {
  if (asked.length === 0) return;
  const passed = await tx
    .select({ area: figurePreparation.area })
    .from(figurePreparation)
    .where(and(inArray(figurePreparation.area, [...new Set(asked.map(({ district }) => district))]), eq(figurePreparation.quarter, quarter), ne(figurePreparation.state, "asked")));
  const { neighbourhoods, keys, answers } = await freezeNeighbourhoods(tx, asked.map(({ area }) => area), quarter, sources.secret);
  const ledger = await chargeHomes(tx, quarter, keys, answers);
  const districts = Object.fromEntries(passed.map(({ area }) => [bookKey(area, quarter), preparationOf(area, area, quarter)]));
  const drawn = asked.map(({ id, area, district }) => {
    const { rows, besides, dwellings } = neighbourhoods.get(area)!;
    const made = accepted(prepareNeighbourhood({ ledger, preparations: districts, log: [] }, { neighbourhood: area, district, quarter, dwellings, rows, by: "", besides, keys }, sources));
    return { id, made: made.preparation };
  });
  await keepDrawn(tx, drawn);
}

/** @returns a ledger in which a home without room has none: the engine leaves it out, as the database charged nothing for it */
async function chargeHomes(tx: WorkerTx, quarter: Quarter, keys: ReadonlyMap<string, string>, answers: ReadonlyMap<string, string>): Promise<Ledger> {
  const refused = await charge(tx, yearOf(quarter), new Set(keys.values()), answers);
  return Object.fromEntries([...refused].map((key) => [key, UNITS_PER_YEAR]));
}

async function drawDistrict(tx: WorkerTx, { id, district }: Asked, quarter: Quarter, { random }: Sources): Promise<void> {
  const members = await tx
    .select({ id: figurePreparation.id, area: figurePreparation.area, counts: figureWaiting.counts, noisedParticipants: figureWaiting.noisedParticipants, dwellings: figureWaiting.dwellings })
    .from(figurePreparation)
    .innerJoin(figureWaiting, eq(figureWaiting.preparationId, figurePreparation.id))
    .where(and(eq(figurePreparation.district, district), eq(figurePreparation.quarter, quarter), eq(figurePreparation.state, "waiting")))
    .for("update", { of: figurePreparation });
  const preparations = Object.fromEntries(
    members.map(({ area, counts: cells, noisedParticipants, dwellings }) => [
      bookKey(area, quarter),
      // The exact number taking part decides nothing any more, so it isn't kept.
      { ...preparationOf(area, district, quarter), state: "waiting" as const, waiting: { counts: { participants: 0, cells }, noisedParticipants, dwellings } },
    ]),
  );
  const made = prepareDistrict({ ledger: {}, preparations, log: [] }, { district, quarter, by: "" }, random);
  if ("refused" in made) {
    // All that waited was cancelled in between.
    await tx.update(figurePreparation).set({ state: "too_few", drawnAt: sql`now()` }).where(eq(figurePreparation.id, id));
    return;
  }
  const ids = members.map((one) => one.id);
  await tx.delete(figureWaiting).where(inArray(figureWaiting.preparationId, ids));
  await tx.update(figurePreparation).set({ state: "in_district" }).where(inArray(figurePreparation.id, ids));
  await tx.update(figurePreparation).set({ neighbourhoods: members.map(({ area }) => area).sort() }).where(eq(figurePreparation.id, id));
  await keepDrawn(tx, [{ id, made: made.preparation }]);
}

const preparationOf = (area: string, district: string, quarter: Quarter): Preparation => ({ area, district, quarter, preparedBy: "", state: "passed", sheet: null, waiting: null, number: null });

function accepted<Made extends object>(made: Made | Refusal): Made {
  if ("refused" in made) throw new Error(`A preparation that was asked for once was refused: ${made.refused}.`);
  return made;
}

async function keepDrawn(tx: WorkerTx, drawn: readonly { id: string; made: Preparation }[]): Promise<void> {
  const rows = drawn.map(({ id, made }) => ({ id, state: made.state, sheet: made.sheet }));
  await tx.execute(sql`
    update figure_preparation p set state = d.state, sheet = d.sheet, drawn_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) d (id uuid, state text, sheet jsonb) where p.id = d.id`);
  const waiting = drawn.flatMap(({ id, made: { quarter, waiting: one } }) => (one ? [{ preparationId: id, quarter, counts: { ...one.counts.cells }, noisedParticipants: one.noisedParticipants, dwellings: one.dwellings }] : []));
  if (waiting.length > 0) await tx.insert(figureWaiting).values(waiting);
}

