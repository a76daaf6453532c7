import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RolesList } from "../features/roles/roles-list.tsx";
import { rolesPage } from "../features/roles/roles-page.server.ts";
import { requireFreshOfficial } from "../features/session/fresh-step.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireFreshOfficial(args);
  return rolesPage(official, "gemeente");
}

export default function Roles() {
  const { words: _, locale: __, ...page } = useLoaderData<typeof loader>();
  return <RolesList {...page} />;
}
