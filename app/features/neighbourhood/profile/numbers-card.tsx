import type { ReactNode } from "react";
import type { AreaName } from "./areas-here.server.ts";
import { FigureCard } from "./figure-card.tsx";
import type { FiguresOfYear } from "./figures-of.ts";
import type { SingleIndicator } from "./indicator-groups.ts";
import { useFigures } from "./use-figures.ts";

/** A few numbers of the neighbourhood, large enough to be read at a glance; those of the areas around are in the table. Needs `profile`. */
export function NumbersCard({ areas, figures, told }: { areas: AreaName[]; figures: FiguresOfYear<SingleIndicator>; told: ReactNode }) {
  const { t, ofYear } = useFigures();
  const { data, notes } = ofYear(areas, figures);
  return (
    <FigureCard title={`${t("numbers.title")} (${figures.year})`} about={t("numbers.about")} corner={t("what")} data={data} notes={notes} source={t("source", { source: figures.sources.join("; ") })} told={told}>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        {data.rows.map(({ name, values }) => (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="font-heading text-2xl font-semibold tabular-nums">{values[0]!.shown}</dd>
          </div>
        ))}
      </dl>
    </FigureCard>
  );
}
