import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ReportPage } from "../features/moderation/report-page.tsx";
import { sendReport } from "../features/moderation/send-report.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { findMessage } from "../features/threads/find-message.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const message = await asViewer(resident, (tx) => findMessage(tx, resident, args.params.id));
  if (!message || message.own) throw notFound();
  const t = serverT(resident.locale, "threads");
  return { ...wordsFor(resident.locale, "reports"), title: serverT(resident.locale, "reports")("title"), subject: serverT(resident.locale, "reports")("aboutKinds.private_message"), note: t("reportNote"), path: `/gesprekken/${message.threadId}` };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return sendReport(resident, "private_message", args.params.id, await readForm(args.request));
}

export default function ReportMessage() {
  const { subject, path, note } = useLoaderData<typeof loader>();
  return <ReportPage subject={subject} path={path} note={note} problem={useActionData<typeof action>()} />;
}
