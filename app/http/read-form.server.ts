/** More than any form of ours sends, in bytes; files have a way of their own. */
const mostBytes = 200_000;

/**
 * The form in a request. Nothing else in the app reads one.
 * @throws 413 for far more than a form of ours sends; 400 for what can't be read as a form, or holds a character (NUL)
 *   that no text of ours can hold and no browser sends
 */
export async function readForm(request: Request): Promise<FormData> {
  const bytes = await readAtMost(request, mostBytes);
  const form = await new Response(bytes, { headers: { "Content-Type": request.headers.get("Content-Type") ?? "" } }).formData().catch(() => null);
  if (!form) throw unreadable();
  return withoutNul(form);
}

/** The answer to a form that can't be read. */
export function unreadable(): Response {
  return new Response(null, { status: 400 });
}

/** @throws 400 when there is a NUL in a name or a text */
export function withoutNul(form: FormData): FormData {
  for (const [name, value] of form) if (name.includes("\0") || (typeof value === "string" && value.includes("\0"))) throw unreadable();
  return form;
}

async function readAtMost(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader!.read()) {
    size += read.value.byteLength;
    if (size > most) throw new Response(null, { status: 413 });
    chunks.push(read.value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
