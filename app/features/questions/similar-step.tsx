import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { StepsLine } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";
import { SimilarList } from "./similar-list.tsx";
import type { SimilarQuestion } from "./similar-questions.server.ts";

/** The second step of asking: what looks like it, and the way on. Needs `questions` and `catalogue`. */
export function SimilarStep({ heading, title, similar }: { heading: string; title: string; similar: SimilarQuestion[] }) {
  const t = useT("questions");
  return (
    <Page title={heading} intro={similar.length > 0 ? t("ask.similarText") : t("ask.similarNone")} back={{ to: "/vragen/nieuw", words: t("ask.title") }}>
      <StepsLine step={2} of={3} />
      <p className="measure rounded-card bg-raised px-4 py-3 text-lg font-semibold break-words">“{title}”</p>
      <SimilarList questions={similar} />
      <p>
        <ButtonLink wide to={`/vragen/nieuw?titel=${encodeURIComponent(title)}&verder`}>
          {t("ask.goOn")}
        </ButtonLink>
      </p>
    </Page>
  );
}
