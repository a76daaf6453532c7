import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { StepsLine } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";
import { SimilarList } from "./similar-list.tsx";
import type { SimilarQuestion } from "./similar-questions.server.ts";

/** Asking, with the title that was typed and the kind of measure with which it began. */
export const askPath = ({ title, kind }: { title: string; kind: MeasureKind | null }) => `/vragen/nieuw?${new URLSearchParams({ ...(kind ? { soort: kind } : {}), titel: title })}`;

/** The second step of asking: what looks like it, and the way on. Needs `questions` and `catalogue`. */
export function SimilarStep({ heading, title, kind, similar }: { heading: string; title: string; kind: MeasureKind | null; similar: SimilarQuestion[] }) {
  const t = useT("questions");
  return (
    <Page title={heading} intro={similar.length > 0 ? t("ask.similarText") : t("ask.similarNone")} back={{ to: "/vragen/nieuw", words: t("ask.title") }}>
      <StepsLine step={2} of={3} />
      <p className="measure rounded-card bg-raised px-4 py-3 text-lg font-semibold break-words">“{title}”</p>
      <SimilarList questions={similar} />
      <p>
        <ButtonLink wide to={`${askPath({ title, kind })}&verder`}>
          {t("ask.goOn")}
        </ButtonLink>
      </p>
    </Page>
  );
}
