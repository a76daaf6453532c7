import type { ReactNode } from "react";
import type { MeasureKind } from "./catalogue.ts";
import { KindTile } from "./kind-tile.tsx";

/** The title of a page about a measure kind. Its symbol stands above it where the name has no room beside it, so that no word is cut. */
export function KindTitle({ kind, children }: { kind: MeasureKind | null; children: ReactNode }) {
  return (
    <span className="flex flex-wrap items-center gap-3">
      {kind ? <KindTile kind={kind} large /> : null}
      <span className="max-w-full break-words">{children}</span>
    </span>
  );
}
