import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { blockQuestion, sendBlock } from "../features/blocks/block-page.server.ts";
import { BlockQuestion } from "../features/blocks/block-question.tsx";
import { requireResident } from "../features/session/guards.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const path = `/antwoorden/${args.params.id}`;
  return blockQuestion(resident, { what: "answer", id: args.params.id }, path, `${path}/melden`);
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  return sendBlock(resident, { what: "answer", id: args.params.id });
}

export default function BlockBehindAnswer() {
  const { title, back, report } = useLoaderData<typeof loader>();
  return <BlockQuestion title={title} back={back} report={report} />;
}
