import { Form } from "@remix-run/react";
import { reportCategories } from "../../../db/schema/choices.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Choices, ErrorSummary, TextArea } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";

/** The page on which a neighbour's item is reported, or what neighbours ask `together`; `note` is what else there is to know before. Needs `reports`. */
export function ReportPage({ subject, path, together = false, note, problem }: { subject: string; path: string; together?: boolean; note?: string; problem?: { errors: FormErrors; values: FormValues } }) {
  const t = useT("reports");
  const typed = (name: string) => (typeof problem?.values[name] === "string" ? problem.values[name] : undefined);
  return (
    <Page title={t("title")} intro={t(together ? "introTogether" : "intro")} back={{ to: path, words: subject }}>
      <ErrorSummary errors={problem?.errors} />
      <p>{t("subject", { title: subject })}</p>
      {note ? <p className="measure">{note}</p> : null}
      <Form method="post" className="flex flex-col gap-6">
        <Choices
          legend={t("category")}
          name="category"
          error={problem?.errors.category}
          chosen={typed("category")}
          choices={reportCategories.map((category) => ({ value: category, label: t(`categories.${category}`) }))}
        />
        <TextArea label={t("note")} name="note" optional error={problem?.errors.note} defaultValue={typed("note")} />
        <Button wide>{t("send")}</Button>
      </Form>
    </Page>
  );
}
