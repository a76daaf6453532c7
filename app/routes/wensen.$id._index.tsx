import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { consentText } from "../features/consent/consent-text.server.ts";
import { KindTitle } from "../features/measures/kind-title.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { backFromItem } from "../features/sharing/back-from-item.server.ts";
import { ItemFooter } from "../features/sharing/item-footer.tsx";
import { ItemStatus } from "../features/sharing/item-status.tsx";
import { OwnerActions } from "../features/sharing/owner-actions.tsx";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { WhatNext } from "../features/sharing/what-next.tsx";
import { findWish } from "../features/wishes/find-wish.server.ts";
import { Joining } from "../features/wishes/joining.tsx";
import { WishView } from "../features/wishes/wish-view.tsx";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const wish = await asViewer(resident, (tx) => findWish(tx, resident, args.params.id ?? ""));
  if (!wish) throw notFound();
  return {
    ...wordsFor(resident.locale, "measures", "wishes", "catalogue"),
    title: wish.kind ? serverT(resident.locale, "catalogue")(`kinds.${wish.kind}`) : (wish.title ?? ""),
    back: backFromItem(args.request, resident.locale, wish.own),
    justSaved: new URL(args.request.url).searchParams.has("bewaard"),
    myName: { shownName: resident.displayName, streetName: resident.streetName },
    consent: consentText(resident.locale, { purpose: "join_wish" }, resident).text,
    wish,
  };
}

export default function Wish() {
  const words = useT("wishes");
  const person = usePersonName();
  const { back, wish, title, myName, consent, justSaved } = useLoaderData<typeof loader>();
  const path = `/wensen/${wish.id}`;
  return (
    <Page
      title={<KindTitle kind={wish.kind}>{title}</KindTitle>}
      intro={wish.own ? words("detail.own") : words("detail.wishOf", { name: person(wish, true) })}
      back={back}
    >
      <ItemStatus item={wish} path={path} />
      {wish.own && justSaved ? <WhatNext another="/wensen/nieuw" /> : null}
      <WishView wish={wish} />
      {wish.kind && !wish.withdrawnAt ? (
        <p>
          <Link to={`/kaart?soort=${wish.kind}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {words("detail.similar")}
          </Link>
        </p>
      ) : null}
      {wish.scope === "neighbourhood" ? <Joining wish={wish} myName={myName} consent={consent} /> : null}
      {wish.own && !wish.withdrawnAt ? (
        <OwnerActions audience={wish.audience} path={path} changes={[{ to: `${path}/wijzigen`, words: words("detail.change") }]} />
      ) : null}
      <ItemFooter item={wish} path={path} />
    </Page>
  );
}
