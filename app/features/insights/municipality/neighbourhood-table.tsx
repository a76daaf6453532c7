import { Link } from "@remix-run/react";
import { useT } from "../../../i18n/use-t.tsx";
import type { Release } from "../published/release.ts";
import { useReleaseWords } from "../release-words.ts";
import type { Share } from "./share-map.ts";

export type TableRow = { area: string; name: string; release: Release | null; share: Share };

/** Areas with their newest release and how many homes are counted in it. Needs `figureDesk`, `releases` and `catalogue`. */
export function NeighbourhoodTable({ rows, caption }: { rows: TableRow[]; caption: string }) {
  const t = useT("figureDesk");
  const words = useReleaseWords();
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line-strong align-bottom text-sm text-ink-soft">
          <th scope="col" className="py-2 pr-2 font-normal">{t("gemeente.name")}</th>
          <th scope="col" className="py-2 pr-2 font-normal">{t("gemeente.last")}</th>
          <th scope="col" className="py-2 text-right font-normal">{t("gemeente.takingPart")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ area, name, release, share }) => {
          const cell = release?.tables.find(({ topic }) => topic === "taking_part")?.cells[0];
          return (
            <tr key={area} className="border-b border-line align-top">
              <th scope="row" className="py-1 pr-2 font-semibold break-words">
                {release ? (
                  <Link to={`/cijfers?buurt=${area}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">{words.area(area, name)}</Link>
                ) : (
                  <span className="inline-flex min-h-11 items-center">{words.area(area, name)}</span>
                )}
              </th>
              <td className="py-3 pr-2 text-sm">{release ? words.t("round", { number: release.number, quarter: words.quarter(release.quarter) }) : t("gemeente.none")}</td>
              <td className="py-3 text-right text-sm tabular-nums">
                {cell ? words.shown(cell) : words.t("notHere")}
                {share.percent === null ? null : <span className="block text-ink-soft">{t("gemeente.share", { percent: share.percent })}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
