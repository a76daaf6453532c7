import type { AccountViewer } from "../session/viewer.ts";
import { inventory } from "./inventory.ts";
import { csvHead, csvLines } from "./own-data-file.ts";
import { ownData } from "./own-data.server.ts";
import { type OwnDataTable, ownDataTables } from "./own-data-tables.ts";

/** Goes up when something that another program reads is named otherwise, means something else, is new or is gone. */
export const ownDataVersion = 2;
/** Versions of which measures and wishes can be put back: what is read of them is named the same. */
export const readableVersions: readonly unknown[] = [1, 2];
export const ownDataFormat = "buurhof-own-data";
/** Where the schema is published, on every site of ours. */
export const ownDataSchemaPath = `/schemas/own-data-${ownDataVersion}.json`;

/** Everything of somebody as one JSON, a piece at a time. Photos are named in it and are files of the archive. */
export async function* ownDataJson(viewer: AccountViewer, madeAt: Date): AsyncGenerator<string> {
  yield `{\n"format": ${JSON.stringify(ownDataFormat)},\n"version": ${ownDataVersion},\n"madeAt": ${JSON.stringify(madeAt)},\n"tables": {`;
  for (const [place, table] of ownDataTables.entries()) {
    yield `${place ? "," : ""}\n${JSON.stringify(table)}: [`;
    let first = true;
    for await (const rows of ownData[table].read(viewer)) {
      yield `${first ? "" : ","}\n${rows.map((row) => JSON.stringify(row)).join(",\n")}`;
      first = false;
    }
    yield "]";
  }
  yield "\n}\n}\n";
}

/** One table as CSV, a piece at a time. */
export async function* ownDataCsv(viewer: AccountViewer, table: OwnDataTable): AsyncGenerator<string> {
  const fields = ownData[table].columns;
  const columns = Object.keys(fields);
  // What has no type of its own is JSON in its cell too.
  const written = (name: string, value: unknown) => (fields[name]?.type === undefined && value !== null ? JSON.stringify(value) : value);
  yield csvHead(columns);
  for await (const rows of ownData[table].read(viewer)) yield csvLines(columns, rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, written(name, value)]))));
}

/** What the JSON holds, in JSON Schema. */
export function ownDataSchema(): object {
  const tables = Object.fromEntries(
    ownDataTables.map((table) => {
      const line = inventory[table];
      const { columns } = ownData[table];
      const row = { type: "object", properties: columns, required: Object.keys(columns), additionalProperties: false };
      return [table, { description: line.personal ? `${line.what}. Whose: ${line.whose}. Why: ${line.purpose}. Kept: ${line.kept}.` : line.what, type: "array", items: row }];
    }),
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Own data of Buurhof, version ${ownDataVersion}`,
    description: "What Buurhof keeps of one person and their household, by table. The same tables are in the archive as CSV; files of photos are named in `file`.",
    type: "object",
    properties: {
      format: { const: ownDataFormat },
      version: { const: ownDataVersion },
      madeAt: { type: "string", format: "date-time", description: "When it was asked for or begun." },
      tables: { type: "object", properties: tables, required: ownDataTables, additionalProperties: false },
    },
    required: ["format", "version", "madeAt", "tables"],
    additionalProperties: false,
  };
}

/** A body that sends text as it is made. */
export function streamed(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}
