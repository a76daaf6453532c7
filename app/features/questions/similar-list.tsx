import { useT } from "../../i18n/use-t.tsx";
import { QuestionCard } from "./question-card.tsx";
import type { SimilarQuestion } from "./similar-questions.server.ts";

/** Questions that look like one's own, each with the beginning of what came of it. Needs `questions` and `catalogue`. */
export function SimilarList({ questions }: { questions: SimilarQuestion[] }) {
  const t = useT("questions");
  return (
    <ul className="flex flex-col gap-3">
      {questions.map((question) => (
        <li key={question.id}>
          <QuestionCard question={question}>
            {question.outcome ? (
              <p className="measure border-l-4 border-garden pl-3 break-words">
                <span className="block text-sm font-semibold">{t("ask.found")}</span>
                <span className="line-clamp-3">{question.outcome}</span>
              </p>
            ) : null}
          </QuestionCard>
        </li>
      ))}
    </ul>
  );
}
