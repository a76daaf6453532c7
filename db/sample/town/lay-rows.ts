import type { Draft } from "./draft.ts";
import { layRow, type Row } from "./lay-row.ts";

/** A stretch of street to fill; `from` and `to` in metres along the row's curve. */
export interface Stretch {
  from: number;
  to: number;
  /** Homes per building: one number for as many equal blocks as fit, or the sizes in order. */
  blocks: number | readonly number[];
  /** Metres between two blocks, at least. */
  gap: number;
}

/** Fills a stretch with blocks of homes, with the slack spread evenly between them. Returns how many homes were laid. */
export function layRows(draft: Draft, row: Omit<Row, "from" | "homes">, stretch: Stretch): number {
  const space = stretch.to - stretch.from;
  const { blocks, gap } = stretch;
  const sizes =
    typeof blocks === "number"
      ? Array.from({ length: Math.floor((space + gap) / (blocks * row.width + gap)) }, () => blocks)
      : [...blocks];
  const built = sizes.reduce((sum, size) => sum + size * row.width, 0);
  if (sizes.length === 0 || built > space) throw new Error(`No room for ${sizes.join("+")} homes on ${space.toFixed(0)} m`);
  const slack = sizes.length === 1 ? 0 : Math.min((space - built) / (sizes.length - 1), gap * 2.2);
  let s = stretch.from + (space - built - slack * (sizes.length - 1)) / 2;
  const starts = sizes.map((homes) => {
    const from = s;
    s += homes * row.width + slack;
    return { from, homes };
  });
  for (const block of row.reversed ? starts.toReversed() : starts) layRow(draft, { ...row, ...block });
  return sizes.reduce((sum, size) => sum + size, 0);
}
