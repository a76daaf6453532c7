import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Choices } from "../../ui/fields.tsx";
import { Card } from "../../ui/page.tsx";
import { typed } from "../../ui/typed.ts";
import { MeasureIcon } from "../measures/measure-icon.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";

type OwnMeasure = { id: string; kind: MeasureKind; shown: boolean };

/** What neighbours see of the place, what they can come to see, and how one agrees on a time. Needs `visits` and `catalogue`. */
export function DoorFields({ values, errors, measures, streetName }: { values: FormValues; errors: FormErrors; measures: OwnMeasure[]; streetName: string }) {
  const t = useT("visits");
  const names = useT("catalogue");
  const chosen = values.measures;
  return (
    <>
      <Choices
        legend={t("open.measures")}
        hint={t("open.measuresHint")}
        name="measures[]"
        several
        error={errors.measures}
        chosen={chosen}
        choices={measures.map(({ id, kind, shown }) => ({ value: id, label: names(`kinds.${kind}`), hint: t(shown ? "open.shown" : "open.unshown"), icon: <MeasureIcon kind={kind} /> }))}
      />
      {measures.some(({ shown }) => shown) ? <Card tone="sun">{t("open.shownWarning")}</Card> : null}
      <PlaceField value={typed(values.place)} error={errors.place} street={t("open.streetHint", { street: streetName })} home={t("open.homeHint")} legend={t("open.place")} />
      <Choices
        legend={t("open.way")}
        name="way"
        error={errors.way}
        chosen={typed(values.way) ?? "moments"}
        choices={[
          { value: "moments", label: t("open.moments"), hint: t("open.momentsHint") },
          { value: "appointment", label: t("open.appointment"), hint: t("open.appointmentHint") },
        ]}
      />
    </>
  );
}

/** "Toon mijn huis" or "alleen mijn straat"; the street unless somebody chose otherwise. Its answers have names that no audience has, which style sheets look for. Needs `visits`. */
export function PlaceField({ value, error, legend, street, home }: { value: string | undefined; error?: string; legend: string; street: string; home: string }) {
  const t = useT("visits");
  return (
    <Choices
      legend={legend}
      name="place"
      error={error}
      chosen={value ?? "street_only"}
      choices={[
        { value: "street_only", label: t("open.street"), hint: street },
        { value: "home", label: t("open.home"), hint: home },
      ]}
    />
  );
}
