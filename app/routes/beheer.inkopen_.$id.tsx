import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { UserRoundPlus } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { Column } from "../features/purchases/desk/board-column.tsx";
import { boardOf, countsOf, onPage } from "../features/purchases/desk/board.server.ts";
import { boardQuery } from "../features/purchases/desk/board-query.ts";
import { DeskDeeds } from "../features/purchases/desk/desk-deeds.tsx";
import { readable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { funnelOf } from "../features/purchases/desk/funnel.server.ts";
import { FunnelView } from "../features/purchases/desk/funnel-view.tsx";
import { RulesView, WhatView } from "../features/purchases/desk/rules-view.tsx";
import { Standing, standingOf } from "../features/purchases/desk/standing.tsx";
import { tenantsWaiting } from "../features/purchases/desk/tenants-waiting.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { wordsFor } from "../i18n/words.server.ts";
import { EmptyState, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.purchase.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const asked = boardQuery(new URL(args.request.url).searchParams);
  const found = await asViewer(moderator, async (tx) => {
    const { proposal, ...purchase } = await readable(tx, moderator, id);
    const concept = purchase.state === "concept";
    return {
      purchase: { ...purchase, proposed: proposal !== null },
      columns: concept ? [] : await boardOf(tx, moderator, id, asked.state, asked.page),
      counts: concept ? [] : await countsOf(tx, moderator, id),
      tenants: concept ? [] : await tenantsWaiting(tx, id),
      funnel: concept ? null : await funnelOf(tx, moderator, purchase),
    };
  });
  const { counts, tenants, ...shown } = found;
  return { ...wordsFor(moderator.locale, "purchaseDesk", "catalogue"), ...shown, asked, onPage, standing: standingOf(shown.purchase, counts, tenants) };
}

export default function Board() {
  const t = useT("purchaseDesk");
  const { purchase, columns, funnel, asked, onPage: perPage, standing } = useLoaderData<typeof loader>();
  const { id, title, state, supplier, decides } = purchase;
  const concept = state === "concept";
  const most = columns[0]?.count ?? 0;
  return (
    <Page wide title={title} intro={`${t(`states.${state}`)}. ${supplier ? t("board.supplierIs", { supplier }) : t("board.noSupplier")}.`} back={{ to: "/beheer/inkopen", words: t("list.back") }}>
      {decides ? null : <p className="measure">{t("board.partly")}</p>}
      <DeskDeeds purchase={purchase} />
      {concept ? null : <Standing standing={standing} />}
      {concept ? null : (
        <Section title={t("board.columns")} aside={asked.state ? <Link to={`/beheer/inkopen/${id}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">{t("board.wholeBoard")}</Link> : null}>
          {columns.length > 0 ? (
            <div className={asked.state ? "" : "grid items-start gap-4 md:grid-cols-2 lg:grid-cols-3"}>
              {columns.map((column) => <Column key={column.state} purchaseId={id} column={column} alone={asked.state !== null} />)}
            </div>
          ) : (
            <EmptyState icon={<UserRoundPlus />} title={t("board.none")}>
              {t("board.noneText")}
            </EmptyState>
          )}
          {asked.state ? (
            <p className="flex flex-wrap gap-4">
              {asked.page > 1 ? <Turn id={id} state={asked.state} page={asked.page - 1} words={t("board.earlier")} /> : null}
              {asked.page * perPage < most ? <Turn id={id} state={asked.state} page={asked.page + 1} words={t("board.later")} /> : null}
            </p>
          ) : null}
        </Section>
      )}
      {funnel ? <FunnelView funnel={funnel} /> : null}
      <Section title={t("rules.title")} aside={t("rules.version", { version: purchase.rules.version })}>
        {purchase.body ? <p className="measure whitespace-pre-line">{purchase.body}</p> : null}
        <WhatView purchase={purchase} />
        <RulesView rules={purchase.rules} />
      </Section>
    </Page>
  );
}

function Turn({ id, state, page, words }: { id: string; state: string; page: number; words: string }) {
  return (
    <Link to={`/beheer/inkopen/${id}?stap=${state}&pagina=${page}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
      {words}
    </Link>
  );
}
