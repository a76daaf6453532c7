import type { ReactNode } from "react";
import { dayInWords } from "../../../i18n/day.ts";
import { useLocale } from "../../../i18n/use-t.tsx";
import { PartBar } from "../../../ui/charts/part-bar.tsx";
import { Card, Section } from "../../../ui/page.tsx";
import type { StreetLabels } from "./labels-per-street.server.ts";
import { useFigures } from "./use-figures.ts";

const letters = "ABCDEFG";

/** How energy labels are spread in each street: a bar, and beneath it the same in words. `date` is that of the file, yyyy-mm-dd. Needs `profile`. */
export function LabelsPart({ streets, date, told }: { streets: StreetLabels[]; date: string | null; told: ReactNode }) {
  const { t, number } = useFigures();
  const locale = useLocale();
  const classes = (best: string, worst: string) => (best === worst ? t("labels.one", { best }) : t("labels.several", { best, worst }));
  return (
    <Section title={t("labels.title")}>
      <p className="-mt-2 measure text-ink-soft">{streets.length > 0 ? t("labels.text") : t("labels.none")}</p>
      {streets.length > 0 ? (
        <Card>
          <ul className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
            {streets.map(({ street, groups }, index) => {
              const written = groups.map(({ best, worst, homes }) => t("labels.group", { classes: classes(best, worst), homes: number(homes) }));
              const parts = groups.map(({ best, worst, homes }) => ({ name: best, value: homes, shade: (letters.indexOf(best) + letters.indexOf(worst)) / 12 }));
              return (
                <li key={index} className="flex flex-col gap-1.5">
                  <h3 className="font-semibold">{street}</h3>
                  <PartBar title={street} description={written.join(", ")} parts={parts} />
                  <ul className="flex flex-wrap gap-x-4 text-sm text-ink-soft tabular-nums">
                    {written.map((words) => (
                      <li key={words}>{words}</li>
                    ))}
                  </ul>
                </li>
              );
            })}
          </ul>
          {date ? <p className="mt-4 text-sm text-ink-soft">{t("labels.source", { date: dayInWords(date, locale) })}</p> : null}
          {told}
        </Card>
      ) : null}
    </Section>
  );
}
