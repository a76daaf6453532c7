import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { BlockQuestion } from "../features/blocks/block-question.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { blockQuestionOf, sendBlockBehind } from "../features/visits/block-page.server.ts";
import { ownVisitRequest } from "../features/visits/visit-requests.server.ts";
import { idIn } from "../http/id-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { id, otherName, streetName } = await asViewer(resident, (tx) => ownVisitRequest(tx, args.params.id));
  return blockQuestionOf(resident, { shownName: otherName, streetName }, `/kijkjes/verzoek/${id}`, null);
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  return sendBlockBehind(resident, id, () => asViewer(resident, (tx) => ownVisitRequest(tx, id)));
}

export default function BlockBehindRequest() {
  const { title, back, report } = useLoaderData<typeof loader>();
  return <BlockQuestion title={title} back={back} report={report} />;
}
