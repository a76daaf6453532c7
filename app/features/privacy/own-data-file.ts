type Row = Record<string, unknown>;

/** Own data as JSON; photos as base64. */
export function toJson(data: Record<string, Row[]>): string {
  return JSON.stringify(data, (_key, value: unknown) => (isBytes(value) ? Buffer.from(value.type === "Buffer" ? value.data : Object.values(value)).toString("base64") : value), 2);
}

/**
 * One table as CSV as a Dutch spreadsheet opens it by itself: semicolons, a byte order mark, CRLF, and every text in quotes,
 * with an apostrophe before what could be taken for a formula. Photos are in the JSON.
 */
export function toCsv(rows: Row[]): string {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !(rows[0]![column] instanceof Uint8Array));
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) => cells.map(cell).join(";"));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = value instanceof Date ? value.toISOString() : Array.isArray(value) ? value.join(", ") : String(value);
  // Spreadsheets run what begins with one of these.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

type Bytes = { type: "Buffer"; data: number[] } | (Uint8Array & { type?: undefined });

/** Bytes as JSON.stringify hands them on: a Buffer has become an object by then, a plain array of bytes has not. */
function isBytes(value: unknown): value is Bytes {
  if (value instanceof Uint8Array) return true;
  return typeof value === "object" && value !== null && "type" in value && value.type === "Buffer" && "data" in value && Array.isArray(value.data);
}
