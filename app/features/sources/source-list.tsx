import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";
import { Facts, Section } from "../../ui/page.tsx";
import type { Licence, Source } from "./sources.ts";

/** A source with what is loaded of it; `scope` is said where a source has files of several publishers. */
export type ShownSource = Source & { attribution: string; loaded: { scope: string | null; sourceDate: string | null; importedAt: Date }[] };

/** Every source with whose it is, its licence, what it is for and of when it is. Needs `sources`. */
export function SourceList({ sources }: { sources: ShownSource[] }) {
  const t = useT("sources");
  return sources.map(({ id, kind, licence, attribution, loaded }) => (
    <Section key={id} title={t(`of.${id}.name`)}>
      <Facts
        facts={[
          { name: t("page.publisher"), value: id === "tiles" ? t("of.tiles.publisher", { attribution }) : t(`of.${id}.publisher`) },
          { name: t("page.licence"), value: <LicenceWords licence={licence} /> },
          { name: t("page.use"), value: <span className="font-normal">{t(`of.${id}.use`)}</span> },
          { name: t("page.loaded"), value: <LoadedWords kind={kind} loaded={loaded} /> },
        ]}
      />
    </Section>
  ));
}

function LicenceWords({ licence }: { licence: Licence }) {
  const t = useT("sources");
  const words = <span className="font-normal">{t(`licences.${licence}`)}</span>;
  if (licence !== "ccBy") return words;
  return (
    <>
      <a href="https://creativecommons.org/licenses/by/4.0/" rel="license noreferrer" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
        {words}
      </a>
      <span className="block text-sm font-normal text-ink-soft">{t("licences.ccByNote")}</span>
    </>
  );
}

function LoadedWords({ kind, loaded }: Pick<ShownSource, "kind" | "loaded">) {
  const t = useT("sources");
  const locale = useLocale();
  if (kind === null) return <span className="font-normal">{t("page.notFile")}</span>;
  if (loaded.length === 0) return t("page.notLoaded");
  return (
    <ul className="font-normal">
      {loaded.map(({ scope, sourceDate, importedAt }) => {
        const imported = dayInWords(importedAt, locale);
        const when = sourceDate ? t("page.asOf", { date: dayInWords(sourceDate, locale), imported }) : t("page.noDate", { imported });
        return <li key={scope}>{scope ? `${scope}: ${when}` : when}</li>;
      })}
    </ul>
  );
}
