import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { asViewer } from "../../../db/viewer.server.ts";
import type { Resident } from "../session/viewer.ts";
import { presentVersion, readPublicMap } from "./public-map.server.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** One neighbourhood's map data, ready to be sent. */
export type KeptMap = { version: string; etag: string; plain: Bytes; gzip: Bytes; brotli: Bytes };

// At about 150 kB each; a process that serves more neighbourhoods makes the least used ones again.
const most = 100;
const kept = new Map<string, Promise<KeptMap | null>>();

/**
 * The public map data of the viewer's own neighbourhood in one version, made and compressed once per process.
 * @returns null when that version isn't the present one
 */
export async function keptMap(viewer: Resident, version: string): Promise<KeptMap | null> {
  const code = viewer.neighbourhoodCode;
  let making = kept.get(code);
  const known = await making;
  if (known?.version !== version) {
    // Asked before anything is made: an old or invented version costs one row.
    if ((await asViewer(viewer, (tx) => presentVersion(tx, code))) !== version) return null;
    if (kept.get(code) === making) kept.set(code, make(viewer));
    making = kept.get(code)!;
    making.catch(() => kept.delete(code));
  }
  kept.delete(code);
  kept.set(code, making!);
  if (kept.size > most) kept.delete(kept.keys().next().value!);
  const made = await making;
  return made?.version === version ? made : null;
}

async function make(viewer: Resident): Promise<KeptMap | null> {
  const data = await asViewer(viewer, (tx) => readPublicMap(tx, viewer.neighbourhoodCode));
  if (!data) return null;
  const plain = Buffer.from(JSON.stringify(data));
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(plain, { level: 9 }),
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }),
  ]);
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
  return { version: data.version, etag, plain: new Uint8Array(plain), gzip: new Uint8Array(zipped), brotli: new Uint8Array(brotli) };
}
