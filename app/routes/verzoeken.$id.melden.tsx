import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ReportPage } from "../features/moderation/report-page.tsx";
import { sendReport } from "../features/moderation/send-report.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { buildingRequests } from "../features/together/building-requests.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const [request] = await asViewer(resident, (tx) => buildingRequests(tx, resident, id));
  if (!request || request.ours || request.withdrawnAt) throw notFound();
  const { locale } = resident;
  const subject = request.kind ? serverT(locale, "catalogue")(`kinds.${request.kind}`) : serverT(locale, "together")("list.gone");
  return { ...wordsFor(locale, "reports"), title: serverT(locale, "reports")("title"), subject, path: `/verzoeken/${id}` };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return sendReport(resident, "joint_request", args.params.id, await readForm(args.request));
}

export default function ReportJointRequest() {
  const { subject, path } = useLoaderData<typeof loader>();
  return <ReportPage subject={subject} path={path} of="together" problem={useActionData<typeof action>()} />;
}
