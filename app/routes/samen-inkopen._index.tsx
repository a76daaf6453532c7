import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ShoppingBasket } from "lucide-react";
import type { ComponentProps } from "react";
import { asViewer } from "../../db/viewer.server.ts";
import { listPurchases } from "../features/purchases/list-purchases.server.ts";
import { PurchaseCard } from "../features/purchases/purchase-card.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const purchases = await asViewer(resident, (tx) => listPurchases(tx, resident));
  return { ...wordsFor(resident.locale, "purchases", "catalogue"), title: serverT(resident.locale, "purchases")("list.title"), purchases };
}

export default function Purchases() {
  const t = useT("purchases");
  const { title, purchases } = useLoaderData<typeof loader>();
  const open = purchases.filter(({ state }) => state === "open");
  const others = purchases.filter(({ state }) => state !== "open");
  return (
    <Page title={title} intro={t("list.intro")}>
      {open.length > 0 ? (
        <Section title={t("list.open")}>
          <Cards purchases={open} />
        </Section>
      ) : (
        <EmptyState icon={<ShoppingBasket />} title={t("list.none")} action={<ButtonLink look="secondary" to="/vragen">{t("list.ask")}</ButtonLink>}>
          {t("list.noneText")}
        </EmptyState>
      )}
      {others.length > 0 ? (
        <Section title={t("list.others")}>
          <Cards purchases={others} />
        </Section>
      ) : null}
    </Page>
  );
}

function Cards({ purchases }: { purchases: ComponentProps<typeof PurchaseCard>["purchase"][] }) {
  return (
    <ul className="flex flex-col gap-3">
      {purchases.map((purchase) => (
        <li key={purchase.id}>
          <PurchaseCard purchase={purchase} />
        </li>
      ))}
    </ul>
  );
}
