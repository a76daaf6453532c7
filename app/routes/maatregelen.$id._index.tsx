import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { KnowledgeDoorway } from "../features/knowledge/knowledge-link.tsx";
import { explainKind } from "../features/measures/explain-kind.server.ts";
import { findMeasure } from "../features/measures/find-measure.server.ts";
import { KindTitle } from "../features/measures/kind-title.tsx";
import { MeasureView } from "../features/measures/measure-view.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { backFromItem } from "../features/sharing/back-from-item.server.ts";
import { ItemFooter } from "../features/sharing/item-footer.tsx";
import { ItemStatus } from "../features/sharing/item-status.tsx";
import { OwnerActions } from "../features/sharing/owner-actions.tsx";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { WhatNext } from "../features/sharing/what-next.tsx";
import { ComeAndLook } from "../features/visits/come-and-look.tsx";
import { openingOf } from "../features/visits/opening-of.server.ts";
import { AskLink } from "../features/threads/ask-link.tsx";
import { whomToAsk } from "../features/threads/whom-to-ask.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { measure, opening, asked } = await asViewer(resident, async (tx) => {
    const found = await findMeasure(tx, resident, args.params.id ?? "");
    return {
      measure: found,
      opening: found && !found.own ? await openingOf(tx, found.id) : null,
      asked: await whomToAsk(tx, resident, { kind: "measure", id: args.params.id }),
    };
  });
  if (!measure) throw notFound();
  return {
    ...wordsFor(resident.locale, "measures", "visits", "threads", "catalogue"),
    title: serverT(resident.locale, "catalogue")(`kinds.${measure.kind}`),
    justSaved: new URL(args.request.url).searchParams.has("bewaard"),
    back: backFromItem(args.request, resident.locale, measure.own),
    explanation: explainKind(resident.locale, measure.kind),
    ask: asked && { threadId: asked.threadId },
    measure,
    opening,
  };
}

export default function Measure() {
  const t = useT("measures");
  const { back, measure, opening, ask, title, explanation, justSaved } = useLoaderData<typeof loader>();
  const person = usePersonName();
  const path = `/maatregelen/${measure.id}`;
  return (
    <Page
      title={<KindTitle kind={measure.kind}>{title}</KindTitle>}
      intro={measure.own ? t("detail.own") : t("detail.by", { name: person(measure, true) })}
      back={back}
    >
      <ItemStatus item={measure} path={path} />
      {measure.own && justSaved ? <WhatNext another="/maatregelen/nieuw" /> : null}
      <MeasureView measure={measure} mine={measure.own} asks={measure.own ? [] : explanation.asks} />
      {ask ? <AskLink ask={ask} path={path} /> : null}
      {measure.own && !measure.withdrawnAt ? (
        <OwnerActions
          audience={measure.audience}
          path={path}
          changes={[
            { to: `${path}/wijzigen`, words: t("detail.changeFacts") },
            { to: `${path}/ervaring`, words: t("detail.changeExperience") },
          ]}
        />
      ) : null}
      <ComeAndLook opening={opening} own={measure.own && !measure.withdrawnAt && measure.state !== "removed" ? measure.id : null} />
      <KnowledgeDoorway kind={measure.kind} />
      <details className="rounded-card border border-line bg-surface p-4">
        <summary className="min-h-11 content-center font-semibold">{t("detail.whatIsIt", { kind: title })}</summary>
        <p className="mt-1 measure">{explanation.what}</p>
      </details>
      <ItemFooter item={measure} path={path} />
    </Page>
  );
}
