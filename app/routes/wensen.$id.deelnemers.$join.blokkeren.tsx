import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { blockQuestion, sendBlock } from "../features/blocks/block-page.server.ts";
import { BlockQuestion } from "../features/blocks/block-question.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const wishId = idIn(args.params);
  return blockQuestion(resident, { what: "join", id: args.params.join, wishId }, `/wensen/${wishId}`, null);
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return sendBlock(resident, { what: "join", id: args.params.join, wishId: idIn(args.params) });
}

export default function BlockJoiner() {
  const { title, back, report } = useLoaderData<typeof loader>();
  return <BlockQuestion title={title} back={back} report={report} />;
}
