import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { WithdrawalQuestion } from "../features/sharing/withdrawal-question.tsx";
import { ownQuestion } from "../features/questions/find-question.server.ts";
import { withdrawQuestion } from "../features/questions/withdraw-question.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const question = await asViewer(resident, (tx) => ownQuestion(tx, resident, args.params.id));
  if (question.withdrawnAt) throw redirect(`/vragen/${question.id}`);
  return { ...wordsFor(resident.locale, "measures"), title: serverT(resident.locale, "measures")("withdrawal.title", { kind: question.title }), path: `/vragen/${question.id}`, note: serverT(resident.locale, "questions")("page.withdrawalNote") };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = await asViewer(resident, async (tx) => {
    const question = await ownQuestion(tx, resident, args.params.id);
    if (!(await withdrawQuestion(tx, resident, question.id))) throw notFound();
    return question.id;
  });
  const t = serverT(resident.locale, "measures");
  return redirectWithFlash("/mijn-huis", { text: t("done.withdrawn"), undo: { action: `/vragen/${id}/terugzetting`, label: t("done.undo") } });
}

export default function Withdrawal() {
  const { title, path, note } = useLoaderData<typeof loader>();
  return <WithdrawalQuestion title={title} path={path} note={note} />;
}
