import { Form } from "@remix-run/react";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { usePersonName } from "../sharing/person-name.tsx";
import type { AnswerOnPage } from "./answer-card.tsx";

/** What was said of an answer, and what who looks can say of it. `primary` where that is the one next thing to do. Needs `questions` and `catalogue`. */
export function AnswerDeeds({ answer, toOwnQuestion, primary }: { answer: AnswerOnPage; toOwnQuestion: boolean; primary: boolean }) {
  const t = useT("questions");
  const path = `/antwoorden/${answer.id}`;
  return (
    <div className="mt-3 flex flex-col gap-2">
      <Said answer={answer} />
      {answer.outcome && toOwnQuestion && !answer.accepted ? (
        <div className="flex flex-wrap gap-3">
          <Form method="post" action={`${path}/akkoord`}>
            <Button look={primary ? "primary" : "secondary"}>{t("verdict.accept")}</Button>
          </Form>
          {answer.missing ? null : (
            <ButtonLink look="secondary" to={`${path}/mist`}>
              {t("verdict.missing")}
            </ButtonLink>
          )}
        </div>
      ) : null}
      {answer.stale ? (
        <div className="rounded-card bg-sun-soft p-3">
          <p className="font-semibold">{t("verdict.staleTitle")}</p>
          <p>{t("verdict.stale")}</p>
          <div className="mt-2 flex flex-wrap gap-3">
            <Form method="post" action={`${path}/bevestiging`}>
              <Button look={primary ? "primary" : "secondary"}>{t("verdict.confirm")}</Button>
            </Form>
            <ButtonLink look="secondary" to={`/vragen/${answer.questionId}/uitkomst`}>
              {t("verdict.update")}
            </ButtonLink>
          </div>
        </div>
      ) : null}
      <Thanks answer={answer} path={path} />
    </div>
  );
}

function Said({ answer }: { answer: AnswerOnPage }) {
  const t = useT("questions");
  const locale = useLocale();
  const person = usePersonName();
  const { accepted, missing, confirmed } = answer;
  return (
    <>
      {accepted ? <p className="font-semibold text-garden">{t("verdict.accepted", { name: person(accepted), date: dayInWords(accepted.at, locale) })}</p> : null}
      {missing ? (
        <div>
          <p className="font-semibold">{t("verdict.missingBy", { name: person(missing), date: dayInWords(missing.at, locale) })}</p>
          <p className="measure break-words whitespace-pre-line">{missing.note}</p>
        </div>
      ) : null}
      {confirmed && !answer.stale ? <p className="text-ink-soft">{t("verdict.confirmed", { name: person(confirmed), date: dayInWords(confirmed.at, locale) })}</p> : null}
    </>
  );
}

function Thanks({ answer, path }: { answer: AnswerOnPage; path: string }) {
  const t = useT("questions");
  if (answer.own) return answer.thanks ? <p className="text-garden">{t("thanks.count", { count: answer.thanks })}</p> : null;
  return (
    <Form method="post" action={answer.thankedByMe ? `${path}/bedankje/terug` : `${path}/bedankje`} className="flex flex-wrap items-center gap-x-3">
      {answer.thankedByMe ? <span className="text-ink-soft">{t("thanks.thanked")}</span> : null}
      <Button look="quiet">{answer.thankedByMe ? t("thanks.undo") : t("thanks.thank")}</Button>
    </Form>
  );
}
