import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ShoppingBasket } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { deskPurchases } from "../features/purchases/desk/desk-purchases.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { dayInWords } from "../i18n/day.ts";
import { useLocale, useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";
import { purchaseStates } from "../../db/schema/purchase-choices.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const purchases = await asViewer(moderator, (tx) => deskPurchases(tx, moderator));
  return { ...wordsFor(moderator.locale, "purchaseDesk"), title: serverT(moderator.locale, "purchaseDesk")("list.title"), purchases };
}

export default function Purchases() {
  const t = useT("purchaseDesk");
  const locale = useLocale();
  const { title, purchases } = useLoaderData<typeof loader>();
  const shown = purchaseStates.map((state) => ({ state, of: purchases.filter((purchase) => purchase.state === state) })).filter(({ of }) => of.length > 0);
  return (
    <Page wide title={title} intro={t("list.intro")}>
      <p>
        <ButtonLink wide to="/beheer/inkopen/nieuw">
          {t("list.new")}
        </ButtonLink>
      </p>
      {shown.map(({ state, of }) => (
        <Section key={state} title={t(`states.${state}`)}>
          <Rows>
            {of.map(({ id, title: name, orders, threshold, lastDay }) => (
              <Row key={id} title={<Link to={`/beheer/inkopen/${id}`} className="inline-flex min-h-11 items-center underline underline-offset-4">{name}</Link>}>
                {`${t("list.orders", { orders, threshold })} · ${t("list.lastDay", { day: dayInWords(lastDay, locale) })}`}
              </Row>
            ))}
          </Rows>
        </Section>
      ))}
      {shown.length === 0 ? (
        <EmptyState icon={<ShoppingBasket />} title={t("list.none")}>
          {t("list.noneText")}
        </EmptyState>
      ) : null}
    </Page>
  );
}
