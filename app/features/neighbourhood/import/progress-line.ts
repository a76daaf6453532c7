import type { Progress } from "./read-extract.server.ts";

const TERMINAL_MS = 200;
const FILE_MS = 2000;

/**
 * Writes how far the reading is: records, MB per second and the time that is left. On a terminal one line that is
 * rewritten, elsewhere a line every two seconds.
 */
export function progressLine(out: Pick<NodeJS.WriteStream, "write" | "isTTY">): { progress: Progress; end(): void } {
  const started = performance.now();
  const pause = out.isTTY ? TERMINAL_MS : FILE_MS;
  let written = started;
  let last: Parameters<Progress>[0] | null = null;
  const write = (now: number) => {
    if (!last) return;
    const text = describe(last, (now - started) / 1000);
    out.write(out.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    written = now;
  };
  return {
    progress(state) {
      last = state;
      const now = performance.now();
      if (now - written >= pause) write(now);
    },
    end() {
      write(performance.now());
      if (out.isTTY) out.write("\n");
    },
  };
}

/** @param seconds since the reading began */
export function describe({ records, bytes, totalBytes }: Parameters<Progress>[0], seconds: number): string {
  const perSecond = bytes / Math.max(seconds, 0.001);
  const left = Math.ceil((totalBytes - bytes) / Math.max(perSecond, 1));
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  const percent = totalBytes > 0 ? Math.floor((100 * bytes) / totalBytes) : 100;
  const state = bytes >= totalBytes ? "read; now merging" : `${percent} %, ${clock} left`;
  return `${records.toLocaleString("en")} records, ${(bytes / 1e6).toFixed(1)} of ${(totalBytes / 1e6).toFixed(1)} MB at ${(perSecond / 1e6).toFixed(1)} MB/s, ${state}`;
}
