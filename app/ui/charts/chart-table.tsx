import type { ChartData } from "./chart-data.ts";

/** The figures of a chart as a table, one click away. `corner` is what the rows are, such as "Jaar". */
export function ChartTable({ data, caption, corner, summary }: { data: ChartData; caption: string; corner: string; summary: string }) {
  return (
    <details>
      <summary className="min-h-11 content-center text-garden underline underline-offset-4">
        {summary}<span className="sr-only">: {caption}</span>
      </summary>
      <table className="mt-2 w-full table-fixed border-collapse text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line-strong align-bottom">
            <th scope="col" className="w-1/3 py-2 pr-2 font-normal text-ink-soft">{corner}</th>
            {data.series.map((name) => (
              <th key={name} scope="col" className="py-2 pl-2 text-right font-semibold break-words hyphens-auto">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ name, values }) => (
            <tr key={name} className="border-b border-line">
              <th scope="row" className="py-2 pr-2 font-normal break-words hyphens-auto">{name}</th>
              {values.map(({ shown }, index) => (
                <td key={index} className="py-2 pl-2 text-right break-words tabular-nums">{shown}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
