import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { cancelPreparation } from "../features/insights/desk/decide-preparation.server.ts";
import { previewOf } from "../features/insights/desk/desk-page.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const preview = await asViewer(moderator, (tx) => previewOf(tx, moderator, idIn(args.params)));
  if (!preview) throw notFound();
  return { ...wordsFor(moderator.locale, "figureDesk"), title: serverT(moderator.locale, "figureDesk")("preview.cancelTitle"), id: preview.id, areaName: preview.areaName, over: !["asked", "prepared", "waiting"].includes(preview.state) };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const id = idIn(args.params);
  if (!(await asViewer(moderator, (tx) => cancelPreparation(tx, id)))) throw notFound();
  throw await redirectWithFlash("/beheer/cijfers", { text: serverT(moderator.locale, "figureDesk")("preview.cancelled") });
}

export default function Cancel() {
  const t = useT("figureDesk");
  const { title, id, areaName, over } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={areaName} back={{ to: `/beheer/cijfers/${id}`, words: t("preview.keep") }}>
      <p className="measure">{over ? t("preview.gone") : t("preview.cancelText")}</p>
      {over ? null : <Form method="post" className="flex flex-wrap gap-3">
        <Button look="danger">{t("preview.cancelSure")}</Button>
        <ButtonLink look="secondary" to={`/beheer/cijfers/${id}`}>{t("preview.keep")}</ButtonLink>
      </Form>}
    </Page>
  );
}
