import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { DecideLinks } from "../features/moderation/decide-links.tsx";
import { LookPage } from "../features/moderation/look-page.tsx";
import { moderatedReport } from "../features/moderation/reports.server.ts";
import { sendLook } from "../features/moderation/send-look.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const id = idIn(args.params);
  const report = await asViewer(moderator, (tx) => moderatedReport(tx, moderator, id));
  if (!report || report.subjectKind === "municipal_post") throw notFound();
  return { ...wordsFor(moderator.locale, "catalogue", "measures", "wishes"), title: serverT(moderator.locale, "moderation")("look.title"), id, open: report.closedAt === null };
}

/** Looking is a deed: it is written down, so it never happens by opening a page. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  return sendLook(moderator, idIn(args.params), moderatedReport, await readForm(args.request));
}

export default function LookAtReport() {
  const t = useT("moderation");
  const { id, open } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <LookPage reason="report" back={{ to: `/beheer/meldingen/${id}`, words: t("hide.back") }} answer={answer}>
      {open ? <DecideLinks id={id} /> : null}
    </LookPage>
  );
}
