import { Form } from "@remix-run/react";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary, TextArea } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";
import { typed } from "../../ui/typed.ts";

/** Asks once more before something is called off, with room for a line. Needs `visits`. */
export function CallOffForm({ title, intro, back, problem }: { title: string; intro: string; back: string; problem: { errors: FormErrors; values: FormValues } | undefined }) {
  const t = useT("visits");
  return (
    <Page title={title} intro={intro}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <TextArea label={t("callOff.words")} optional name="words" rows={3} maxLength={500} error={problem?.errors.words} defaultValue={typed(problem?.values.words)} />
        <p className="flex flex-col gap-3 sm:flex-row">
          <Button look="danger" wide>
            {t("callOff.send")}
          </Button>
          <ButtonLink look="secondary" wide to={back}>
            {t("callOff.keep")}
          </ButtonLink>
        </p>
      </Form>
    </Page>
  );
}
