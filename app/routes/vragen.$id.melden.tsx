import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ReportPage } from "../features/moderation/report-page.tsx";
import { sendReport } from "../features/moderation/send-report.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { findQuestion } from "../features/questions/find-question.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const question = await asViewer(resident, (tx) => findQuestion(tx, resident, args.params.id));
  if (!question || question.own) throw notFound();
  return { ...wordsFor(resident.locale, "reports"), title: serverT(resident.locale, "reports")("title"), subject: question.title, path: `/vragen/${question.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return sendReport(resident, "question", args.params.id, await readForm(args.request));
}

export default function ReportQuestion() {
  const { subject, path } = useLoaderData<typeof loader>();
  return <ReportPage subject={subject} path={path} problem={useActionData<typeof action>()} />;
}
