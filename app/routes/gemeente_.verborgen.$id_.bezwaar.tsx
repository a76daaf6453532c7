import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayObject } from "../features/moderation/may-object.ts";
import { ObjectionPage } from "../features/moderation/objection-page.tsx";
import { sendObjection } from "../features/moderation/send-objection.server.ts";
import { hiddenPost } from "../features/posts/hidden-post.server.ts";
import { requireOfficial } from "../features/session/guards.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args);
  const hiding = await hiddenPost(official, args.params);
  const { id } = hiding;
  if (!mayObject(hiding)) throw redirect(`/gemeente/verborgen/${id}`, 303);
  return { ...wordsFor(official.locale, "decisions"), title: serverT(official.locale, "decisions")("objection.title"), id };
}

export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args);
  const hiding = await hiddenPost(official, args.params);
  const { id } = hiding;
  // It shows again meanwhile: there is nothing left to object to.
  if (hiding.liftedAt) throw redirect(`/gemeente/verborgen/${id}`, 303);
  return sendObjection(official, id, `/gemeente/verborgen/${id}`, await readForm(args.request));
}

export default function ObjectToHiddenPost() {
  const { id } = useLoaderData<typeof loader>();
  return <ObjectionPage first="hidden" back={`/gemeente/verborgen/${id}`} problem={useActionData<typeof action>()} />;
}
