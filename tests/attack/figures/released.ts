import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { publishPreparation } from "../../../app/features/insights/desk/decide-preparation.server.ts";
import { drawPreparations, figuresPurpose } from "../../../app/features/insights/draw/draw-preparations.server.ts";
import { freezeNeighbourhoods } from "../../../app/features/insights/draw/freeze-neighbourhoods.server.ts";
import type { Release } from "../../../app/features/insights/published/release.ts";
import { readReleases } from "../../../app/features/insights/read-releases.server.ts";
import type { Quarter } from "../../../app/features/insights/release/book.ts";
import type { Sheet } from "../../../app/features/insights/release/draw-sheet.ts";
import type { FrozenRow } from "../../../app/features/insights/release/frozen-row.ts";
import type { RandomBytes } from "../../../app/features/insights/release/random-bytes.server.ts";
import type { Shown } from "../../../app/features/insights/release/show-cell.ts";
import { secretFor } from "../../../app/http/secrets.server.ts";
import { figurePreparation } from "../../../db/schema/insights.ts";
import { asViewer, asWorker } from "../../../db/viewer.server.ts";
import type { moderatorOf } from "../../support/figure-town.ts";

// What moderators and the job do, and a resident reads, through the database.

/** Asks for a preparation, in whatever quarter: every release of an attack is in a year of its own, so that nothing else limits it. */
export async function asked(code: string, quarter: Quarter): Promise<string> {
  const area = { area: code, areaName: code, quarter, district: `WK${code.slice(2, 8)}`, municipalityCode: `GM${code.slice(2, 6)}`, neighbourhoods: [code] };
  const [made] = await asWorker((tx) => tx.insert(figurePreparation).values(area).returning({ id: figurePreparation.id }));
  return made!.id;
}

export const drawn = (random: RandomBytes) => asWorker((tx) => drawPreparations(tx, 10, { random, secret: secretFor(figuresPurpose) }));

/** Prepares and publishes. @returns what a resident reads; null where too few take part */
export async function released(code: string, quarter: Quarter, second: ReturnType<typeof moderatorOf>, random: RandomBytes): Promise<Sheet | null> {
  const id = await asked(code, quarter);
  await drawn(random);
  return published(id, code, quarter, second);
}

/** @param reads how often it is read; every time the same comes of it */
export async function published(id: string, code: string, quarter: Quarter, second: ReturnType<typeof moderatorOf>, reads = 2): Promise<Sheet | null> {
  if ((await asViewer(second, (tx) => publishPreparation(tx, id))) !== "published") return null;
  const reader = { neighbourhoodCode: code.startsWith("BU") ? code : second.moderates[0]!, moderates: [] };
  const read = async () => (await readReleases(reader, { areas: [code] })).find((one) => one.quarter === quarter)!;
  const first = await read();
  const asText = JSON.stringify(first);
  for (let time = 1; time < reads; time += 1) expect(JSON.stringify(await read())).toBe(asText);
  return sheetOf(first);
}

function sheetOf({ area, neighbourhoods, quarter, form, dwellings, tables }: Release): Sheet {
  const shown = (one: Release["tables"][number]["cells"][number]): Shown =>
    one.kind === "about" ? { kind: "about", value: one.value! } : one.kind === "few" || one.kind === "nearly_all" ? { kind: one.kind } : { kind: "at_least_20", answer: one.kind };
  return { area, neighbourhoods, quarter, form, dwellings, tables: tables.map(({ topic, cells }) => ({ table: topic, cells: cells.map((one) => ({ cell: one.cell, shown: shown(one) })) })) };
}

/** What a rule that doesn't protect would count: the same rows, with measures in one table. */
export async function frozenRows(code: string): Promise<FrozenRow[]> {
  const { neighbourhoods } = await asWorker((tx) => freezeNeighbourhoods(tx, [code], "2090-Q2", secretFor(figuresPurpose)));
  return neighbourhoods.get(code)!.rows.map((row) => {
    const facts = row.facts.flatMap((fact) => (fact.table === "insulation" ? [{ ...fact, table: "measures" }] : []));
    return { ...row, facts: facts.sort((one, other) => one.cell.localeCompare(other.cell)) };
  });
}

/** Takes back an answer of homes, and gives it again to others. */
export const measuresOf = (code: string, kind: string, homes: readonly string[]) =>
  asWorker((tx) => tx.execute(sql`update measure set withdrawn_at = case when dwelling_id = any (string_to_array(${homes.join(" ")}, ' ')) then null else now() end where neighbourhood_code = ${code} and kind = ${kind}`));
