import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { BlockQuestion } from "../features/blocks/block-question.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { blockQuestionOf, sendBlockBehind } from "../features/visits/block-page.server.ts";
import { mayReport } from "../features/visits/policy.ts";
import { ownVisitRequest } from "../features/visits/visit-requests.server.ts";
import { idIn } from "../http/id-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const request = await asViewer(resident, (tx) => ownVisitRequest(tx, args.params.id));
  const path = `/kijkjes/verzoek/${request.id}`;
  return blockQuestionOf(resident, { shownName: request.otherName, streetName: request.streetName }, path, mayReport(request) ? `${path}/melden` : null);
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
