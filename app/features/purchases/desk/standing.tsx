import { useT } from "../../../i18n/use-t.tsx";
import { Facts, Section } from "../../../ui/page.tsx";
import { whatIfSupplierFails, whatIfWithdrawn } from "../engine/purchase-outcome.ts";
import type { BoardColumn } from "./board.server.ts";
import type { DeskPurchase } from "./desk-purchases.server.ts";
import type { TenantsWaiting } from "./tenants-waiting.server.ts";

const share = 20;

/** How many orders and places there are, and what would come of it when one in five took the order back, or the supplier failed. */
export function standingOf({ orders, places, rules }: Pick<DeskPurchase, "orders" | "places" | "rules">, counts: readonly Pick<BoardColumn, "state" | "count">[], tenants: readonly TenantsWaiting[]) {
  return { orders, threshold: rules.threshold, places, capacity: rules.capacity, whatIf: whatIfWithdrawn(rules, orders, share), fails: whatIfSupplierFails(counts), tenants };
}

/** The numbers of a purchase. Needs the words of "purchaseDesk". */
export function Standing({ standing: { orders, threshold, places, capacity, whatIf, fails, tenants } }: { standing: ReturnType<typeof standingOf> }) {
  const t = useT("purchaseDesk");
  return (
    <Section title={t("board.counts")}>
      <Facts
        facts={[
          { name: t("board.orders"), value: t("list.orders", { orders, threshold }) },
          { name: t("board.places"), value: capacity === null ? String(places) : `${places} / ${capacity}` },
          { name: t("board.whatIf"), value: t(whatIf.reached ? "board.whatIfReached" : "board.whatIfNot", { orders: whatIf.orders }) },
          { name: t("board.whatIfFails"), value: t("board.whatIfFailsLine", { orders: t("rules.orders", { count: fails.orders }), others: fails.others, delivered: fails.delivered }) },
          ...(tenants.length > 0 ? [{ name: t("board.tenants"), value: tenants.map(({ what, signUps }) => t(`board.tenantsAt.${what}`, { count: signUps })).join(", ") }] : []),
        ]}
      />
    </Section>
  );
}
