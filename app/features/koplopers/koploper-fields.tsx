import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Choices, TextField } from "../../ui/fields.tsx";
import { Card } from "../../ui/page.tsx";
import { typed } from "../../ui/typed.ts";
import { measureKinds } from "../measures/catalogue.ts";
import { MeasureIcon } from "../measures/measure-icon.tsx";
import { PlaceField } from "../visits/door-fields.tsx";

/** What somebody may be asked about, in which words, and how much of their home shows. Needs `koplopers`, `visits` and `catalogue`. */
export function KoploperFields({ values, errors, streetName, shown }: { values: FormValues; errors: FormErrors; streetName: string; shown: boolean }) {
  const t = useT("koplopers");
  const names = useT("catalogue");
  return (
    <>
      <Choices legend={t("form.kinds")} name="kinds[]" several columns error={errors.kinds} chosen={values.kinds} choices={measureKinds.map((kind) => ({ value: kind, label: names(`kinds.${kind}`), icon: <MeasureIcon kind={kind} /> }))} />
      <PlaceField legend={t("form.place")} value={typed(values.place)} error={errors.place} street={t("form.streetHint", { street: streetName })} home={t("form.homeHint")} />
      {shown ? <Card tone="sun">{t("form.shown")}</Card> : null}
      <TextField label={t("form.line")} optional hint={`${t("form.lineHint")} ${t("form.lineStreet")}`} name="line" maxLength={300} error={errors.line} defaultValue={typed(values.line)} />
    </>
  );
}
