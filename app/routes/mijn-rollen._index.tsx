import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OwnRoles } from "../features/roles/own-roles.tsx";
import { ownRoles } from "../features/roles/own-roles.server.ts";
import { isResident, requireAccount } from "../features/session/guards.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  return {
    ...wordsFor(viewer.locale, "roles"),
    title: serverT(viewer.locale, "roles")("mine.title"),
    roles: await ownRoles(viewer),
    displayName: isResident(viewer) ? viewer.displayName : null,
    streetName: viewer.streetName,
  };
}

export default function MyRoles() {
  const { words: _, locale: __, ...page } = useLoaderData<typeof loader>();
  return <OwnRoles {...page} />;
}
