import { useT } from "../../i18n/use-t.tsx";
import { TextField } from "../../ui/fields.tsx";

/** The six digits that an app for codes shows. Needs `moderation`. */
export function AppCodeField({ error }: { error: string | undefined }) {
  const t = useT("moderation");
  return (
    <TextField
      label={t("secondFactor.code")}
      hint={t("secondFactor.codeHint")}
      error={error}
      name="code"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={9}
      className="max-w-48 text-2xl tracking-widest"
      required
    />
  );
}
