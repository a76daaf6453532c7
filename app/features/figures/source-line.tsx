import { useT } from "../../i18n/use-t.tsx";
import { figuresVersion, type FigureSource, figureSources } from "./figure-sources.ts";

/** Whose figures these are, of when, and where they can be looked up. Needs `figures`. */
export function SourceLine({ source }: { source: FigureSource }) {
  const t = useT("figures");
  const { publisher, title, date, where } = figureSources[source];
  return (
    <p className="text-sm text-ink-soft">
      {t("source", { publisher, title, date: date ?? t("noDate") })}{" "}
      <a href={where} rel="noreferrer" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
        {t("lookUp")}
      </a>{" "}
      {t("version", { version: figuresVersion })}
    </p>
  );
}
