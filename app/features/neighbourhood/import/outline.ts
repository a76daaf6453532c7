import type { Ring } from "./ring.ts";

const MM_PER_M = 1000;

/** A ring in metres as JSON of whole millimetres, which is how registers survey: whole numbers are quick to write and to read. */
export function writeOutline(ring: Ring): string {
  let written = `[${Math.round(ring[0]! * MM_PER_M)}`;
  for (let i = 1; i < ring.length; i++) written += `,${Math.round(ring[i]! * MM_PER_M)}`;
  return `${written}]`;
}

/** What {@link writeOutline} wrote, in metres again. */
export function readOutline(written: string): Ring {
  return Float64Array.from(JSON.parse(written) as number[], (mm) => mm / MM_PER_M);
}
