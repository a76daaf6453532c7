import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { CallOffForm } from "../features/visits/call-off-form.tsx";
import { cancelVisit } from "../features/visits/deeds.server.ts";
import { deedsOf } from "../features/visits/policy.ts";
import { callOffSchema } from "../features/visits/visit.schema.server.ts";
import { ownVisitRequest } from "../features/visits/visit-requests.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const request = await asViewer(resident, (tx) => ownVisitRequest(tx, args.params.id));
  const back = `/kijkjes/verzoek/${request.id}`;
  if (!deedsOf(request, new Date()).callOff) throw redirect(back);
  return { ...wordsFor(resident.locale, "visits"), title: serverT(resident.locale, "visits")(request.answer === null ? "callOff.titleWithdraw" : "callOff.title"), back };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const t = serverT(resident.locale, "visits");
  const form = parseForm(callOffSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(resident, (tx) => cancelVisit(tx, id, form.value.words));
  if (!done) throw notFound();
  return redirectWithFlash(`/kijkjes/verzoek/${id}`, { text: t(done === "over" ? "callOff.over" : "callOff.done") });
}

export default function CallOffVisit() {
  const t = useT("visits");
  const { title, back } = useLoaderData<typeof loader>();
  return <CallOffForm title={title} intro={t("callOff.intro")} back={back} problem={useActionData<typeof action>()} />;
}
