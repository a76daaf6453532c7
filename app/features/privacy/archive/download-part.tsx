import { Link } from "@remix-run/react";
import { Download } from "lucide-react";
import { useT } from "../../../i18n/use-t.tsx";
import { Section } from "../../../ui/page.tsx";
import { ownDataTables } from "../own-data-tables.ts";

/** The ways to a copy of the own data. Needs `privacy`. */
export function DownloadPart() {
  const t = useT("privacy");
  const link = "inline-flex min-h-11 items-center gap-2 text-garden underline underline-offset-4";
  return (
    <Section title={t("book.download")}>
      <p className="measure">{t("book.downloadText")}</p>
      <p>
        <Link to="/toestemmingen/archief" className={`${link} font-semibold`}>
          <Download aria-hidden className="size-5" />
          {t("book.downloadAll")}
        </Link>
      </p>
      <p>
        <a href="/toestemmingen/gegevens.json" download className={link}>
          {t("book.downloadJson")}
        </a>
      </p>
      <details className="rounded-card border border-line bg-surface p-4">
        <summary className="min-h-11 content-center font-semibold">{t("book.downloadCsv")}</summary>
        <ul className="grid sm:grid-cols-2">
          {ownDataTables.map((table) => (
            <li key={table}>
              <a href={`/toestemmingen/gegevens/${table}.csv`} download className={link}>
                {t(`book.tables.${table}`)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
