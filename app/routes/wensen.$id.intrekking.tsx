import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownWish } from "../features/wishes/own-wish.server.ts";
import { withdrawWish } from "../features/wishes/withdraw-wish.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { WithdrawalQuestion } from "../features/sharing/withdrawal-question.tsx";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const wish = await asViewer(resident, (tx) => ownWish(tx, resident, args.params.id));
  if (wish.withdrawnAt) throw redirect(`/wensen/${wish.id}`);
  const kind = wish.kind ? serverT(resident.locale, "catalogue")(`kinds.${wish.kind}`) : (wish.title ?? "");
  return { ...wordsFor(resident.locale, "measures"), title: serverT(resident.locale, "measures")("withdrawal.title", { kind }), path: `/wensen/${wish.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = await asViewer(resident, async (tx) => {
    const wish = await ownWish(tx, resident, args.params.id);
    if (!(await withdrawWish(tx, resident, wish.id))) throw notFound();
    return wish.id;
  });
  const t = serverT(resident.locale, "measures");
  return redirectWithFlash("/mijn-huis", { text: t("done.withdrawn"), undo: { action: `/wensen/${id}/terugzetting`, label: t("done.undo") } });
}

export default function Withdrawal() {
  const { title, path } = useLoaderData<typeof loader>();
  return <WithdrawalQuestion title={title} path={path} />;
}
