import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { mayObject } from "../features/moderation/may-object.ts";
import { ObjectionPage } from "../features/moderation/objection-page.tsx";
import { ownHiding } from "../features/moderation/own-hidings.server.ts";
import { sendObjection } from "../features/moderation/send-objection.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const hiding = await asViewer(resident, (tx) => ownHiding(tx, resident, id));
  if (!hiding) throw notFound();
  if (!mayObject(hiding)) throw redirect(`/verborgen/${id}`, 303);
  return { ...wordsFor(resident.locale, "decisions"), title: serverT(resident.locale, "decisions")("objection.title"), id };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const hiding = await asViewer(resident, (tx) => ownHiding(tx, resident, id));
  if (!hiding) throw notFound();
  // It shows again meanwhile: there is nothing left to object to.
  if (hiding.liftedAt) throw redirect(`/verborgen/${id}`, 303);
  return sendObjection(resident, id, `/verborgen/${id}`, await readForm(args.request));
}

export default function ObjectToHiding() {
  const { id } = useLoaderData<typeof loader>();
  return <ObjectionPage first="hidden" back={`/verborgen/${id}`} problem={useActionData<typeof action>()} />;
}
