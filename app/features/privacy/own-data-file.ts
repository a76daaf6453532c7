type Row = Record<string, unknown>;

/**
 * One table as CSV as a Dutch spreadsheet opens it by itself: semicolons, a byte order mark, CRLF, and every text in quotes,
 * with an apostrophe before what could be taken for a formula. Photos are no part of it.
 */
export function toCsv(rows: Row[]): string {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !(rows[0]![column] instanceof Uint8Array));
  return `${csvHead(columns)}${csvLines(columns, rows)}`;
}

/** The first line of a CSV. */
export function csvHead(columns: readonly string[]): string {
  return `\uFEFF${columns.map(cell).join(";")}\r\n`;
}

/** The lines of some rows. */
export function csvLines(columns: readonly string[], rows: Row[]): string {
  return rows.map((row) => `${columns.map((column) => cell(row[column])).join(";")}\r\n`).join("");
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = inWords(value);
  // Spreadsheets run what begins with one of these; what begins with an apostrophe before it gets one more, so that it can be read back.
  const safe = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function inWords(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
