import { MessageCircle, MessageCircleQuestionMark, Sparkles } from "lucide-react";
import type { ItemKind } from "../../../db/schema/sharing.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import { KindTile } from "../measures/kind-tile.tsx";

/** The symbol of an item: of its kind of measure, else of what it is. */
export function ItemTile({ type, kind }: { type: ItemKind; kind: MeasureKind | null }) {
  if (kind) return <KindTile kind={kind} />;
  return (
    <span aria-hidden="true" className="grid size-11 shrink-0 place-items-center rounded-xl bg-garden-soft text-garden">
      {type === "story" ? <MessageCircle className="size-6" /> : type === "question" ? <MessageCircleQuestionMark className="size-6" /> : <Sparkles className="size-6" />}
    </span>
  );
}
