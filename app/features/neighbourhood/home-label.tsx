import type { EnergyClass } from "../../../db/schema/choices.ts";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import { UndoButton } from "../own-home/undo-button.tsx";
import type { ownLabel } from "./own-label.server.ts";

type Label = Awaited<ReturnType<typeof ownLabel>>;

/** The energy label of the own home with its validity and source, or that none is known; beside what its household says. Needs `home` and `ownHome`. */
export function HomeLabel({ label, own }: { label: Label; own: EnergyClass | null }) {
  const t = useT("home");
  const byHousehold = useT("ownHome");
  const locale = useLocale();
  if (own && !(label?.energyClass === own && !label.expired)) {
    const register = label ? (label.expired ? byHousehold("expired", { class: label.energyClass }) : label.energyClass) : byHousehold("noneKnown");
    return (
      <Section title={t("label")}>
        <Facts facts={[{ name: t("labelClass"), value: own === "none" ? byHousehold("noLabelShort") : own, note: byHousehold("byYou", { register }), deed: <UndoButton fact="energyClass" /> }]} />
        {label ? <p className="measure text-sm text-ink-soft">{t("labelSource", { date: dayInWords(label.sourceDate, locale) })}</p> : null}
      </Section>
    );
  }
  if (!label) {
    return (
      <Section title={t("label")}>
        <div className="measure text-ink-soft">
          <p>{t("labelNone")}</p>
          <p className="mt-2">{t("labelNoneText")}</p>
        </div>
      </Section>
    );
  }
  const { energyClass, method, recordedOn, validUntil, expired, sourceDate } = label;
  const day = (date: string) => dayInWords(date, locale);
  const validity = validUntil === null ? t("labelNoEnd") : expired ? t("labelExpired", { date: day(validUntil) }) : t("labelValid", { date: day(validUntil) });
  return (
    <Section title={t("label")}>
      <Facts
        facts={[
          { name: t("labelClass"), value: energyClass, note: validity },
          { name: t("labelRecorded"), value: recordedOn ? day(recordedOn) : t("unknown") },
          { name: t("labelMethod"), value: method ?? t("unknown") },
        ]}
      />
      <div className="measure text-sm text-ink-soft">
        {expired ? <p className="mb-2">{t("labelExpiredText")}</p> : null}
        <p>{t("labelSource", { date: day(sourceDate) })}</p>
      </div>
    </Section>
  );
}
