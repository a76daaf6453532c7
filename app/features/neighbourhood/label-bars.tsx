import { useNumber } from "../../i18n/use-number.ts";
import { useT } from "../../i18n/use-t.tsx";
import { PartBar } from "../../ui/charts/part-bar.tsx";
import type { StreetLabels } from "./labels-per-street.server.ts";

const letters = "ABCDEFG";

/** How energy labels are spread in each street: a bar, and beneath it the same in words. Needs `catalogue`. */
export function LabelBars({ streets, className }: { streets: StreetLabels[]; className: string }) {
  const t = useT("catalogue");
  const number = useNumber();
  const classes = (best: string, worst: string) => (best === worst ? t("labels.one", { best }) : t("labels.several", { best, worst }));
  return (
    <ul className={className}>
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
  );
}
