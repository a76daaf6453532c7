import { useT } from "../../i18n/use-t.tsx";
import type { MeasureKind } from "./catalogue.ts";

type Photo = { id: string; width: number; height: number; alt: string | null };

/** The photos of a measure, each in its own proportions so that nothing jumps while loading. Needs `measures` and `catalogue`. */
export function PhotoGallery({ photos, kind }: { photos: Photo[]; kind: MeasureKind }) {
  const t = useT("measures");
  const names = useT("catalogue");
  if (photos.length === 0) return null;
  return (
    <ul className={`grid gap-3 ${photos.length > 1 ? "sm:grid-cols-2" : ""}`}>
      {photos.map(({ id, width, height, alt }) => (
        <li key={id}>
          <img
            src={`/foto/${id}`}
            width={width}
            height={height}
            alt={alt ?? t("detail.photoAlt", { kind: names(`kinds.${kind}`) })}
            className="h-auto max-h-[32rem] w-full rounded-card bg-raised object-cover"
          />
        </li>
      ))}
    </ul>
  );
}
