import { Form } from "@remix-run/react";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { typed } from "../../ui/typed.ts";
import { Tick } from "./tick.tsx";

type Problem = { values: FormValues; errors: FormErrors } | undefined;

/** What an answer says. Needs `questions`. */
export function AnswerFields({ values, errors }: { values: FormValues; errors: FormErrors }) {
  const t = useT("questions");
  return (
    <>
      <TextArea label={t("answer.form")} hint={t("answer.formHint")} name="body" rows={5} maxLength={2000} required error={errors.body} defaultValue={typed(values.body)} />
      <Tick name="commercial" on={Boolean(values.commercial)}>
        {t("answer.commercial")}
      </Tick>
    </>
  );
}

/** What is said yes to when something is put beneath a question: the very text that the ledger keeps. Needs `questions`. */
export function AnswerConsent({ text }: { text: string }) {
  const t = useT("questions");
  return (
    <p className="rounded-card bg-sky-soft p-4">
      <span className="block font-semibold">{t("answer.consentTitle")}</span>
      {text}
    </p>
  );
}

/** The form of a new answer. Needs `questions`. @param props.gone the question was taken away while this was being typed */
export function AnswerForm({ action, newId, consent, problem, primary, gone = false }: { action: string; newId: string; consent: string; problem?: Problem; primary: boolean; gone?: boolean }) {
  const t = useT("questions");
  return (
    <Form method="post" action={action} className="flex flex-col gap-4">
      <input type="hidden" name="id" value={newId} />
      <AnswerFields values={problem?.values ?? {}} errors={problem?.errors ?? {}} />
      {gone ? (
        <p role="alert" className="rounded-card bg-sun-soft p-4">
          {t("answer.gone")}
        </p>
      ) : (
        <>
          <AnswerConsent text={consent} />
          <Button wide look={primary ? "primary" : "secondary"}>
            {t("answer.send")}
          </Button>
        </>
      )}
    </Form>
  );
}
