import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InviteForm } from "../features/roles/invite-form.tsx";
import { answerInvite, invitePage } from "../features/roles/invite-page.server.ts";
import { requireFreshOfficial } from "../features/session/fresh-step.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireFreshOfficial(args);
  return invitePage(official, "gemeente", args.request);
}

export async function action(args: ActionFunctionArgs) {
  const official = await requireFreshOfficial(args);
  return answerInvite(official, "gemeente", args.request, args.context.ip);
}

export default function Invite() {
  const { words: _, ...page } = useLoaderData<typeof loader>();
  return <InviteForm {...page} problem={useActionData<typeof action>()} />;
}
