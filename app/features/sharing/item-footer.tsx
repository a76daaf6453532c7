import { Link } from "@remix-run/react";
import { Ban, Flag } from "lucide-react";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { dayInWords } from "../../i18n/day.ts";

/** Since when an item is shared and, for a neighbour, the ways to report it and to block its household. Needs `measures`. */
export function ItemFooter({ item, path }: { item: { own: boolean; sharedAt: Date | string | null }; path: string }) {
  const t = useT("measures");
  const locale = useLocale();
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-4 text-sm text-ink-soft">
      <span>{item.sharedAt ? t("detail.since", { date: dayInWords(item.sharedAt, locale) }) : null}</span>
      {item.own ? null : (
        <span className="flex flex-wrap gap-x-4">
          <Link to={`${path}/melden`} className="inline-flex min-h-11 items-center gap-2 underline underline-offset-4">
            <Flag aria-hidden className="size-4" />
            {t("detail.report")}
          </Link>
          <Link to={`${path}/blokkeren`} className="inline-flex min-h-11 items-center gap-2 underline underline-offset-4">
            <Ban aria-hidden className="size-4" />
            {t("detail.block")}
          </Link>
        </span>
      )}
    </p>
  );
}
