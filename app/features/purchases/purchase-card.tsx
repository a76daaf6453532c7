import { Link } from "@remix-run/react";
import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import type { ListedPurchase } from "./list-purchases.server.ts";
import { OrdersBar } from "./orders-bar.tsx";

/** One purchase in a list. Needs `purchases` and `catalogue`. */
export function PurchaseCard({ purchase }: { purchase: ListedPurchase }) {
  const t = useT("purchases");
  const names = useT("catalogue");
  const locale = useLocale();
  return (
    <article className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
      <div>
        <h3 className="text-lg break-words">
          <Link to={`/samen-inkopen/${purchase.id}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {purchase.title}
          </Link>
        </h3>
        <p className="text-ink-soft">{purchase.kinds.map((kind) => names(`kinds.${kind}`)).join(", ")}</p>
      </div>
      <OrdersBar orders={purchase.orders} threshold={purchase.threshold} capacity={null} />
      <p className="text-sm text-ink-soft">{purchase.state === "open" ? t("list.until", { day: dayInWords(purchase.lastDay, locale) }) : t(`states.${purchase.state}`)}</p>
      {purchase.signUp ? (
        <p>
          <Link to={`/samen-inkopen/aanmelding/${purchase.signUp.id}`} className="inline-flex min-h-11 items-center rounded-full bg-garden-soft px-4 font-semibold text-garden underline underline-offset-4">
            {t("list.mine", { state: t(`shortStates.${purchase.signUp.state}`) })}
          </Link>
        </p>
      ) : null}
    </article>
  );
}
