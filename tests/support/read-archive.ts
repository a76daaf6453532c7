import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import yauzl from "yauzl";

/** The files in a zip, by name. */
export async function filesInZip(zip: Buffer): Promise<Map<string, Buffer>> {
  const open = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(zip, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    open.on("entry", (entry: yauzl.Entry) => {
      open.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        buffer(stream).then((bytes) => {
          files.set(entry.fileName, bytes);
          open.readEntry();
        }, reject);
      });
    });
    open.once("end", () => resolve(files));
    open.once("error", reject);
    open.readEntry();
  });
}

type Field = { type?: string | readonly string[]; items?: Field };

/** The rows of a CSV of the own data, read back by the schema of their table. */
export function readCsv(csv: string, columns: Record<string, Field>): Record<string, unknown>[] {
  const [head, ...lines] = cellsOf(csv.replace(/^\uFEFF/, ""));
  return lines.map((cells) => Object.fromEntries(head!.map(({ text }, place) => [text, valueOf(cells[place]!, columns[text]!)])));
}

type Cell = { text: string; quoted: boolean };

function cellsOf(csv: string): Cell[][] {
  const lines: Cell[][] = [];
  let line: Cell[] = [];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/g)) {
    line.push(quoted === undefined ? { text: bare!, quoted: false } : { text: quoted.replaceAll('""', '"').replace(/^'(?='*[=+\-@\t\r])/, ""), quoted: true });
    if (end === ";") continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

function valueOf({ text, quoted }: Cell, { type }: Field): unknown {
  if (!quoted && text === "") return null;
  const kinds = [type].flat();
  if (kinds.includes("boolean")) return text === "true";
  if (kinds.includes("integer") || kinds.includes("number")) return Number(text);
  if (kinds.includes("array")) return text === "" ? [] : text.split(", ");
  return type === undefined ? JSON.parse(text) : text;
}
