import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { mayReportPost } from "../features/posts/may-report-post.ts";
import { onePost } from "../features/posts/posts.server.ts";
import { ReportPage } from "../features/moderation/report-page.tsx";
import { sendReport } from "../features/moderation/send-report.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const post = await asViewer(resident, (tx) => onePost(tx, id));
  if (!post || !mayReportPost(post, resident)) throw notFound();
  return { ...wordsFor(resident.locale, "reports"), title: serverT(resident.locale, "reports")("title"), subject: post.title! };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return sendReport(resident, "municipal_post", args.params.id, await readForm(args.request));
}

export default function ReportPost() {
  const { subject } = useLoaderData<typeof loader>();
  return <ReportPage subject={subject} path="/cijfers" of="municipality" problem={useActionData<typeof action>()} />;
}
