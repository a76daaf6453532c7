import { z } from "zod";
import { serverT } from "../../../i18n/words.server.ts";
import { isMeasureKind } from "../../measures/catalogue.ts";
import { measureExperience, measureFacts } from "../../measures/measure.schema.server.ts";
import { homeWish, neighbourhoodWish } from "../../wishes/wish.schema.server.ts";
import { ownDataFormat, readableVersions } from "../own-data-document.server.ts";
import type { UploadProblem } from "./open-upload.server.ts";

/** So many measures and wishes can come along at a time. */
const mostThings = 5_000;

type MeasureValues = Omit<z.output<ReturnType<typeof measureFacts>>, "id"> & z.output<ReturnType<typeof measureExperience>>;
type WishValues = { scope: "home" | "neighbourhood" } & Partial<Omit<z.output<ReturnType<typeof homeWish>>, "id"> & Omit<z.output<ReturnType<typeof neighbourhoodWish>>, "id">>;
export type Photo = { file: string; alt: string | null };
/** A thing that can be put back. */
export type Thing = { table: "measure"; values: MeasureValues; photos: Photo[] } | { table: "wish"; values: WishValues };
export type LeftOut = "withdrawn" | "hidden" | "unknown" | "wrong" | "double";
export type Read = { things: Thing[]; left: LeftOut[] };

// Text as the database can keep it: without NUL and without halves of characters.
const text = z.string().transform((value) => Buffer.from(value.replaceAll("\0", "")).toString("utf8"));
const number = z.number().int();
const common = { withdrawnAt: text.nullish(), hiddenAt: text.nullish() };
const measureRow = z.object({
  ...common, id: text, kind: text, state: text, year: number.nullish(), costRange: text.nullish(), doneBy: text.nullish(), satisfaction: number.nullish(), experience: text.nullish(),
  wouldDoDifferently: text.nullish(), gasBeforeM3: number.nullish(), gasAfterM3: number.nullish(), powerBeforeKwh: number.nullish(), powerAfterKwh: number.nullish(),
});
const wishRow = z.object({ ...common, scope: z.enum(["home", "neighbourhood"]), kind: text.nullish(), title: text.nullish(), note: text.nullish(), horizon: text.nullish(), holdingBack: z.array(text).nullish() });
const photoRow = z.object({ measureId: text, file: text, alt: text.nullish() });
const document = z.object({ format: z.literal(ownDataFormat), version: z.unknown(), tables: z.object({ measure: z.array(z.unknown()), wish: z.array(z.unknown()), photo: z.array(z.unknown()).optional() }) });

const t = { measures: serverT("nl", "measures"), wishes: serverT("nl", "wishes") };
/** The rules of the forms as they are today, made once for a whole file. */
const rulesOfToday = () => ({ facts: measureFacts(t.measures), experience: measureExperience(t.measures), home: homeWish(t.wishes), neighbourhood: neighbourhoodWish(t.wishes) });
type Rules = ReturnType<typeof rulesOfToday>;

/** Reads measures and wishes out of the JSON of an archive, by the rules of the forms with which they are made. */
export function readThings(json: string): Read | UploadProblem {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch {
    return "broken";
  }
  const found = document.safeParse(parsed);
  if (!found.success) return "not_ours";
  if (!readableVersions.includes(found.data.version)) return "other_version";
  const { measure, wish, photo = [] } = found.data.tables;
  if (measure.length + wish.length > mostThings || photo.length > 10 * mostThings) return "too_many";
  const photos = new Map<string, Photo[]>();
  for (const row of photo) {
    const { success, data } = photoRow.safeParse(row);
    if (success) photos.set(data.measureId, [...(photos.get(data.measureId) ?? []), { file: data.file, alt: data.alt?.trim().slice(0, 200) || null }]);
  }
  const rules = rulesOfToday();
  const read = [...measure.map((row) => readMeasure(rules, row, photos)), ...wish.map((row) => readWish(rules, row))];
  return { things: read.filter((each) => typeof each !== "string"), left: read.filter((each) => typeof each === "string") };
}

function readMeasure(rules: Rules, row: unknown, photos: Map<string, Photo[]>): Thing | LeftOut {
  const { success, data } = measureRow.safeParse(row);
  if (!success) return "wrong";
  const gone = goneOf(data);
  if (gone) return gone;
  if (!isMeasureKind(data.kind)) return "unknown";
  // A plan of a year that is over is still what it was.
  const facts = rules.facts.safeParse({ ...data, id: undefined, year: null });
  const experience = rules.experience.safeParse(data);
  const year = data.year ?? null;
  if (!facts.success || !experience.success || (year !== null && (year < 1900 || year > 2100))) return "wrong";
  const { id: _id, ...kept } = facts.data;
  return { table: "measure", values: { ...kept, ...experience.data, year }, photos: photos.get(data.id) ?? [] };
}

function readWish(rules: Rules, row: unknown): Thing | LeftOut {
  const { success, data } = wishRow.safeParse(row);
  if (!success) return "wrong";
  const gone = goneOf(data);
  if (gone) return gone;
  if (data.scope === "home" && !isMeasureKind(data.kind ?? "")) return "unknown";
  const checked = data.scope === "home" ? rules.home.safeParse(data) : rules.neighbourhood.safeParse(data);
  if (!checked.success) return "wrong";
  const { id: _id, ...kept } = checked.data;
  return { table: "wish", values: { scope: data.scope, ...kept } };
}

const goneOf = ({ withdrawnAt, hiddenAt }: { withdrawnAt?: string | null; hiddenAt?: string | null }): LeftOut | null => (withdrawnAt ? "withdrawn" : hiddenAt ? "hidden" : null);
