import { dayInWords } from "../../i18n/day.ts";
import { useLocale, useT } from "../../i18n/use-t.tsx";
import { Card } from "../../ui/page.tsx";
import { euros } from "./euros.ts";
import type { numbersNow } from "./numbers-now.ts";
import { OrdersBar } from "./orders-bar.tsx";

type Shown = Pick<ReturnType<typeof numbersNow>, "bar" | "placesLeft" | "price"> & { lastDay: string; daysLeft: number; state: string };

/** How close it is: orders, what is missing, places, the price now and what the next one needs, days left. Needs `purchases`. */
export function PurchaseBar({ bar, placesLeft, price, lastDay, daysLeft, state }: Shown) {
  const t = useT("purchases");
  const locale = useLocale();
  const open = state === "open";
  return (
    <Card>
      <div className="flex flex-col gap-3" data-purchase-bar>
        <OrdersBar orders={bar.orders} threshold={bar.threshold} capacity={bar.capacity} />
        <ul className="flex flex-col gap-1">
          {open ? <li>{bar.missing > 0 ? t("bar.missing", { count: bar.missing }) : t("bar.reached")}</li> : null}
          <li>{t("bar.price", { price: euros(price, locale) })}</li>
          {open && bar.next ? <li>{t("bar.next", { count: bar.next.needs, price: euros(bar.next.cents, locale) })}</li> : null}
          {open && placesLeft !== null ? <li>{placesLeft > 0 ? t("bar.places", { count: placesLeft }) : t("bar.full")}</li> : null}
          {open ? <li>{t("bar.days", { count: daysLeft, day: dayInWords(lastDay, locale) })}</li> : null}
        </ul>
      </div>
    </Card>
  );
}
