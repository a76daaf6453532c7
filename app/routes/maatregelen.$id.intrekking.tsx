import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownMeasure } from "../features/measures/own-measure.server.ts";
import { withdrawMeasure } from "../features/measures/withdraw-measure.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { WithdrawalQuestion } from "../features/sharing/withdrawal-question.tsx";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const measure = await asViewer(resident, (tx) => ownMeasure(tx, resident, args.params.id));
  if (measure.withdrawnAt) throw redirect(`/maatregelen/${measure.id}`);
  const kind = serverT(resident.locale, "catalogue")(`kinds.${measure.kind}`);
  return { ...wordsFor(resident.locale, "measures"), title: serverT(resident.locale, "measures")("withdrawal.title", { kind }), path: `/maatregelen/${measure.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = await asViewer(resident, async (tx) => {
    const measure = await ownMeasure(tx, resident, args.params.id);
    if (!(await withdrawMeasure(tx, resident, measure.id))) throw notFound();
    return measure.id;
  });
  const t = serverT(resident.locale, "measures");
  return redirectWithFlash("/mijn-huis", { text: t("done.withdrawn"), undo: { action: `/maatregelen/${id}/terugzetting`, label: t("done.undo") } });
}

export default function Withdrawal() {
  const { title, path } = useLoaderData<typeof loader>();
  return <WithdrawalQuestion title={title} path={path} />;
}
