import { DoorOpen, House, UserRound } from "lucide-react";
import { type Ref, forwardRef } from "react";
import { type MeasureKind, measureKinds } from "../measures/catalogue.ts";
import { MeasureIcon } from "../measures/measure-icon.tsx";

/** Every symbol once on the page: lists repeat them by reference, and the map draws its pictures after them. */
export const KindSprite = forwardRef(function KindSprite(_: object, ref: Ref<SVGSVGElement>) {
  return (
    <svg ref={ref} className="absolute size-0" aria-hidden focusable="false">
      <symbol id="kind-home" viewBox="0 0 24 24">
        <House />
      </symbol>
      <symbol id="kind-koploper" viewBox="0 0 24 24">
        <UserRound />
      </symbol>
      <symbol id="kind-visit" viewBox="0 0 24 24">
        <DoorOpen />
      </symbol>
      {measureKinds.map((kind) => (
        <symbol key={kind} id={`kind-${kind}`} viewBox="0 0 24 24">
          <MeasureIcon kind={kind} />
        </symbol>
      ))}
    </svg>
  );
});

/** The symbol of a measure kind, from the sprite on this page; decoration, so always with its name beside it. */
export function KindSymbol({ kind, className }: { kind: MeasureKind; className: string }) {
  return (
    <svg className={className} aria-hidden focusable="false">
      <use href={`#kind-${kind}`} />
    </svg>
  );
}
