import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { WithdrawalQuestion } from "../features/sharing/withdrawal-question.tsx";
import { ownVisit } from "../features/visits/find-visit.server.ts";
import { withdrawVisit } from "../features/visits/visit-audience.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const visit = await asViewer(resident, (tx) => ownVisit(tx, resident, args.params.id));
  if (visit.withdrawnAt) throw redirect(`/kijkjes/${visit.id}`);
  const kind = serverT(resident.locale, "visits")("detail.title");
  return { ...wordsFor(resident.locale, "measures"), title: serverT(resident.locale, "measures")("withdrawal.title", { kind }), path: `/kijkjes/${visit.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = await asViewer(resident, async (tx) => {
    const visit = await ownVisit(tx, resident, args.params.id);
    if (!(await withdrawVisit(tx, resident, visit.id))) throw notFound();
    return visit.id;
  });
  const t = serverT(resident.locale, "measures");
  return redirectWithFlash("/kijkjes", { text: t("done.withdrawn"), undo: { action: `/kijkjes/${id}/terugzetting`, label: t("done.undo") } });
}

export default function Withdrawal() {
  const { title, path } = useLoaderData<typeof loader>();
  return <WithdrawalQuestion title={title} path={path} />;
}
