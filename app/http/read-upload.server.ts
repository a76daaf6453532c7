import { unstable_parseMultipartFormData, type UploadHandler } from "@remix-run/node";
import { readForm, unreadable, withoutNul } from "./read-form.server.ts";

export type Upload = Uint8Array | "too_large" | null;

const mostText = 200_000;
const mostParts = 100;

/**
 * Reads a form with one file. A file that is too large is read to its end and thrown away, so that what was typed isn't
 * lost with it.
 * @param field the name of the file's field
 * @param mostBytes the largest file that is kept
 * @throws 413 for what no form of ours sends: far too much text, an endless file or endless parts; 400 for what can't be read as a form
 */
export async function readFormWithUpload(request: Request, field: string, mostBytes: number): Promise<{ form: FormData; upload: Upload }> {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data")) return { form: await readForm(request), upload: null };
  let upload: Upload = null;
  let text = 0;
  let total = 0;
  let parts = 0;
  const keep: UploadHandler = async ({ name, filename, data }) => {
    const isOurs = name === field && filename !== undefined;
    const chunks: Uint8Array[] = [];
    let size = 0;
    if (++parts > mostParts) throw new Response(null, { status: 413 });
    for await (const chunk of data) {
      size += chunk.byteLength;
      total += chunk.byteLength;
      if (filename === undefined) text += chunk.byteLength;
      if (text > mostText || total > 5 * mostBytes) throw new Response(null, { status: 413 });
      if (filename === undefined || (isOurs && size <= mostBytes)) chunks.push(chunk);
    }
    if (filename === undefined) return Buffer.concat(chunks).toString("utf8");
    if (isOurs && size > 0) upload = size > mostBytes ? "too_large" : Buffer.concat(chunks);
    return null;
  };
  const form = await unstable_parseMultipartFormData(request, keep).catch((problem: unknown) => {
    throw problem instanceof Response ? problem : unreadable();
  });
  // Without a single part it was cut elsewhere than its boundary says: that would empty what was kept before.
  if (upload === null && form.keys().next().done) throw unreadable();
  return { form: withoutNul(form), upload };
}
