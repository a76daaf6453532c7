import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { AppealFacts } from "../features/moderation/appeal-facts.tsx";
import { HidingStatement } from "../features/moderation/hiding-statement.tsx";
import { mayObject } from "../features/moderation/may-object.ts";
import { ownHiding } from "../features/moderation/own-hidings.server.ts";
import { reportedPath } from "../features/moderation/reported-path.ts";
import { SecondLookCard } from "../features/moderation/second-look-card.tsx";
import { ownSecondLook } from "../features/moderation/second-looks.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const { hiding, secondLook } = await asViewer(resident, async (tx) => ({ hiding: await ownHiding(tx, resident, id), secondLook: await ownSecondLook(tx, resident, id) }));
  if (!hiding) throw notFound();
  return {
    ...wordsFor(resident.locale, "decisions", "catalogue"),
    title: serverT(resident.locale, "decisions")("hidden.title"),
    open: mayObject(hiding),
    hiding,
    secondLook: hiding.appeal && !hiding.appeal.decidedAt ? null : secondLook,
  };
}

export default function Hidden() {
  const t = useT("decisions");
  const { title, hiding, secondLook, open } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("hidden.intro")} back={{ to: "/mijn-huis", words: t("hidden.back") }}>
      <HidingStatement hiding={hiding} open={open} />
      {secondLook ? <SecondLookCard hidingId={hiding.id} item={reportedPath(hiding.subjectKind, hiding.subjectId)} {...secondLook} /> : null}
      {hiding.appeal ? <AppealFacts appeal={hiding.appeal} first="hidden" /> : null}
      {open ? (
        <p>
          <ButtonLink to={`/verborgen/${hiding.id}/bezwaar`}>{t("object")}</ButtonLink>
        </p>
      ) : null}
    </Page>
  );
}
