import type { Horizon, MeasureState } from "../../../db/schema/sharing.ts";
import type { MeasureKind } from "../measures/catalogue.ts";

/** A measure or a wish as a list shows it; the same to its owner and to a neighbour, but for `own`. */
export type SharedItem = {
  id: string;
  type: "measure" | "wish";
  /** The measure that was taken or is wished for; null for a wish for the neighbourhood. */
  kind: MeasureKind | null;
  /** The title of a wish for the neighbourhood. */
  title: string | null;
  state: MeasureState | null;
  year: number | null;
  horizon: Horizon | null;
  /** The beginning of what was written about it. */
  excerpt: string | null;
  shownName: string | null;
  streetName: string;
  sharedAt: string | null;
  /** A photo to show with it. */
  photoId: string | null;
  /** How many other households joined; for a wish for the neighbourhood. */
  joined: number;
  own: boolean;
};

/** Where an item is read in full. */
export function itemPath(item: Pick<SharedItem, "type" | "id">): string {
  return `/${item.type === "measure" ? "maatregelen" : "wensen"}/${item.id}`;
}
