import type { Locale } from "../../../../db/schema/auth.ts";
import { serverT } from "../../../i18n/words.server.ts";
import type { Release } from "./release.ts";
import { releaseWords } from "../release-words.ts";

/** One line per cell, as the page shows it; `value` is the number where one is said. */
export function figureLines(releases: readonly Release[], locale: Locale, topic: string | null) {
  const t = serverT(locale, "releases");
  const words = releaseWords(t, serverT(locale, "catalogue"));
  return releases.flatMap((release) =>
    release.tables
      .filter((table) => topic === null || table.topic === topic)
      .flatMap((table) =>
        table.cells.map((cell) => ({
          area: release.area,
          area_name: words.area(release.area, release.areaName),
          quarter: release.quarter,
          release: release.number,
          prepared_on: release.preparedOn,
          published_on: release.publishedOn,
          dwellings: release.dwellings,
          table: table.topic,
          table_name: t(`topics.${table.topic}.title`),
          cell: cell.cell,
          cell_name: words.cell(cell.cell),
          shown: words.shown(cell),
          value: cell.value,
        })),
      ),
  );
}
