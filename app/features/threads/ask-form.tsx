import { Form } from "@remix-run/react";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary, TextArea } from "../../ui/fields.tsx";
import { Card, Page } from "../../ui/page.tsx";
import { typed } from "../../ui/typed.ts";
import { usePersonName } from "../sharing/person-name.tsx";

type Shown = { shownName: string | null; streetName: string };
type Props = { newId: string; neighbour: Shown; me: Shown; /** What it is about. */ intro: string; /** Who will read it. */ reads: string; asks: string[]; back: { to: string; words: string }; problem?: { errors: FormErrors; values: FormValues } };

/** The first question to a neighbour in private, with who will read it. Needs `threads` and `catalogue`. */
export function AskForm({ newId, neighbour, me, intro, reads, asks, back, problem }: Props) {
  const t = useT("threads");
  const person = usePersonName();
  return (
    <Page title={t("ask.title", { name: person(neighbour, true) })} intro={intro} back={back}>
      <ErrorSummary errors={problem?.errors} />
      {asks.length > 0 ? (
        <Card tone="garden">
          <p>{t("ask.asks")}</p>
          <ul className="mt-1 list-disc pl-5">
            {asks.map((ask) => (
              <li key={ask}>{ask}</li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Form method="post" className="flex flex-col gap-6">
        <input type="hidden" name="id" value={newId} />
        <TextArea label={t("ask.body")} hint={t("ask.bodyHint")} name="body" rows={5} maxLength={2000} error={problem?.errors.body} defaultValue={typed(problem?.values.body)} />
        <div className="flex measure flex-col gap-2 text-ink-soft">
          <p>{reads}</p>
          <p>{t("ask.asName", { name: person(me, true) })}</p>
          <p>{t("ask.moderators")}</p>
        </div>
        <Button wide>{t("ask.send")}</Button>
      </Form>
    </Page>
  );
}
