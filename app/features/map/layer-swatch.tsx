import { classColours, type ColouringLayer } from "./public-layers.ts";

/** A building as a layer colours it; what is unknown is dotted. */
export function LayerSwatch({ layer, of }: { layer: ColouringLayer; of: string }) {
  const colour = classColours[layer][of];
  return (
    <svg viewBox="0 0 28 28" className="size-6 shrink-0" aria-hidden focusable="false">
      <rect x="3" y="5" width="22" height="18" fill={`var(--${colour ?? "map-building"})`} stroke="var(--map-class-line)" strokeWidth="1.5" />
      {colour ? null : <path d="M7 9h.1M14 9h.1M21 9h.1M10.5 14h.1M17.5 14h.1M7 19h.1M14 19h.1M21 19h.1" stroke="var(--map-class-line)" strokeWidth="2.8" strokeLinecap="round" />}
    </svg>
  );
}
