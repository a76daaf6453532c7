import { catalogue, type MeasureColour, type MeasureKind, measureGroups } from "./catalogue.ts";
import { MeasureIcon } from "./measure-icon.tsx";

const tones: Record<MeasureColour, string> = {
  brick: "bg-brick-soft text-brick",
  plum: "bg-plum-soft text-plum",
  sun: "bg-sun-soft text-sun",
  sky: "bg-sky-soft text-sky",
  garden: "bg-garden-soft text-garden",
};

/** The symbol of a measure kind on the colour of its group; decoration, so always with its name beside it. */
export function KindTile({ kind, large = false }: { kind: MeasureKind; large?: boolean }) {
  return (
    <span aria-hidden="true" className={`grid shrink-0 place-items-center rounded-xl ${large ? "size-14" : "size-11"} ${tones[measureGroups[catalogue[kind].group].colour]}`}>
      <MeasureIcon kind={kind} className={large ? "size-8" : "size-6"} />
    </span>
  );
}
