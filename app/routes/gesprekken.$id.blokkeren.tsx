import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { blockQuestion, sendBlock } from "../features/blocks/block-page.server.ts";
import { BlockQuestion } from "../features/blocks/block-question.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { messageOfOther } from "../features/threads/own-threads.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const message = await asViewer(resident, (tx) => messageOfOther(tx, resident, args.params.id));
  return blockQuestion(resident, { what: "message", id: message?.id }, `/gesprekken/${args.params.id}`, message?.body ? `/gesprekken/bericht/${message.id}/melden` : null);
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const message = await asViewer(resident, (tx) => messageOfOther(tx, resident, args.params.id));
  return sendBlock(resident, { what: "message", id: message?.id });
}

export default function BlockInThread() {
  const { title, back, report } = useLoaderData<typeof loader>();
  return <BlockQuestion title={title} back={back} report={report} />;
}
