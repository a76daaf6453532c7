import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EndRole } from "../features/roles/change-role.tsx";
import { answerEnd, rolePage } from "../features/roles/roles-page.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { idIn } from "../http/id-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  return rolePage(moderator, "beheer", idIn(args.params), "end");
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  return answerEnd(moderator, "beheer", idIn(args.params));
}

export default function End() {
  const { title, desk, role } = useLoaderData<typeof loader>();
  return <EndRole title={title} desk={desk} role={role} problem={useActionData<typeof action>()} />;
}
