import type { FormErrors, FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Choices, TextArea, TextField } from "../../ui/fields.tsx";

const use = [
  ["gasBeforeM3", "gasBefore"],
  ["gasAfterM3", "gasAfter"],
  ["powerBeforeKwh", "powerBefore"],
  ["powerAfterKwh", "powerAfter"],
] as const;

/** How a measure is: satisfaction, in words, use before and after, a photo. Needs `measures` and `catalogue`. */
export function ExperienceFields({ planned, photos, values, errors }: { planned: boolean; photos: boolean; values: FormValues; errors: FormErrors }) {
  const t = useT("measures");
  const names = useT("catalogue");
  const field = (name: string) => ({ name, error: errors[name], defaultValue: typeof values[name] === "string" ? values[name] : undefined, optional: true });
  const wrongUse = use.some(([name]) => errors[name]);
  const filledUse = use.some(([name]) => values[name]);
  return (
    <>
      {planned ? null : (
        <Choices
          legend={t("experience.satisfaction")}
          name="satisfaction"
          error={errors.satisfaction}
          chosen={typeof values.satisfaction === "string" ? values.satisfaction : undefined}
          choices={(["5", "4", "3", "2", "1"] as const).map((value) => ({ value, label: names(`satisfaction.${value}`) }))}
        />
      )}
      <TextArea label={t(planned ? "experience.plan" : "experience.experience")} hint={t(planned ? "experience.planHint" : "experience.experienceHint")} rows={6} {...field("experience")} />
      {planned ? null : <TextArea label={t("experience.wouldDoDifferently")} {...field("wouldDoDifferently")} />}
      {planned ? null : (
        <details open={wrongUse || filledUse} className="rounded-card border border-line bg-surface p-4">
          <summary className="min-h-11 content-center font-semibold">{t("experience.use")}</summary>
          <p className="mt-1 mb-3 text-ink-soft">{t("experience.useHint")}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            {use.map(([name, words]) => (
              <TextField key={name} label={t(`experience.${words}`)} inputMode="numeric" {...field(name)} />
            ))}
          </div>
        </details>
      )}
      {photos ? (
        <>
          <TextField type="file" label={t("experience.photo")} hint={t("experience.photoHint")} accept="image/jpeg,image/png,image/webp" name="photo" error={errors.photo} optional />
          <TextField label={t("experience.photoAlt")} hint={t("experience.photoAltHint")} maxLength={200} {...field("photoAlt")} />
        </>
      ) : null}
    </>
  );
}
