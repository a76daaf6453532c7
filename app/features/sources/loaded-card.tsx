import { useLocale, useT } from "../../i18n/use-t.tsx";
import { useNumber } from "../../i18n/use-number.ts";
import { dayInWords } from "../../i18n/day.ts";
import { Facts, Section } from "../../ui/page.tsx";
import type { LoadedInFull } from "./loaded-in-full.server.ts";
import { splitScope } from "./editions.ts";
import { reasonWords } from "./reason-words.ts";
import { sourceOfKind } from "./sources.ts";

/**
 * One thing that is loaded: of when, how much of it is used, why the rest is not, and what residents notice of it; what is loaded of
 * `earlier` years is folded. Needs `sources`.
 */
export function LoadedCard({ loaded, earlier }: { loaded: LoadedInFull; earlier: LoadedInFull[] }) {
  const t = useT("sources");
  const locale = useLocale();
  const { kind, scope } = loaded;
  const id = sourceOfKind(kind)?.id;
  const name = id ? t(`of.${id}.name`) : kind;
  const explained = id ? t(`meaning.${id}`) : t("desk.meaningOther");
  const years = earlier.map((each) => splitScope(each.scope).year ?? each.scope);
  return (
    <Section title={scope ? `${name}: ${scope}` : name}>
      <Edition loaded={loaded} meaning={explained} />
      {earlier.length > 0 ? (
        <details>
          <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("desk.earlier", { years: new Intl.ListFormat(locale).format(years) })}</summary>
          <div className="flex flex-col gap-4 pt-2">
            {earlier.map((each) => (
              <section key={each.scope} className="flex flex-col gap-2">
                <h3 className="text-lg">{each.scope}</h3>
                <Edition loaded={each} />
              </section>
            ))}
          </div>
        </details>
      ) : null}
    </Section>
  );
}

function Edition({ loaded, meaning }: { loaded: LoadedInFull; meaning?: string }) {
  const t = useT("sources");
  const locale = useLocale();
  const number = useNumber();
  const { scope, sourceDate, importedAt, file, read, kept, leftOut, matched } = loaded;
  const { year } = splitScope(scope);
  return (
    <>
      <Facts
        facts={[
          { name: t("desk.date"), value: sourceDate ? dayInWords(sourceDate, locale) : year ? t("desk.ofYear", { year }) : t("desk.noDate") },
          { name: t("desk.imported"), value: dayInWords(importedAt, locale) },
          { name: t("desk.file"), value: <span className="font-normal break-all">{file}</span> },
          ...(read === null ? [] : [{ name: t("desk.counts"), value: kept === null ? t("desk.readValue", { read: number(read) }) : t("desk.countsValue", { read: number(read), kept: number(kept) }) }]),
          ...(matched ? [{ name: t("desk.matched"), value: t("desk.matchedValue", { homes: number(matched.homes), of: number(matched.of) }) }] : []),
          ...(meaning ? [{ name: t("desk.meaning"), value: <span className="font-normal">{meaning}</span> }] : []),
        ]}
      />
      {leftOut?.length ? (
        <details>
          <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("desk.leftOut")}</summary>
          <ul className="measure list-disc space-y-1 pl-5">
            {leftOut.map(({ reason, count }) => (
              <li key={reason}>
                {reasonWords(t, reason)}: <span className="tabular-nums">{number(count)}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
