import type { ReactNode } from "react";
import type { ChartData } from "../../../ui/charts/chart-data.ts";
import { ChartTable } from "../../../ui/charts/chart-table.tsx";
import { Card } from "../../../ui/page.tsx";
import { useT } from "../../../i18n/use-t.tsx";

/** One chart on a sheet: what it counts, the picture, its figures as a table, what is unknown, the source, and what neighbours tell about it. Needs `profile`. */
export function FigureCard({ title, about, corner, data, notes, source, told, children }: { title: string; about?: string; corner: string; data: ChartData; notes: string[]; source: string; told: ReactNode; children?: ReactNode }) {
  const t = useT("profile");
  return (
    <Card>
      <h3 className="text-lg">{title}</h3>
      {about ? <p className="text-sm text-ink-soft">{about}</p> : null}
      <div className="mt-4">{children}</div>
      <div className="mt-3">
        <ChartTable data={data} caption={title} corner={corner} summary={t("table")} />
      </div>
      {notes.map((note) => (
        <p key={note} className="mt-2 text-sm">{note}</p>
      ))}
      <p className="mt-2 text-sm text-ink-soft">{source}</p>
      {told}
    </Card>
  );
}
