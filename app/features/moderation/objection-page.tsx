import { Form } from "@remix-run/react";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary, TextArea } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";
import { typed } from "../../ui/typed.ts";

/** The page on which somebody objects to a decision. Needs `decisions`. */
export function ObjectionPage({ first, back, problem }: { first: "hidden" | "kept"; back: string; problem?: { errors: FormErrors; values: FormValues } }) {
  const t = useT("decisions");
  const hidden = first === "hidden";
  return (
    <Page
      title={t("objection.title")}
      intro={hidden ? t("objection.introHidden") : t("objection.introKept")}
      back={{ to: back, words: hidden ? t("objection.backHidden") : t("objection.backKept") }}
    >
      <ErrorSummary errors={problem?.errors} />
      <p className="measure">{t("objection.once")}</p>
      <Form method="post" className="flex flex-col gap-6">
        <TextArea
          label={t("objection.reason")}
          hint={t("objection.reasonHint")}
          error={problem?.errors.reason}
          name="reason"
          rows={7}
          maxLength={1000}
          defaultValue={typed(problem?.values.reason)}
          required
        />
        <Button wide>{t("objection.submit")}</Button>
      </Form>
    </Page>
  );
}
