import { Link } from "@remix-run/react";
import { useNumber } from "../../i18n/use-number.ts";
import { useT } from "../../i18n/use-t.tsx";
import { writtenPostcode } from "../../i18n/postcode.ts";
import { Section } from "../../ui/page.tsx";
import type { PostcodeUse as Use } from "./use-of-postcode.server.ts";

/** What connections around the own home use on average, per product, with its year and source. Needs `home`. */
export function PostcodeUse({ use }: { use: Use[] }) {
  const t = useT("home");
  const number = useNumber();
  if (use.length === 0) return null;
  return (
    <Section title={t("postcodeUse.title")}>
      <ul className="flex flex-col gap-3">
        {use.map(({ product, from, to, connections, average, year, operator }) => {
          const range = from === to ? writtenPostcode(from) : t("postcodeUse.range", { from: writtenPostcode(from), to: writtenPostcode(to) });
          return (
            <li key={product} className="rounded-card border border-line bg-surface px-4 py-3">
              {t(`postcodeUse.${product}`, { range, connections: number(connections), average: number(average), year, operator })}
            </li>
          );
        })}
      </ul>
      <p className="text-sm text-ink-soft">{t("postcodeUse.note")}</p>
      <p className="text-sm">
        <Link to="/bronnen" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {t("postcodeUse.sources")}
        </Link>
      </p>
    </Section>
  );
}
