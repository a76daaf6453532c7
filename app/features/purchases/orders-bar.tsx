import { useT } from "../../i18n/use-t.tsx";

/** Orders against the threshold, and what can be fitted at most. The words beside it say the same. Needs `purchases`. */
export function OrdersBar({ orders, threshold, capacity }: { orders: number; threshold: number; capacity: number | null }) {
  const t = useT("purchases");
  const most = Math.max(capacity ?? 0, threshold, orders, 1);
  return (
    <div className="flex flex-col gap-1.5">
      <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="h-4 w-full rounded-full border border-line-strong bg-raised">
        <rect width={(100 * orders) / most} height="4" className={orders >= threshold ? "fill-garden" : "fill-sun"} />
        {most > threshold ? <rect x={(100 * threshold) / most} width="0.6" height="4" className="fill-ink" /> : null}
      </svg>
      <p className="font-semibold">{t("bar.orders", { count: orders, threshold })}</p>
    </div>
  );
}
