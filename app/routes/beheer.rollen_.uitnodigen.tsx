import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InviteForm } from "../features/roles/invite-form.tsx";
import { answerInvite, invitePage } from "../features/roles/invite-page.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  return invitePage(moderator, "beheer", args.request);
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  return answerInvite(moderator, "beheer", args.request, args.context.ip);
}

export default function Invite() {
  const { words: _, ...page } = useLoaderData<typeof loader>();
  return <InviteForm {...page} problem={useActionData<typeof action>()} />;
}
