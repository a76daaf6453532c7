import { Sparkles } from "lucide-react";
import type { ReactNode } from "react";
import type { MeasureKind } from "../measures/catalogue.ts";
import { KindTile } from "../measures/kind-tile.tsx";

/** The top of an item within a preview: its symbol, what it is, and from whom. */
export function ItemHeader({ kind, title, line }: { kind: MeasureKind | null; title: string; line: ReactNode }) {
  return (
    <div className="flex items-center gap-3">
      {kind ? (
        <KindTile kind={kind} />
      ) : (
        <span aria-hidden="true" className="grid size-11 shrink-0 place-items-center rounded-xl bg-garden-soft text-garden">
          <Sparkles className="size-6" />
        </span>
      )}
      <div className="min-w-0">
        <p className="font-heading text-lg font-semibold break-words">{title}</p>
        <p className="text-ink-soft">{line}</p>
      </div>
    </div>
  );
}
