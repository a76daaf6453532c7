import { createHash } from "node:crypto";
import { and, eq, getTableColumns, isNull } from "drizzle-orm";
import { measure, wish } from "../../../../db/schema/sharing.ts";
import { asViewer, type ViewerTx } from "../../../../db/viewer.server.ts";
import { addPhoto, mostPhotos } from "../../measures/add-photo.server.ts";
import { processPhoto, type ProcessedPhoto } from "../../measures/process-photo.server.ts";
import type { Resident } from "../../session/viewer.ts";
import { ownerColumns } from "../../sharing/own-item.server.ts";
import { type Opened, openUpload, type UploadProblem } from "./open-upload.server.ts";
import { type LeftOut, type Photo, readThings, type Thing } from "./read-things.server.ts";

/** So many photos can come along at a time: each is drawn anew. */
const mostPhotosAtOnce = 60;
const atOnce = 100;

/** What putting back does, or did: the things that come, how many photos with them, and why others stay behind. */
export type Plan = { mark: string; things: { table: Thing["table"]; kind: string | null; title: string | null; year: number | null }[]; photos: number; left: Partial<Record<LeftOut, number>> };

/** A dry run: what would be added to the own household, and what not. Nothing is kept of the file. */
export async function planPuttingBack(resident: Resident, upload: Buffer): Promise<Plan | UploadProblem> {
  const found = await prepare(upload);
  if (typeof found === "string") return found;
  const fresh = await asViewer(resident, (tx) => withoutDoubles(tx, resident, found.things));
  return planOf(upload, fresh, found.left, found.things.length - fresh.length, photosOf(fresh).length);
}

/**
 * Adds it, for the household only: all of it or, when something goes wrong, nothing. Photos are drawn anew before.
 * @param mark the mark of the plan that was shown: of another file nothing is put back
 */
export async function putBack(resident: Resident, upload: Buffer, mark: string): Promise<Plan | UploadProblem | "other_file"> {
  if (markOf(upload) !== mark) return "other_file";
  const found = await prepare(upload);
  if (typeof found === "string") return found;
  const drawn = new Map<Photo, ProcessedPhoto>();
  for (const photo of photosOf(await asViewer(resident, (tx) => withoutDoubles(tx, resident, found.things)))) {
    const bytes = await found.photo(photo.file);
    const processed = bytes && (await processPhoto(bytes));
    if (processed && typeof processed !== "string") drawn.set(photo, processed);
  }
  return asViewer(resident, async (tx) => {
    // What was added since the plan was shown is no double of itself.
    const fresh = await withoutDoubles(tx, resident, found.things);
    let photos = 0;
    const measures = fresh.filter((thing) => thing.table === "measure");
    for (let from = 0; from < measures.length; from += atOnce) {
      const some = measures.slice(from, from + atOnce).map((each) => ({ ...each, id: crypto.randomUUID() }));
      await tx.insert(measure).values(some.map(({ id, values }) => ({ ...ownerColumns(resident), ...values, id, audience: "household" as const })));
      for (const { id, photos: theirs } of some) {
        for (const photo of theirs) {
          const processed = drawn.get(photo);
          if (processed && (await addPhoto(tx, resident, id, processed, photo.alt))) photos++;
        }
      }
    }
    const wishes = fresh.filter((thing) => thing.table === "wish");
    for (let from = 0; from < wishes.length; from += atOnce) {
      await tx.insert(wish).values(wishes.slice(from, from + atOnce).map(({ values }) => ({ ...ownerColumns(resident), ...values, audience: "household" as const })));
    }
    return planOf(upload, fresh, found.left, found.things.length - fresh.length, photos);
  });
}

async function prepare(upload: Buffer): Promise<{ things: Thing[]; left: LeftOut[]; photo: Opened["photo"] } | UploadProblem> {
  const opened = await openUpload(upload);
  if (typeof opened === "string") return opened;
  const read = readThings(opened.json);
  return typeof read === "string" ? read : { ...read, photo: opened.photo };
}

/** Those that the household doesn't have yet, each once. */
async function withoutDoubles(tx: ViewerTx, { householdId, neighbourhoodCode }: Resident, things: Thing[]): Promise<Thing[]> {
  const ofOwn = (table: typeof measure | typeof wish) => and(eq(table.householdId, householdId), eq(table.neighbourhoodCode, neighbourhoodCode), isNull(table.withdrawnAt));
  const have = new Set<string>();
  for (const row of await tx.select(getTableColumns(measure)).from(measure).where(ofOwn(measure))) have.add(keyOf("measure", row));
  for (const row of await tx.select(getTableColumns(wish)).from(wish).where(ofOwn(wish))) have.add(keyOf("wish", row));
  return things.filter(({ table, values }) => {
    const key = keyOf(table, values);
    return !have.has(key) && have.add(key);
  });
}

const told = {
  measure: ["kind", "state", "year", "costRange", "doneBy", "satisfaction", "experience", "wouldDoDifferently", "gasBeforeM3", "gasAfterM3", "powerBeforeKwh", "powerAfterKwh"],
  wish: ["scope", "kind", "title", "note", "horizon", "holdingBack"],
} as const;

function keyOf(table: Thing["table"], row: Record<string, unknown>): string {
  return JSON.stringify([table, ...told[table].map((name) => (Array.isArray(row[name]) && row[name].length === 0 ? null : (row[name] ?? null)))]);
}

const photosOf = (things: Thing[]): Photo[] => things.flatMap((thing) => (thing.table === "measure" ? thing.photos.slice(0, mostPhotos) : [])).slice(0, mostPhotosAtOnce);
const markOf = (upload: Buffer) => createHash("sha256").update(upload).digest("hex");

function planOf(upload: Buffer, things: Thing[], left: LeftOut[], doubles: number, photos: number): Plan {
  const counts: Plan["left"] = doubles > 0 ? { double: doubles } : {};
  for (const why of left) counts[why] = (counts[why] ?? 0) + 1;
  const shown = things.map(({ table, values }) => ({ table, kind: values.kind ?? null, title: "title" in values ? (values.title ?? null) : null, year: "year" in values ? values.year : null }));
  return { mark: markOf(upload), things: shown, photos, left: counts };
}
