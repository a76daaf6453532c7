import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { Section } from "../../ui/page.tsx";
import { AnswerCard, type AnswerOnPage } from "./answer-card.tsx";

/** The answers of a question in the order in which they came, with where one was taken away. Needs `questions` and `catalogue`. */
export function AnswersPart({ answers, gone, own, deeds }: { answers: AnswerOnPage[]; gone: { id: string; at: Date | string }[]; own: boolean; deeds?: (answer: AnswerOnPage) => ReactNode }) {
  const t = useT("questions");
  const lines = [...answers.map((answer) => ({ id: answer.id, at: answer.createdAt, answer })), ...gone.map(({ id, at }) => ({ id, at, answer: null }))].toSorted(
    (a, b) => new Date(a.at).getTime() - new Date(b.at).getTime(),
  );
  return (
    <Section title={t("page.answersTitle")}>
      {lines.length === 0 ? <p className="text-ink-soft">{own ? t("page.noAnswersOwn") : t("page.noAnswers")}</p> : null}
      <ol className="flex flex-col gap-3">
        {lines.map(({ id, answer }) => (
          <li key={id}>{answer ? <AnswerCard answer={answer}>{deeds?.(answer)}</AnswerCard> : <p className="rounded-card border border-dashed border-line px-4 py-3 text-ink-soft">{t("page.gone")}</p>}</li>
        ))}
      </ol>
    </Section>
  );
}
