import { promisify } from "node:util";
import yauzl from "yauzl";
import { mostBytes as mostPhotoBytes } from "../../measures/process-photo.server.ts";
import { archiveNames } from "../archive/own-archive-zip.server.ts";

/** The largest file that can be sent, and the largest JSON in it once it is unpacked: as much, so that the JSON alone of an archive with many photos fits. */
export const mostUploadBytes = 40 * 1024 * 1024;
const mostJsonBytes = mostUploadBytes;
const mostEntries = 20_000;

export type UploadProblem = "nothing" | "too_large" | "broken" | "not_ours" | "other_version" | "too_many";
/** What was sent: its JSON as text, and a photo of it by the name that the JSON gives; null when it isn't there or too large. */
export type Opened = { json: string; photo: (name: string) => Promise<Buffer | null> };

/** Opens an archive of ours, or the JSON out of one. What unpacks to more than is allowed is read no further. */
export async function openUpload(upload: Buffer): Promise<Opened | UploadProblem> {
  if (upload.subarray(0, 2).toString("latin1") !== "PK") return { json: upload.toString("utf8"), photo: async () => null };
  try {
    const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(upload, { lazyEntries: true, validateEntrySizes: true });
    if (zip.entryCount > mostEntries) return "too_large";
    const entries = await entriesOf(zip);
    const json = entries.get(archiveNames.json);
    if (!json) return "not_ours";
    const text = await unpack(zip, json, mostJsonBytes);
    if (!text) return "too_large";
    return {
      json: text.toString("utf8"),
      photo: async (name) => {
        const entry = entries.get(name);
        return entry ? unpack(zip, entry, mostPhotoBytes).catch(() => null) : null;
      },
    };
  } catch {
    return "broken";
  }
}

/** Names that lead out of the folder are refused by yauzl; none is ever used as a path. */
function entriesOf(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry: yauzl.Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once("end", () => resolve(entries));
    zip.once("error", reject);
    zip.readEntry();
  });
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, most: number): Promise<Buffer | null> {
  if (entry.uncompressedSize > most) return null;
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
