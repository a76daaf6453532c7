import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import { Facts, Section } from "../../ui/page.tsx";
import type { LoadedLine } from "./editions.ts";
import type { Licence, Source } from "./sources.ts";

/** A source with what is loaded of it; `scope` is said where a source has files of several publishers. */
export type ShownSource = Source & { attribution: string; loaded: LoadedLine[] };

/** Every source with whose it is, its licence, what it is for and of when it is. Needs `sources`. */
export function SourceList({ sources }: { sources: ShownSource[] }) {
  const t = useT("sources");
  return sources.map(({ id, kind, licence, attribution, loaded }) => (
    <Section key={id} title={t(`of.${id}.name`)}>
      <Facts
        facts={[
          { name: t("page.publisher"), value: id === "tiles" ? t("of.tiles.publisher", { attribution }) : t(`of.${id}.publisher`) },
          { name: t("page.licence"), value: <LicenceWords id={id} licence={licence} /> },
          { name: t("page.use"), value: <span className="font-normal">{t(`of.${id}.use`)}</span> },
          { name: t("page.loaded"), value: <LoadedWords kind={kind} loaded={loaded} /> },
        ]}
      />
    </Section>
  ));
}

function LicenceWords({ id, licence }: { id: Source["id"]; licence: Licence }) {
  const t = useT("sources");
  const words = <span className="font-normal">{t(`licences.${licence}`)}</span>;
  if (licence !== "ccBy") return words;
  return (
    <>
      <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noreferrer" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
        {words}
      </a>
      <span className="block text-sm font-normal text-ink-soft">{t(id === "cbs" ? "licences.ccByNote" : "licences.ccByPart")}</span>
    </>
  );
}

function LoadedWords({ kind, loaded }: Pick<ShownSource, "kind" | "loaded">) {
  const t = useT("sources");
  if (kind === null) return <span className="font-normal">{t("page.notFile")}</span>;
  if (loaded.length === 0) return t("page.notLoaded");
  return (
    <ul className="font-normal">
      {loaded.map((line) => (
        <li key={line.scope}>
          {line.scope ? `${line.scope}: ` : null}
          <When {...line} />
        </li>
      ))}
    </ul>
  );
}

function When({ years, from, to, importedAt }: LoadedLine) {
  const t = useT("sources");
  const locale = useLocale();
  const imported = dayInWords(importedAt, locale);
  const words = new Intl.ListFormat(locale).format(years);
  if (!from || !to) return years.length > 0 ? t("page.ofYears", { years: words, imported }) : t("page.noDate", { imported });
  const date = dayInWords(to, locale);
  if (years.length > 0) return t("page.ofYearsAsOf", { years: words, date, imported });
  return from === to ? t("page.asOf", { date, imported }) : t("page.asOfSeveral", { from: dayInWords(from, locale), date, imported });
}
