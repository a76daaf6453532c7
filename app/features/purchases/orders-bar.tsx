import { useT } from "../../i18n/use-t.tsx";

/** Orders against the threshold, and what can be fitted at most. The words beside it say the same. Needs `purchases`. */
export function OrdersBar({ orders, threshold, capacity }: { orders: number; threshold: number; capacity: number | null }) {
  const t = useT("purchases");
  const most = Math.max(capacity ?? 0, threshold, orders, 1);
  return (
    <div className="flex flex-col gap-1.5">
      <div aria-hidden className="relative h-4 overflow-hidden rounded-full border border-line-strong bg-raised">
        <div className={`h-full ${orders >= threshold ? "bg-garden" : "bg-sun"}`} style={{ width: `${(100 * orders) / most}%` }} />
        {most > threshold ? <div className="absolute inset-y-0 w-0.5 bg-ink" style={{ left: `${(100 * threshold) / most}%` }} /> : null}
      </div>
      <p className="font-semibold">{t("bar.orders", { count: orders, threshold })}</p>
    </div>
  );
}
