import type { Overlay } from "./overlay.server.ts";

/**
 * Asks again for what neighbours share when somebody comes back to the page. The answer may not be kept on disk, so the
 * ETag of the last one is remembered here: unchanged costs no more than a 304.
 * @returns stops asking
 */
export function keepFresh(url: string, onChange: (overlay: Overlay) => void): () => void {
  let etag: string | null = null;
  const ask = async () => {
    if (document.visibilityState !== "visible") return;
    try {
      const response = await fetch(url, { headers: etag ? { "If-None-Match": etag } : {} });
      if (response.status !== 200) return;
      etag = response.headers.get("ETag");
      onChange((await response.json()) as Overlay);
    } catch {
      // Offline: what is on the map stays until the next time.
    }
  };
  const listener = () => void ask();
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}
