import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Card } from "../../ui/page.tsx";
import type { Answer } from "./building-requests.server.ts";

/** An answer in one line: "Ja, op 3 mei 2026". Needs `together`. */
export function useAnswerInWords(): (answer: Answer) => string {
  const t = useT("together");
  const day = useDay();
  return ({ answer, byDay }) => t(`answers.${answer}`, { date: byDay ? day(new Date(byDay)) : "" });
}

/** The answer that counts, and those before it. Needs `together`. */
export function Answers({ answers }: { answers: Answer[] }) {
  const t = useT("together");
  const day = useDay();
  const inWords = useAnswerInWords();
  const [newest, ...earlier] = answers;
  if (!newest) return null;
  return (
    <Card tone={newest.answer === "yes" ? "garden" : newest.answer === "later" ? "sun" : "plain"}>
      <h2 className="text-xl">{t("answers.title")}</h2>
      <p className="mt-1 text-lg font-semibold">{inWords(newest)}</p>
      {newest.text ? <p className="measure mt-1 break-words whitespace-pre-line">{newest.text}</p> : null}
      <p className="mt-1 text-sm text-ink-soft">{t("answers.on", { date: day(newest.answeredAt) })}</p>
      {earlier.length > 0 ? (
        <details className="mt-2">
          <summary className="min-h-11 content-center underline underline-offset-4">{t("answers.earlier", { count: earlier.length })}</summary>
          <ul className="flex flex-col gap-3">
            {earlier.map((answer) => (
              <li key={String(answer.answeredAt)}>
                <p className="text-sm text-ink-soft">{day(answer.answeredAt)}</p>
                <p className="font-semibold">{inWords(answer)}</p>
                {answer.text ? <p className="measure break-words whitespace-pre-line">{answer.text}</p> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}
