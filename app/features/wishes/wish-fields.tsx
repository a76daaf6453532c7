import { horizons, obstacles } from "../../../db/schema/choices.ts";
import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Choices, TextArea, TextField } from "../../ui/fields.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";

type Fields = { values: FormValues; errors: FormErrors };
const text = (values: FormValues, name: string) => (typeof values[name] === "string" ? values[name] : undefined);

/** The questions about a wish for the own home. Needs `wishes` and `catalogue`. */
export function HomeWishFields({ kind, values, errors }: Fields & { kind: MeasureKind }) {
  const t = useT("wishes");
  const names = useT("catalogue");
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <Choices
        legend={t("form.horizon")}
        name="horizon"
        error={errors.horizon}
        chosen={text(values, "horizon") ?? ""}
        choices={[...horizons.map((value) => ({ value, label: names(`horizons.${value}`) })), { value: "", label: t("form.unknown") }]}
      />
      <Choices
        several
        columns
        legend={t("form.holdingBack")}
        hint={t("form.holdingBackHint")}
        name="holdingBack[]"
        error={errors.holdingBack}
        chosen={values.holdingBack}
        choices={obstacles.map((value) => ({ value, label: names(`obstacles.${value}`) }))}
      />
      <TextArea label={t("form.note")} hint={t("form.noteHint")} name="note" optional error={errors.note} defaultValue={text(values, "note")} />
    </>
  );
}

/** The questions about a wish for the neighbourhood. Needs `wishes`. */
export function NeighbourhoodWishFields({ values, errors }: Fields) {
  const t = useT("wishes");
  return (
    <>
      <TextField label={t("form.title")} hint={t("form.titleHint")} name="title" maxLength={120} error={errors.title} defaultValue={text(values, "title")} />
      <TextArea label={t("form.neighbourhoodNote")} hint={t("form.noteHint")} name="note" optional error={errors.note} defaultValue={text(values, "note")} />
    </>
  );
}
