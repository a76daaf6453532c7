import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { ImportError } from "../import-error.ts";
import { openExtract, type ExtractFile } from "../open-extract.server.ts";

/** The name of the file that was given, and the one file of labels in it. */
export type OpenLabels = { name: string; file: ExtractFile; close(): Promise<void> };

/**
 * Opens a file of energy labels: a CSV file, or a zip with one in it; which of both is told by how it begins.
 * @throws ImportError when it cannot be opened, is a damaged zip, or has no CSV file or several
 */
export async function openLabels(path: string): Promise<OpenLabels> {
  const name = basename(path);
  const bytes = (await stat(path).catch(() => null))?.size ?? 0;
  if (bytes === 0) throw new ImportError(`${name}: is empty or cannot be opened`);
  if (!/\.zip$/i.test(name) && !(await beginsLikeZip(path))) {
    return { name, file: { path: name, bytes, read: () => chunksOf(path) }, close: async () => {} };
  }
  const { files, close } = await openExtract(path, /\.csv$/i);
  const [file, another] = files;
  if (file && !another) return { name, file, close };
  await close();
  throw new ImportError(file ? `${name}: holds ${files.length} CSV files (${basename(file.path)}, ${basename(another!.path)}), and which one counts is not clear` : `${name}: holds no CSV file`);
}

async function beginsLikeZip(path: string): Promise<boolean> {
  await using handle = await open(path);
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  return buffer.toString("latin1") === "PK\u0003\u0004";
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  yield* createReadStream(path) as AsyncIterable<Buffer>;
}
