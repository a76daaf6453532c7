import type { ReactNode } from "react";
import { dayInWords } from "../../../i18n/day.ts";
import { useLocale, useT } from "../../../i18n/use-t.tsx";
import { Card, Section } from "../../../ui/page.tsx";
import { LabelBars } from "../label-bars.tsx";
import type { StreetLabels } from "../labels-per-street.server.ts";

/** How energy labels are spread in each street: a bar, and beneath it the same in words. `date` is that of the file, yyyy-mm-dd. Needs `profile` and `catalogue`. */
export function LabelsPart({ streets, date, told }: { streets: StreetLabels[]; date: string | null; told: ReactNode }) {
  const t = useT("profile");
  const locale = useLocale();
  return (
    <Section title={t("labels.title")}>
      <p className="-mt-2 measure text-ink-soft">{streets.length > 0 ? t("labels.text") : t("labels.none")}</p>
      {streets.length > 0 ? (
        <Card>
          <LabelBars streets={streets} className="grid gap-x-10 gap-y-5 lg:grid-cols-2" />
          {date ? <p className="mt-4 text-sm text-ink-soft">{t("labels.source", { date: dayInWords(date, locale) })}</p> : null}
          {told}
        </Card>
      ) : null}
    </Section>
  );
}
