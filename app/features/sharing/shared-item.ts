import type { Horizon, ItemKind, MeasureState, StoryIndicator } from "../../../db/schema/sharing.ts";
import type { MeasureKind } from "../measures/catalogue.ts";

/** What stands in the lists of what is shared; openings and badges have pages of their own. */
export type ListedKind = Exclude<ItemKind, "visit" | "koploper">;

/** A measure, a wish, a story or a question as a list shows it; the same to its owner and to a neighbour, but for `own`. */
export type SharedItem = {
  id: string;
  type: ListedKind;
  /** The measure that was taken or is wished for; null for a wish for the neighbourhood for a story and for a question. */
  kind: MeasureKind | null;
  /** The title of a wish for the neighbourhood of a story or of a question. */
  title: string | null;
  state: MeasureState | null;
  year: number | null;
  horizon: Horizon | null;
  /** Beside which figure of the neighbourhood a story stands. */
  indicator: StoryIndicator | null;
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

/** The part of the site in which items of a kind are. */
export type Section = (typeof sections)[ItemKind];
const sections = { measure: "maatregelen", wish: "wensen", story: "verhalen", question: "vragen", visit: "kijkjes", koploper: "koplopers" } as const;

/** Where an item is read in full. */
export function itemPath(item: { type: ItemKind; id: string }): string {
  return `/${sections[item.type]}/${item.id}`;
}
