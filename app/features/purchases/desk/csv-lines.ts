export type CsvLine = { line: number; cells: string[] };

/**
 * The lines of a small CSV file, as spreadsheets write it: between cells stands a semicolon, comma or tab, whichever the first line has most
 * of; a cell in quotes may hold it too, and line ends, and "" for a quote. Blank lines are passed over.
 * @returns the line on which a quote opens that never closes, instead
 */
export function csvLines(text: string): CsvLine[] | { unclosed: number } {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  const first = body.slice(0, body.search(/[\r\n]|$/));
  const separator = [";", ",", "\t"].reduce((best, each) => (first.split(each).length > first.split(best).length ? each : best));
  const lines: CsvLine[] = [];
  let [line, began, opened, cell, quoted] = [1, 1, 1, "", false];
  let cells: string[] = [];
  const endCell = () => {
    cells.push(cell.trim());
    cell = "";
  };
  const endLine = () => {
    endCell();
    if (cells.some((each) => each !== "")) lines.push({ line: began, cells });
    cells = [];
    began = line;
  };
  for (let at = 0; at < body.length; at++) {
    const sign = body[at]!;
    const newline = sign === "\n" || (sign === "\r" && body[at + 1] !== "\n");
    if (newline) line++;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (body[at + 1] === '"') cell += body[++at];
      else quoted = false;
    } else if (sign === '"' && cell.trim() === "") [quoted, opened, cell] = [true, line, ""];
    else if (sign === separator) endCell();
    else if (newline) endLine();
    else if (sign !== "\r") cell += sign;
  }
  if (quoted) return { unclosed: opened };
  endLine();
  return lines;
}

/** The text of a file in UTF-8, or as older spreadsheets write it (Windows-1252); null for what is no text. */
export function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The sign of the euro, which not every decoder knows at that place.
    return new TextDecoder("windows-1252").decode(bytes).replaceAll("\u0080", "€");
  }
}
