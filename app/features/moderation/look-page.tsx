import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { type LookReason, lookReasons } from "../../../db/schema/choices.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Choices, ErrorSummary, TextArea } from "../../ui/fields.tsx";
import { Card, Page } from "../../ui/page.tsx";
import { typed } from "../../ui/typed.ts";
import type { ReportedItem } from "./look-at-reported.server.ts";
import { ReportedItemCard } from "./reported-item-card.tsx";

type Answer = { item: ReportedItem | "taken-back" } | { errors: FormErrors; values: FormValues } | undefined;

/**
 * Asks a moderator why they look, and then shows what neighbours saw; `children` is what can be done next. Needs `moderation`,
 * `catalogue`, `measures` and `wishes`.
 */
export function LookPage({ reason, back, answer, children }: { /** What it is probably for. */ reason: LookReason; back: { to: string; words: string }; answer: Answer; children: ReactNode }) {
  const t = useT("moderation");
  const problem = answer && "errors" in answer ? answer : undefined;
  if (answer && "item" in answer) {
    return (
      <Page title={t("look.seenTitle")} back={back}>
        {answer.item === "taken-back" ? <Card tone="sky">{t("report.takenBack")}</Card> : <ReportedItemCard item={answer.item} />}
        {children}
      </Page>
    );
  }
  return (
    <Page title={t("look.title")} intro={t("look.intro")} back={back}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices
          legend={t("look.reason")}
          error={problem?.errors.reason}
          name="reason"
          chosen={typed(problem?.values.reason) ?? reason}
          choices={lookReasons.map((value) => ({ value, label: t(`look.reasons.${value}`) }))}
        />
        <TextArea label={t("look.note")} hint={t("look.noteHint")} error={problem?.errors.note} name="note" rows={2} maxLength={300} optional defaultValue={typed(problem?.values.note)} />
        <Button wide>{t("look.submit")}</Button>
      </Form>
    </Page>
  );
}
