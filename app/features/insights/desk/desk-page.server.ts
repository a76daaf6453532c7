import { and, eq, isNull, sql } from "drizzle-orm";
import { figureEvent, figurePreparation, type PreparationState } from "../../../../db/schema/insights.ts";
import { neighbourhood } from "../../../../db/schema/register.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import type { Moderator } from "../../session/viewer.ts";
import type { Quarter } from "../release/book.ts";
import type { Sheet } from "../release/draw-sheet.ts";
import type { FigureTopic } from "../release/tables.ts";
import { topicsOf } from "../release/turns.ts";
import type { Release } from "../published/release.ts";
import { agreedIn, type Agreed, publicityLog, type PublicityLine } from "./publicity.server.ts";

export type DeskArea = { area: string; name: string; state: PreparationState | "none"; id: string | null };
export type DeskPage = { publicity: PublicityLine[]; quarter: string; topics: readonly FigureTopic[]; neighbourhoods: (DeskArea & { agreed: Agreed })[]; districts: (DeskArea & { names: string[] })[] };

/** What a moderator can do with figures this quarter: their neighbourhoods, and the districts of those that were too small. */
export async function deskPage(tx: ViewerTx, moderator: Moderator): Promise<DeskPage> {
  const [now] = await tx.select({ quarter: sql<Quarter>`viewer.quarter()` }).from(sql`(select 1) one`);
  const quarter = now!.quarter;
  const served = await tx.select({ code: neighbourhood.code, name: neighbourhood.name }).from(neighbourhood).where(and(eq(neighbourhood.served, true), isNull(neighbourhood.endedOn))).orderBy(neighbourhood.name);
  const own = served.filter(({ code }) => moderator.moderates.includes(code));
  const made = await tx
    .select({ id: figurePreparation.id, area: figurePreparation.area, name: figurePreparation.areaName, district: figurePreparation.district, state: figurePreparation.state, neighbourhoods: figurePreparation.neighbourhoods })
    .from(figurePreparation)
    .where(eq(figurePreparation.quarter, quarter));
  const agreed = await agreedIn(tx, own.map(({ code }) => code));
  const of = (area: string) => made.find((one) => one.area === area);
  const named = (codes: readonly string[]) => codes.map((code) => served.find((one) => one.code === code)?.name ?? code);
  const waiting = made.filter(({ state }) => state === "waiting");
  const codes = [...new Set([...waiting.map(({ district }) => district), ...made.filter(({ area }) => area.startsWith("WK")).map(({ area }) => area)])].sort();
  return {
    publicity: await publicityLog(tx, own.map(({ code }) => code)),
    quarter,
    topics: topicsOf(quarter),
    neighbourhoods: own.map(({ code, name }) => ({ area: code, name, state: of(code)?.state ?? "none", id: of(code)?.id ?? null, agreed: agreed.get(code)! })),
    districts: codes.map((code) => {
      const known = of(code);
      const parts = known?.neighbourhoods ?? waiting.filter(({ district }) => district === code).map(({ area }) => area);
      return { area: code, name: known?.name ?? code, state: known?.state ?? "none", id: known?.id ?? null, names: named(parts) };
    }),
  };
}

/** A preparation as its preview: null for one of others. */
export async function previewOf(tx: ViewerTx, moderator: Moderator, id: string) {
  const [made] = await tx.select().from(figurePreparation).where(eq(figurePreparation.id, id));
  if (!made) return null;
  const [mine] = await tx
    .select({ id: figureEvent.id })
    .from(figureEvent)
    .where(and(eq(figureEvent.area, made.area), eq(figureEvent.quarter, made.quarter), eq(figureEvent.deed, "prepared"), eq(figureEvent.actorId, moderator.residentId)));
  const day = made.drawnAt && made.drawnAt.toLocaleDateString("en-CA", { timeZone: "Europe/Amsterdam" });
  const release = made.sheet && day ? releaseOf(made.sheet as Sheet, { id, areaName: made.areaName, preparedOn: day }) : null;
  return { id, area: made.area, areaName: made.areaName, quarter: made.quarter, state: made.state, release, preparedByMe: mine !== undefined };
}

/** A sheet in the form in which it will be published. */
function releaseOf(sheet: Sheet, about: { id: string; areaName: string; preparedOn: string }): Release {
  const { area, quarter, form, dwellings, neighbourhoods } = sheet;
  const tables = sheet.tables.map(({ table, cells }) => ({
    topic: table as FigureTopic,
    cells: cells.map(({ cell, shown }) => ({ cell, kind: shown.kind === "at_least_20" ? shown.answer : shown.kind, value: shown.kind === "about" ? shown.value : null })),
  }));
  return { ...about, area, quarter, form, dwellings, neighbourhoods: [...neighbourhoods], number: 0, publishedOn: null, tables };
}
