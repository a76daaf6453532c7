import { ChevronDown, ChevronUp } from "lucide-react";
import { type PointerEvent, type ReactNode, useRef } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { Unseen } from "../../ui/button.tsx";

export const heights = ["peek", "half", "full"] as const;
export type Height = (typeof heights)[number];

/**
 * On a phone the list and the card lie in a sheet over the map, in three heights; it can be dragged and has buttons for
 * who cannot drag. On a laptop it is the panel beside the map.
 */
export function Sheet({ height, onHeight, children }: { height: Height; onHeight(height: Height): void; children: ReactNode }) {
  const t = useT("map");
  const sheet = useRef<HTMLElement>(null);
  const drag = useRef<{ from: number; height: number; most: number } | null>(null);
  const at = heights.indexOf(height);

  const start = (event: PointerEvent) => {
    if ((event.target as Element).closest("button")) return;
    const element = sheet.current!;
    drag.current = { from: event.clientY, height: element.offsetHeight, most: element.parentElement!.offsetHeight };
    event.currentTarget.setPointerCapture(event.pointerId);
    element.dataset.dragged = "";
  };
  const move = (event: PointerEvent) => {
    const now = drag.current;
    if (now) sheet.current!.style.setProperty("--sheet", `${Math.max(64, Math.min(now.most, now.height + now.from - event.clientY))}px`);
  };
  const end = (event: PointerEvent) => {
    const now = drag.current;
    if (!now) return;
    drag.current = null;
    const element = sheet.current!;
    const part = (now.height + now.from - event.clientY) / now.most;
    delete element.dataset.dragged;
    element.style.removeProperty("--sheet");
    // A tap on the bar opens the sheet one step; a drag leaves it at the height that is nearest.
    if (Math.abs(now.from - event.clientY) < 6) onHeight(heights[Math.min(at + 1, 2)] === height ? "half" : heights[at + 1]!);
    else onHeight(part < 0.28 ? "peek" : part < 0.62 ? "half" : "full");
  };
  return (
    <section ref={sheet} aria-label={t("list.sheet")} className="map-sheet" data-height={height}>
      <div className="map-sheet-bar" onPointerDown={start} onPointerMove={move} onPointerUp={end} onPointerCancel={end}>
        <span className="map-sheet-grip" />
        <button type="button" className="grid size-11 place-items-center rounded-full disabled:opacity-40" disabled={at === 2} onClick={() => onHeight(heights[at + 1]!)}>
          <ChevronUp aria-hidden className="size-6" />
          <Unseen>{t("list.sheetUp")}</Unseen>
        </button>
        <button type="button" className="grid size-11 place-items-center rounded-full disabled:opacity-40" disabled={at === 0} onClick={() => onHeight(heights[at - 1]!)}>
          <ChevronDown aria-hidden className="size-6" />
          <Unseen>{t("list.sheetDown")}</Unseen>
        </button>
      </div>
      <div className="map-sheet-body" id="lijst-inhoud">
        {children}
      </div>
    </section>
  );
}
