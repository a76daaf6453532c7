import { Form } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary, StepsLine } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";
import { CodeField } from "../session/code-form.tsx";

type Props = { title: string; address: string; mayAskAgain: boolean; whenAgain: string; problem?: { errors: Record<string, string>; values: Record<string, string | string[]> } };

/** The page that the QR on the letter opens. */
export function LetterCodePage({ title, address, mayAskAgain, whenAgain, problem }: Props) {
  const t = useT("join");
  return (
    <Page title={title} intro={t("code.intro", { address })}>
      <StepsLine step={4} of={4} />
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <CodeField label={t("code.label")} hint={t("code.hint")} error={problem?.errors.code} value={problem?.values.code} />
        <Button wide>{t("code.action")}</Button>
      </Form>
      <div className="flex flex-col items-start gap-3">
        <h2 className="text-xl">{t("code.again")}</h2>
        <p className="measure text-ink-soft">{whenAgain}</p>
        {mayAskAgain ? (
          <Form method="post" action="/meedoen/brief">
            <Button look="secondary">{t("code.askAgain")}</Button>
          </Form>
        ) : null}
        <ButtonLink look="quiet" to="/meedoen/manier">
          {t("code.otherWay")}
        </ButtonLink>
        <ButtonLink look="quiet" to="/meedoen/stoppen">
          {t("code.stop")}
        </ButtonLink>
      </div>
    </Page>
  );
}
