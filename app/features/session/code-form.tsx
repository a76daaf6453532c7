import { Form } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary, TextField } from "../../ui/fields.tsx";
import { Page } from "../../ui/page.tsx";

type Props = {
  title: string;
  /** Where the mail went; null when there is none any more. */
  email: string | null;
  /** The page where a new mail is asked for. */
  again: string;
  problem?: { errors: Record<string, string>; values: Record<string, string | string[]> };
};

/** After a mail was sent: look in your mail, or type its code here. */
export function CodePage({ title, email, again, problem }: Props) {
  const t = useT("session");
  return (
    <Page title={title} intro={email ? t("code.intro", { email }) : t("code.introOver")}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <CodeField label={t("code.label")} hint={t("code.hint")} error={problem?.errors.code} value={problem?.values.code} />
        <Button wide>{t("code.action")}</Button>
      </Form>
      <div className="flex flex-col items-start gap-3">
        <p className="measure text-ink-soft">{t("code.again")}</p>
        <ButtonLink look="secondary" to={again}>
          {t("code.askAgain")}
        </ButtonLink>
      </div>
    </Page>
  );
}

/** A field for a code of eight letters and digits. */
export function CodeField({ label, hint, error, value }: { label: string; hint: string; error?: string; value?: string | string[] }) {
  return (
    <TextField
      name="code"
      label={label}
      hint={hint}
      error={error}
      defaultValue={value}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      maxLength={20}
      className="max-w-64 font-mono text-xl tracking-widest uppercase"
    />
  );
}
