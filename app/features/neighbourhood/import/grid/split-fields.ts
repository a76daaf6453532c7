/**
 * The fields of one line, without their quotes. A line that is quoted as a whole is unwrapped first, a field that is quoted
 * twice is too, and quotes within a field need not be doubled ("Molenweg "D K""): all of that occurs.
 * @returns null when a quote is not closed
 */
export function splitFields(line: string, delimiter: string): string[] | null {
  if (!line.includes('"')) return line.split(delimiter);
  const unwrapped = unwrap(line);
  if (unwrapped !== line && !unwrapped.includes('"')) return unwrapped.split(delimiter);
  const fields: string[] = [];
  for (let at = 0; ; ) {
    const quoted = unwrapped[at] === '"';
    const end = quoted ? closing(unwrapped, at, delimiter) : unwrapped.indexOf(delimiter, at);
    if (quoted && end === -1) return null;
    const stop = end === -1 ? unwrapped.length : end;
    fields.push(quoted ? bare(unwrapped.slice(at + 1, stop - 1).replaceAll('""', '"')) : unwrapped.slice(at, stop));
    if (stop === unwrapped.length) return fields;
    at = stop + 1;
  }
}

/** Where the field that is quoted from `at` ends: after the first quote before a delimiter or the end; -1 when there is none. */
function closing(line: string, at: number, delimiter: string): number {
  for (let next = line.indexOf('"', at + 1); next !== -1; next = line.indexOf('"', next + 1)) {
    if (next + 1 === line.length || line[next + 1] === delimiter) return next + 1;
  }
  return -1;
}

/** A line within quotes, in which every other quote is doubled, is one wrapped line; otherwise its fields are quoted. */
function unwrap(line: string): string {
  if (line.length < 2 || !line.startsWith('"') || !line.endsWith('"')) return line;
  const inside = line.slice(1, -1);
  return inside.replaceAll('""', "").includes('"') ? line : inside.replaceAll('""', '"');
}

function bare(field: string): string {
  return field.length > 1 && field.startsWith('"') && field.endsWith('"') ? field.slice(1, -1) : field;
}
