import { charge } from "../../app/features/insights/draw/budget-rows.server.ts";
import { figuresPurpose } from "../../app/features/insights/draw/draw-preparations.server.ts";
import { freezeNeighbourhoods } from "../../app/features/insights/draw/freeze-neighbourhoods.server.ts";
import { type Book, emptyBook, type Quarter, quarterOf, yearOf } from "../../app/features/insights/release/book.ts";
import { prepareNeighbourhood } from "../../app/features/insights/release/prepare-neighbourhood.server.ts";
import { publishRelease } from "../../app/features/insights/release/publish-release.ts";
import { secretFor } from "../../app/http/secrets.server.ts";
import { figureEvent, figurePreparation, publishedFigure, publishedRelease } from "../schema/insights.ts";
import type { WorkerTx } from "../viewer.server.ts";
import { daysBefore, type SampleHousehold, uuid } from "./people/household.ts";
import type { Random } from "./random.ts";
import { MUNICIPALITY } from "./register/identify.ts";

type Staff = { moderator: string; second: string };

/** The four quarters before the one of today, the oldest first, each with the day on which its figures were prepared. */
function quartersBefore(now: Date): { quarter: Quarter; on: Date }[] {
  const first = new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3, 1));
  return [4, 3, 2, 1].map((back) => {
    // The middle of the last month of the quarter.
    const on = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() - 3 * back + 2, 14, 10));
    return { quarter: quarterOf(on.toISOString().slice(0, 10)), on };
  });
}

/**
 * A year of published figures of the sample's neighbourhoods: made by the engine itself from the households that had joined by
 * then, with noise of the sample's own random numbers.
 */
export async function loadReleases(tx: WorkerTx, names: ReadonlyMap<string, string>, households: readonly SampleHousehold[], { moderator, second }: Staff, random: Random, now: Date): Promise<void> {
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(random.next() * 256));
  const sources = { random: bytes, secret: secretFor(figuresPurpose) };
  const joinedAt = new Map(households.map((household) => [household.dwellingId, household.joinedAt]));
  let book: Book = emptyBook;
  for (const { quarter, on } of quartersBefore(now)) {
    const { neighbourhoods, keys, answers } = await freezeNeighbourhoods(tx, [...names.keys()], quarter, sources.secret);
    for (const [area, areaName] of names) {
      const { rows, besides, dwellings } = neighbourhoods.get(area)!;
      const there = rows.filter(({ dwelling }) => (joinedAt.get(dwelling) ?? now) <= on);
      const district = `WK${area.slice(2, 8)}`;
      const prepared = prepareNeighbourhood(book, { neighbourhood: area, district, quarter, dwellings, rows: there, by: moderator, besides, keys }, sources);
      if ("refused" in prepared) throw new Error(`The sample prepares ${area} once in ${quarter}.`);
      await charge(tx, yearOf(quarter), new Set(there.map(({ dwelling }) => keys.get(dwelling)!)), answers);
      const published = publishRelease(prepared.book, area, quarter, second);
      if ("refused" in published) throw new Error(`The sample has too few households in ${area} for figures of ${quarter}.`);
      book = published.book;
      const { sheet, number } = published.release;
      const id = uuid(random);
      const publishedAt = daysBefore(on, -3);
      const about = { area, areaName, quarter, neighbourhoods: [area] };
      const place = { district, municipalityCode: MUNICIPALITY.code };
      await tx.insert(figurePreparation).values({ id, ...about, ...place, state: "published", askedAt: on, drawnAt: on, sheet: sheet! });
      await tx.insert(figureEvent).values([
        { ...about, deed: "prepared", at: on, actorId: moderator },
        { ...about, deed: "published", at: publishedAt, actorId: second },
      ]);
      const day = (at: Date) => at.toISOString().slice(0, 10);
      await tx.insert(publishedRelease).values({ id, ...about, ...place, number: number!, form: sheet!.form, dwellings, preparedOn: day(on), publishedOn: day(publishedAt) });
      await tx.insert(publishedFigure).values(
        sheet!.tables.flatMap(({ table, cells }, topic) =>
          cells.map(({ cell, shown }, index) => ({
            releaseId: id, area, municipalityCode: place.municipalityCode, neighbourhoods: [area], topic: table, cell, place: (topic + 1) * 100 + index + 1,
            kind: shown.kind === "at_least_20" ? shown.answer : shown.kind, value: shown.kind === "about" ? shown.value : null,
          })),
        ),
      );
    }
  }
}
