/** Whether the asker already has what `etag` names; weak and strong are the same here, because answers are whole. */
export function isUnchanged(request: Request, etag: string): boolean {
  const known = request.headers.get("If-None-Match");
  return known !== null && (known.trim() === "*" || known.split(",").some((one) => one.trim().replace(/^W\//, "") === etag));
}
