import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { OwnPlace } from "../features/purchases/own-place.tsx";
import { PurchaseBar } from "../features/purchases/purchase-bar.tsx";
import { PurchaseCounts } from "../features/purchases/purchase-counts.tsx";
import { ForMyHome, PurchaseNews } from "../features/purchases/purchase-more.tsx";
import { purchasePage } from "../features/purchases/purchase-page.server.ts";
import { RulesView } from "../features/purchases/rules-view.tsx";
import { useNumbersNow } from "../features/purchases/use-numbers-now.ts";
import { WhatIf } from "../features/purchases/what-if.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { wordsFor } from "../i18n/words.server.ts";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.purchase.title} · Buurhof` }];

const usualShare = 20;

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const asked = new URL(args.request.url).searchParams.get("minder") ?? "";
  const share = /^\d{1,3}$/.test(asked) && Number(asked) <= 100 ? Number(asked) : usualShare;
  const found = await asViewer(resident, (tx) => purchasePage(tx, resident, args.params.id));
  if (!found) throw notFound();
  return { ...wordsFor(resident.locale, "purchases", "purchasePaper", "catalogue"), ...found, share };
}

export default function Purchase() {
  const t = useT("purchases");
  const paper = useT("purchasePaper");
  const found = useLoaderData<typeof loader>();
  const { purchase, rules, own } = found;
  const { bar, placesLeft, price, whatIf, counts } = useNumbersNow(found);
  return (
    <Page title={purchase.title} intro={t(`states.${purchase.state}`)} back={{ to: "/samen-inkopen", words: t("detail.back") }}>
      <PurchaseBar {...{ bar, placesLeft, price }} lastDay={found.lastDay} daysLeft={found.daysLeft} state={purchase.state} />
      <OwnPlace purchase={purchase} own={own} />
      <Section title={t("detail.what")}>
        {purchase.body ? <p className="measure break-words whitespace-pre-line">{purchase.body}</p> : null}
        <ForMyHome purchase={purchase} />
      </Section>
      {purchase.state === "open" ? <WhatIf whatIf={whatIf} /> : null}
      <RulesView rules={rules} supplier={purchase} />
      <PurchaseCounts counts={counts} ended={purchase.endedAt !== null} />
      <PurchaseNews news={found.news} events={found.events} />
      {purchase.state === "open" ? (
        <p>
          <Link to={`/samen-inkopen/${purchase.id}/papier`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {paper("print.link")}
          </Link>
        </p>
      ) : null}
    </Page>
  );
}
