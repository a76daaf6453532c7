import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RoleLog } from "../features/roles/role-log.tsx";
import { roleLogPage } from "../features/roles/roles-page.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  return roleLogPage(moderator, "beheer");
}

export default function Log() {
  const { title, desk, lines } = useLoaderData<typeof loader>();
  return <RoleLog title={title} desk={desk} lines={lines} />;
}
