import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";
import type { ownLabel } from "./own-label.server.ts";

type Label = Awaited<ReturnType<typeof ownLabel>>;

/** The energy label of the own home with its validity and source, or that none is known. Needs `home`. */
export function HomeLabel({ label }: { label: Label }) {
  const t = useT("home");
  const locale = useLocale();
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
