import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";
import { serverT } from "../../../i18n/words.server.ts";
import { ownDataCsv, ownDataJson, ownDataSchema } from "../own-data-document.server.ts";
import { photoFolder } from "../own-data-part.server.ts";
import { ownData, ownPhotoBytes } from "../own-data.server.ts";
import { ownDataTables } from "../own-data-tables.ts";
import type { AccountViewer } from "../../session/viewer.ts";

/** The names of the files in an archive. */
export const archiveNames = { json: "gegevens.json", schema: "schema.json", csv: (table: string) => `tabellen/${table}.csv` };

/**
 * Everything of somebody as a zip, read under their own policies while it is written: a few rows and one photo at a time.
 * The stream fails when one of them can't be read.
 */
export function ownArchiveZip(viewer: AccountViewer, madeAt: Date): Readable {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const fail = (error: Error) => void out.destroy(error);
  zip.on("error", fail);
  const add = async (name: string, content: Iterable<unknown> | AsyncIterable<unknown>, compress = true) => {
    const stream = Readable.from(content, { objectMode: false });
    stream.on("error", fail);
    zip.addReadStream(stream, name, { mtime: madeAt, compress });
    await finished(stream);
  };
  const fill = async () => {
    await add(serverT(viewer.locale, "privacy")("archive.readmeName"), [Buffer.from(readme(viewer))]);
    await add(archiveNames.json, ownDataJson(viewer, madeAt));
    await add(archiveNames.schema, [Buffer.from(JSON.stringify(ownDataSchema(), null, 2))]);
    for (const table of ownDataTables) await add(archiveNames.csv(table), ownDataCsv(viewer, table));
    for (const table of ["photo", "questionPhoto", "purchasePhoto"] as const) {
      for await (const rows of ownData[table].read(viewer)) {
        for (const { id } of rows) {
          const bytes = await ownPhotoBytes(viewer, table, id as string);
          if (bytes) await add(`${photoFolder}${id as string}.webp`, once(bytes), false);
        }
      }
    }
    zip.end();
  };
  fill().catch(fail);
  return out;
}

/** Bytes that are let go of when they were read: the zip holds on to its streams until its end. */
function* once(bytes: Uint8Array): Generator<Uint8Array> {
  const held = [bytes];
  bytes = empty;
  yield held.pop()!;
}
const empty = new Uint8Array();

function readme(viewer: AccountViewer): string {
  const t = serverT(viewer.locale, "privacy");
  const tables = ownDataTables.map((table) => `${archiveNames.csv(table)}: ${t(`book.tables.${table}`)}`);
  return `${[...t("archive.readme", { json: archiveNames.json, schema: archiveNames.schema, photos: photoFolder }).split("\n"), "", ...tables].join("\r\n")}\r\n`;
}
