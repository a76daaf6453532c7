import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ReportPage } from "../features/moderation/report-page.tsx";
import { sendReport } from "../features/moderation/send-report.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { mayReport } from "../features/visits/policy.ts";
import { ownVisitRequest } from "../features/visits/visit-requests.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const request = await asViewer(resident, (tx) => ownVisitRequest(tx, args.params.id));
  if (!mayReport(request)) throw notFound();
  const t = serverT(resident.locale, "reports");
  return { ...wordsFor(resident.locale, "reports"), title: t("title"), subject: t("aboutKinds.visit_request"), note: serverT(resident.locale, "visits")("request.reportNote"), path: `/kijkjes/verzoek/${request.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return sendReport(resident, "visit_request", args.params.id, await readForm(args.request));
}

export default function ReportVisitRequest() {
  const { subject, path, note } = useLoaderData<typeof loader>();
  return <ReportPage subject={subject} path={path} note={note} problem={useActionData<typeof action>()} />;
}
