export type CopyValue = string | number | boolean | null | readonly string[];

const SPECIAL = /[\\\t\n\r]/;

/** One line in the text format of PostgreSQL's COPY: tabs between values, \N for null, arrays in braces. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = "";
  for (let index = 0; index < values.length; index++) {
    if (index > 0) line += "\t";
    line += written(values[index]!);
  }
  return `${line}\n`;
}

function written(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "object") return escaped(`{${value.map(quoted).join(",")}}`);
  return String(value);
}

function quoted(item: string): string {
  return `"${item.replace(/["\\]/g, "\\$&")}"`;
}

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r");
}
