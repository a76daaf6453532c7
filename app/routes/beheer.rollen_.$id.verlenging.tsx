import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExtendRole } from "../features/roles/change-role.tsx";
import { answerExtend, rolePage } from "../features/roles/roles-page.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { idIn } from "../http/id-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  return rolePage(moderator, "beheer", idIn(args.params), "extend");
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  return answerExtend(moderator, "beheer", idIn(args.params), args.request);
}

export default function Extend() {
  const { title, desk, role, days } = useLoaderData<typeof loader>();
  return <ExtendRole title={title} desk={desk} role={role} days={days} problem={useActionData<typeof action>()} />;
}
