import type { ReactNode } from "react";
import type { ItemKind } from "../../../db/schema/sharing.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import { ItemTile } from "./item-tile.tsx";

/** The top of an item within a preview: its symbol, what it is, and from whom. */
export function ItemHeader({ type, kind, title, line }: { type: ItemKind; kind: MeasureKind | null; title: string; line: ReactNode }) {
  return (
    <div className="flex items-center gap-3">
      <ItemTile type={type} kind={kind} />
      <div className="min-w-0">
        <p className="font-heading text-lg font-semibold break-words">{title}</p>
        <p className="text-ink-soft">{line}</p>
      </div>
    </div>
  );
}
