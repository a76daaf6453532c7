import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { BlockQuestion } from "../features/blocks/block-question.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { blockQuestionOf, sendBlockBehind } from "../features/visits/block-page.server.ts";
import { findVisit } from "../features/visits/find-visit.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const visit = await asViewer(resident, (tx) => findVisit(tx, args.params.id));
  if (!visit) throw notFound();
  const path = `/kijkjes/${visit.id}`;
  return blockQuestionOf(resident, { shownName: null, streetName: visit.streetName }, path, `${path}/melden`);
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  return sendBlockBehind(resident, id, () => asViewer(resident, (tx) => findVisit(tx, id)));
}

export default function BlockBehindVisit() {
  const { title, back, report } = useLoaderData<typeof loader>();
  return <BlockQuestion title={title} back={back} report={report} />;
}
