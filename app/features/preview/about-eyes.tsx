import { Link } from "@remix-run/react";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Card, Section } from "../../ui/page.tsx";
import { useReleaseWords } from "../insights/release-words.ts";
import type { previewPage } from "./preview-page.server.ts";

type Preview = Awaited<ReturnType<typeof previewPage>>;
const link = "inline-flex min-h-11 items-center text-garden underline underline-offset-4";

/** What somebody with these eyes gets to see besides, and what never. Needs `preview`, `releases` and `catalogue`. */
export function AboutEyes({ preview: { eyes, looks, counts, releases } }: { preview: Preview }) {
  const t = useT("preview");
  const locale = useLocale();
  const { area: areaWords, quarter: quarterWords } = useReleaseWords();
  if (eyes === "moderator") {
    return (
      <Card tone="sky">
        <h2 className="text-lg">{t("moderator.title")}</h2>
        <ul className="mt-1 measure list-disc space-y-1 pl-5">
          <li>{t("moderator.reported")}</li>
          <li>{t("moderator.logged")}</li>
          <li>{t("moderator.neighbour")}</li>
          <li>{t("moderator.address")}</li>
        </ul>
        <p className="mt-2 font-semibold">{looks > 0 ? t("moderator.looks", { count: looks }) : t("moderator.noLooks")}</p>
        <p>
          <Link to="/toestemmingen#gekeken" className={link}>
            {t("moderator.readLooks")}
          </Link>
        </p>
      </Card>
    );
  }
  if (eyes === "municipality") {
    return (
      <>
        <Card tone="sky">
          <h2 className="text-lg">{t("municipality.title")}</h2>
          <p className="mt-1 measure">{t("municipality.text")}</p>
          <p className="mt-2 measure font-semibold">{t(counts ? "municipality.counts" : "municipality.countsNot")}</p>
          <p>
            <Link to="/welkom/cijfers" className={link}>
              {t("municipality.change")}
            </Link>
          </p>
        </Card>
        <Section title={t("municipality.releases")}>
          {releases.length > 0 ? (
            <ul className="list-disc pl-5">
              {releases.map(({ id, area, areaName, quarter, publishedOn }) => (
                <li key={id}>
                  <Link to={`/cijfers?buurt=${area}`} className={link}>
                    {t("municipality.release", { area: areaWords(area, areaName), quarter: quarterWords(quarter), day: dayInWords(publishedOn, locale) })}
                  </Link>
                </li>
              ))}
            </ul>
          ) : (
            <p className="measure">{t("municipality.noReleases")}</p>
          )}
        </Section>
      </>
    );
  }
  return (
    <Card tone="sky">
      <p className="measure">{t("neighbour.text")}</p>
      <p className="mt-2 measure">{t("neighbour.purchases")}</p>
    </Card>
  );
}
