import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Locale } from "../../../../db/schema/auth.ts";
import { building, dwelling, street } from "../../../../db/schema/register.ts";
import { purchaseCheck, purchaseExport } from "../../../../db/schema/purchases.ts";
import type { SignUpState, SupplierField } from "../../../../db/schema/purchase-choices.ts";
import type { ViewerTx } from "../../../../db/viewer.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { writtenNumber } from "../../map/building-address.ts";
import { referenceColumn } from "./offer-columns.ts";

type Exported = { reference: string; state: SignUpState; dwellingId: string | null; fields: SupplierField[]; name: string | null; email: string | null; phone: string | null; answers: Record<string, string> | null };
export type SheetForm = "csv" | "xlsx";
/** Rows of the file by the name of the column; every row has the same ones. */
export type SheetRow = Record<string, string | number | null>;

/**
 * What the supplier gets: a reference, by which offers come back, and the fields of the rules, of who said yes to that. The database
 * writes down the export, and a receipt for each household.
 * @returns null where nothing goes to a supplier: the purchase is not the moderator's, has no supplier, or is over
 */
export async function supplierFile(tx: ViewerTx, purchaseId: string, form: SheetForm, locale: Locale): Promise<{ columns: string[]; rows: SheetRow[] } | null> {
  const before = await exportsOf(tx, purchaseId);
  const exported = await tx
    .select({
      reference: sql<string>`e.reference`, state: sql<SignUpState>`e.state`, dwellingId: sql<string | null>`e.dwelling_id`, fields: sql<SupplierField[]>`e.fields`, name: sql<string | null>`e.name`,
      email: sql<string | null>`e.email`, phone: sql<string | null>`e.phone`, answers: sql<Record<string, string> | null>`e.answers`,
    })
    .from(sql`viewer.export_purchase(${purchaseId}::uuid, ${form}) e`);
  const made = await exportsOf(tx, purchaseId);
  if (made.length === before.length) return null;
  const homes = await homesAt(tx, exported);
  const questions = await tx.select({ question: purchaseCheck.question }).from(purchaseCheck).where(and(eq(purchaseCheck.purchaseId, purchaseId), ne(purchaseCheck.kind, "photo"))).orderBy(purchaseCheck.place);
  const fields = made[0]!.fields;
  const words = columnsFor(fields, locale, questions.map(({ question }) => question));
  return { columns: words.map(({ name }) => name), rows: exported.map((row) => Object.fromEntries(words.map(({ name, of }) => [name, of(row, homes.get(row.dwellingId ?? "") ?? null)]))) };
}

/** The files that were made, the newest first. */
export function exportsOf(tx: ViewerTx, purchaseId: string) {
  return tx
    .select({ id: purchaseExport.id, form: purchaseExport.form, supplier: purchaseExport.supplier, fields: purchaseExport.fields, signUps: purchaseExport.signUps, madeAt: purchaseExport.madeAt })
    .from(purchaseExport)
    .where(eq(purchaseExport.purchaseId, purchaseId))
    .orderBy(sql`${purchaseExport.madeAt} desc`);
}

type Home = { address: string; postcode: string | null; place: string | null; type: string | null; areaM2: number | null; builtYear: number | null };

async function homesAt(tx: ViewerTx, exported: readonly Exported[]): Promise<Map<string, Home>> {
  const ids = exported.flatMap(({ dwellingId }) => (dwellingId ? [dwellingId] : []));
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({
      id: dwelling.id, street: street.name, place: street.placeName, postcode: dwelling.postcode, houseNumber: dwelling.houseNumber, houseLetter: dwelling.houseLetter, houseAddition: dwelling.houseAddition,
      areaM2: dwelling.areaM2, type: dwelling.dwellingType, builtYear: building.builtYear,
    })
    .from(dwelling)
    .leftJoin(street, eq(street.id, dwelling.streetId))
    .leftJoin(building, eq(building.id, dwelling.buildingId))
    .where(inArray(dwelling.id, ids));
  return new Map(rows.map((row) => [row.id, { address: `${row.street ?? ""} ${writtenNumber(row)}`.trim(), postcode: row.postcode, place: row.place, type: row.type, areaM2: row.areaM2, builtYear: row.builtYear }]));
}

type Column = { name: string; of: (row: Exported, home: Home | null) => string | number | null };

/** The columns of the file: the reference, and what belongs to the fields of the rules. */
function columnsFor(fields: readonly SupplierField[], locale: Locale, questions: readonly string[]): Column[] {
  const t = serverT(locale, "purchaseDesk");
  const names = serverT(locale, "catalogue");
  const typeOf = (type: string | null) => (type ? names(`dwellingTypes.${type as "flat"}`) : null);
  const of: Record<SupplierField, Column[]> = {
    name: [{ name: t("file.columns.name"), of: ({ name }) => name }],
    email: [{ name: t("file.columns.email"), of: ({ email }) => email }],
    phone: [{ name: t("file.columns.phone"), of: ({ phone }) => phone }],
    address: [
      { name: t("file.columns.address"), of: (_row, home) => home?.address ?? null },
      { name: t("file.columns.postcode"), of: (_row, home) => home?.postcode ?? null },
      { name: t("file.columns.place"), of: (_row, home) => home?.place ?? null },
    ],
    dwelling: [
      { name: t("file.columns.type"), of: (_row, home) => typeOf(home?.type ?? null) },
      { name: t("file.columns.builtYear"), of: (_row, home) => home?.builtYear ?? null },
      { name: t("file.columns.area"), of: (_row, home) => home?.areaM2 ?? null },
    ],
    answers: questions.map((question, index) => ({ name: `${index + 1}. ${question}`, of: ({ answers }) => answers?.[question] ?? null })),
  };
  return [{ name: referenceColumn, of: ({ reference }) => reference }, ...(Object.keys(of) as SupplierField[]).filter((field) => fields.includes(field)).flatMap((field) => of[field])];
}
