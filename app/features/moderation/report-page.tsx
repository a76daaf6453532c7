import { Form } from "@remix-run/react";
import { reportCategories } from "../../../db/schema/choices.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Choices, ErrorSummary, TextArea } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";

const intros = { neighbour: "intro", together: "introTogether", municipality: "introMunicipality" } as const;

/** The page on which something is reported: `of` a neighbour, of what neighbours ask together, or of the municipality; `note` is what else there is to know before. Needs `reports`. */
export function ReportPage({ subject, path, of = "neighbour", note, problem }: { subject: string; path: string; of?: keyof typeof intros; note?: string; problem?: { errors: FormErrors; values: FormValues } }) {
  const t = useT("reports");
  const typed = (name: string) => (typeof problem?.values[name] === "string" ? problem.values[name] : undefined);
  return (
    <Page title={t("title")} intro={t(intros[of])} back={{ to: path, words: subject }}>
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
