import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ReportPage } from "../features/moderation/report-page.tsx";
import { sendReport } from "../features/moderation/send-report.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { findVisit } from "../features/visits/find-visit.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const visit = await asViewer(resident, (tx) => findVisit(tx, args.params.id));
  if (!visit) throw notFound();
  const subject = serverT(resident.locale, "visits")("card.title", { street: visit.streetName });
  return { ...wordsFor(resident.locale, "reports"), title: serverT(resident.locale, "reports")("title"), subject, path: `/kijkjes/${visit.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return sendReport(resident, "visit", args.params.id, await readForm(args.request));
}

export default function ReportVisit() {
  const { subject, path } = useLoaderData<typeof loader>();
  return <ReportPage subject={subject} path={path} problem={useActionData<typeof action>()} />;
}
