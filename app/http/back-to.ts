import { safePath } from "./safe-path.ts";

/** Where a page leads when it is done: the `?terug=` of its address when that is a path of ours, else `otherwise`. */
export function backTo(request: Request, otherwise: string): string {
  return safePath(new URL(request.url).searchParams.get("terug"), otherwise);
}

/** A path that knows where to lead when it is done. */
export function withBack(path: string, back: string): string {
  return `${path}?terug=${encodeURIComponent(back)}`;
}
