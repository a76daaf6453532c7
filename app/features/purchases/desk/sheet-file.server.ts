import writeXlsxFile from "write-excel-file/node";
import { toCsv } from "../../privacy/own-data-file.ts";
import type { SheetForm, SheetRow } from "./supplier-file.server.ts";

const types = { csv: "text/csv; charset=utf-8", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } as const;

/**
 * A table as a file that a spreadsheet opens. Nothing in it is run as a formula: in CSV an apostrophe stands before what could be, in
 * XLSX every text is kept as text.
 */
export async function sheetFile(columns: readonly string[], rows: readonly SheetRow[], form: SheetForm): Promise<Uint8Array<ArrayBuffer>> {
  if (form === "csv") return new Uint8Array(Buffer.from(rows.length > 0 ? toCsv([...rows]) : headOf(columns)));
  const head = columns.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const lines = rows.map((row) =>
    columns.map((column) => {
      const value = row[column];
      if (value === null || value === undefined) return null;
      return typeof value === "number" ? { value, type: Number } : { value, type: String, format: "@" };
    }),
  );
  return new Uint8Array(await writeXlsxFile([head, ...lines], { columns: columns.map(() => ({ width: 24 })), stickyRowsCount: 1 }).toBuffer());
}

const headOf = (columns: readonly string[]) => `${toCsv([Object.fromEntries(columns.map((column) => [column, null]))]).split("\r\n", 1)[0]}\r\n`;

/** The answer that has a browser save such a file, and nobody else keep it. */
export function asDownload(file: Uint8Array<ArrayBuffer>, name: string, form: SheetForm): Response {
  return new Response(file, { headers: { "Content-Type": types[form], "Content-Disposition": `attachment; filename="${name}.${form}"`, "Cache-Control": "private, no-store" } });
}
