import { createWriteStream } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import yazl from "yazl";
import { openExtract, type ExtractFile } from "../../app/features/neighbourhood/import/open-extract.server.ts";

/** Metres between copies, so that they do not touch: ten in a row to the east, and rows to the north. */
const STEP_M = 7000;

/**
 * Writes an extract that holds every record of another `times` over, a hundred at most, each copy with other identifications
 * and at another place; places keep theirs. The records are as many, long and varied as `times` municipalities would have.
 */
export async function multiplyExtract(source: string, target: string, times: number): Promise<void> {
  const extract = await openExtract(source);
  const zip = new yazl.ZipFile();
  for (const file of extract.files) {
    const copies = /\d{4}(?:PND|VBO|NUM|OPR|LIG|STA)\d{8}/.test(basename(file.path)) ? times : 1;
    for (let copy = 0; copy < copies; copy++) {
      zip.addReadStreamLazy(`${copy}/${basename(file.path)}`, { compressionLevel: 1 }, (give) => give(null, Readable.from(rewritten(file, copy))));
    }
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
  await extract.close();
}

async function* rewritten(file: ExtractFile, copy: number): AsyncGenerator<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file.read()) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  if (copy === 0) return yield Buffer.from(text);
  yield Buffer.from(
    text
      .replace(/>(\d{4}(?:01|02|03|10|20|30))\d\d(\d{8})</g, `>$1${String(copy).padStart(2, "0")}$2<`)
      .replace(/\b([12]\d{5})(\.\d+)? (4[78]\d{4})(?=[. <])/g, (_, x: string, rest = "", y: string) => `${Number(x) + (copy % 10) * STEP_M}${rest} ${Number(y) + Math.floor(copy / 10) * STEP_M}`),
  );
}
