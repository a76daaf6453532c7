import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink, Unseen } from "../../ui/button.tsx";
import type { MeasureKind } from "./catalogue.ts";

type Photo = { id: string; width: number; height: number; alt: string | null };

/** The photos of an own measure, each with a way to take it away. Needs `measures` and `catalogue`. */
export function OwnPhotos({ photos, kind }: { photos: Photo[]; kind: MeasureKind }) {
  const t = useT("measures");
  const names = useT("catalogue");
  return (
    <section>
      <h2 className="text-lg">{t("experience.photos")}</h2>
      <ul className="mt-2 grid grid-cols-2 gap-3 sm:grid-cols-3">
        {photos.map(({ id, alt }, index) => (
          <li key={id} className="flex flex-col gap-2">
            <img src={`/foto/${id}`} alt={alt ?? t("detail.photoAlt", { kind: names(`kinds.${kind}`) })} className="aspect-4/3 w-full rounded-xl bg-raised object-cover" />
            <ButtonLink look="secondary" wide to={`/foto/${id}/verwijdering`}>
              {t("experience.removePhoto")}
              <Unseen> {index + 1}</Unseen>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
