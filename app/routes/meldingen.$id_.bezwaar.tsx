import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { mayObject } from "../features/moderation/may-object.ts";
import { ObjectionPage } from "../features/moderation/objection-page.tsx";
import { ownReport } from "../features/moderation/own-report.server.ts";
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
  const report = await asViewer(resident, (tx) => ownReport(tx, id));
  if (!report) throw notFound();
  if (!mayObject(report)) throw redirect(`/meldingen/${id}`, 303);
  return { ...wordsFor(resident.locale, "decisions"), title: serverT(resident.locale, "decisions")("objection.title"), id };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const report = await asViewer(resident, (tx) => ownReport(tx, id));
  if (!report) throw notFound();
  return sendObjection(resident, id, `/meldingen/${id}`, await readForm(args.request));
}

export default function ObjectToKeeping() {
  const { id } = useLoaderData<typeof loader>();
  return <ObjectionPage first="kept" back={`/meldingen/${id}`} problem={useActionData<typeof action>()} />;
}
