import { useT } from "../../i18n/use-t.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { AnswerCard, type AnswerOnPage } from "./answer-card.tsx";

/** Where a question stood that is not there any more for whoever looks, with what their own household wrote to it. Needs `questions` and `catalogue`. */
export function LeftOfQuestion({ answers }: { answers: AnswerOnPage[] }) {
  const t = useT("questions");
  return (
    <Page title={t("page.goneTitle")} intro={t("page.goneIntro")} back={{ to: "/vragen", words: t("page.back") }}>
      <Section title={t("page.goneOwn")}>
        <p className="measure">{t("page.goneOwnIntro")}</p>
        {answers.map((answer) => (
          <AnswerCard key={answer.id} answer={answer} />
        ))}
      </Section>
    </Page>
  );
}
