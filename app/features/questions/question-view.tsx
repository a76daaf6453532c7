import { Link } from "@remix-run/react";
import { Fragment } from "react";
import type { DwellingType, PeriodKey } from "../../../db/schema/choices.ts";
import { useT } from "../../i18n/use-t.tsx";
import { knowledgePath } from "../knowledge/knowledge-link.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";
import { useHomeWords } from "./home-kind.ts";

type Viewed = {
  body: string | null;
  measureKind: MeasureKind | null;
  placeName: string | null;
  ourBuilding: boolean;
  dwellingType: DwellingType | null;
  buildingPeriod: PeriodKey | null;
  commercial: boolean;
  photo: { id: string; alt: string | null } | null;
};

/** A question as a neighbour reads it; the preview of who asks is this same component. Needs `questions` and `catalogue`. */
export function QuestionView({ question }: { question: Viewed }) {
  const t = useT("questions");
  const names = useT("catalogue");
  const home = useHomeWords();
  const { body, measureKind, placeName, ourBuilding, dwellingType, buildingPeriod, commercial, photo } = question;
  const about = [
    measureKind && (
      <Link key="kind" to={knowledgePath(measureKind)} className="text-garden underline underline-offset-4">
        {names(`kinds.${measureKind}`)}
      </Link>
    ),
    ourBuilding ? t("page.ourBuilding") : placeName && t("page.place", { place: placeName }),
    (dwellingType || buildingPeriod) && t("page.home", { home: home(dwellingType ? [dwellingType] : [], buildingPeriod ? [buildingPeriod] : []) }),
  ].filter(Boolean);
  return (
    <>
      {body ? <p className="measure text-lg break-words whitespace-pre-line">{body}</p> : null}
      {photo ? <img src={`/foto/${photo.id}`} alt={photo.alt ?? t("page.photoAlt")} className="max-h-[70vh] w-full rounded-xl bg-raised object-contain" /> : null}
      {about.length > 0 ? (
        <p className="text-ink-soft">
          <span className="sr-only">{t("page.about")}: </span>
          {about.map((each, index) => (
            <Fragment key={index}>
              {index > 0 ? " · " : null}
              {each}
            </Fragment>
          ))}
        </p>
      ) : null}
      {commercial ? <p className="rounded-card bg-sun-soft px-4 py-2">{t("page.commercial")}</p> : null}
    </>
  );
}
