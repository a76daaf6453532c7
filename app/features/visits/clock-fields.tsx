import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { TextField } from "../../ui/fields.tsx";
import { typed } from "../../ui/typed.ts";

/** A day, and two times of the clock in the Netherlands. Needs `visits`. */
export function ClockFields({ values, errors }: { values: FormValues; errors: FormErrors }) {
  const t = useT("visits");
  return (
    <>
      <TextField label={t("moment.day")} type="date" name="day" error={errors.day} defaultValue={typed(values.day)} className="sm:max-w-60" />
      <div className="flex flex-wrap gap-4">
        <TextField label={t("moment.from")} type="time" name="from" error={errors.from} defaultValue={typed(values.from)} />
        <TextField label={t("moment.until")} type="time" name="until" error={errors.until} defaultValue={typed(values.until)} />
      </div>
    </>
  );
}
