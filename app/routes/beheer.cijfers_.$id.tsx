import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { previewOf } from "../features/insights/desk/desk-page.server.ts";
import { ReleaseView } from "../features/insights/published/release-view.tsx";
import { useReleaseWords } from "../features/insights/release-words.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Card, Page, Section } from "../ui/page.tsx";
import { useRefresh } from "../ui/use-refresh.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const preview = await asViewer(moderator, (tx) => previewOf(tx, moderator, idIn(args.params)));
  if (!preview) throw notFound();
  return { ...wordsFor(moderator.locale, "figureDesk", "releases", "catalogue"), title: serverT(moderator.locale, "figureDesk")("preview.title", { area: preview.areaName }), ...preview };
}

export default function Preview() {
  const t = useT("figureDesk");
  const words = useReleaseWords();
  const { title, id, area, quarter, state, release, preparedByMe } = useLoaderData<typeof loader>();
  const working = state === "asked";
  useRefresh(working);
  const mayCancel = working || state === "prepared" || state === "waiting";
  return (
    <Page wide title={title} intro={`${words.quarter(quarter)}. ${t(`desk.states.${state}`)}`} back={{ to: "/beheer/cijfers", words: t("preview.back") }}>
      {working ? (
        <div role="status" className="flex flex-col items-start gap-3">
          <p className="measure">{t("preview.working")}</p>
          <ButtonLink look="secondary" to={`/beheer/cijfers/${id}`}>{t("preview.refresh")}</ButtonLink>
        </div>
      ) : null}
      {state === "published" ? <p><ButtonLink to={`/cijfers?buurt=${area}`}>{words.t("title")}</ButtonLink></p> : null}
      {release ? (
        <>
          {state === "prepared" ? <p className="measure">{t("preview.intro")}</p> : null}
          {release.form === "yes_no" ? <p className="measure">{words.t("yesNoForm")}</p> : null}
          <ReleaseView releases={[release]} downloads={false} />
        </>
      ) : null}
      {state === "prepared" ? (
        <Section title={t("preview.publish")}>
          {preparedByMe ? (
            <Card tone="sun">{t("preview.twoPeople")}</Card>
          ) : (
            <Form method="post" action={`/beheer/cijfers/${id}/publicatie`} className="flex flex-col gap-3">
              <p className="measure">{t("preview.publishText")}</p>
              <Button wide>{t("preview.publish")}</Button>
            </Form>
          )}
        </Section>
      ) : null}
      {mayCancel ? <p><ButtonLink look="secondary" to={`/beheer/cijfers/${id}/annulering`}>{t("preview.cancel")}</ButtonLink></p> : null}
    </Page>
  );
}
