import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { declineReasons } from "../../db/schema/choices.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { declineVisit } from "../features/visits/deeds.server.ts";
import { deedsOf } from "../features/visits/policy.ts";
import { noSchema } from "../features/visits/visit.schema.server.ts";
import { ownVisitRequest } from "../features/visits/visit-requests.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const request = await asViewer(resident, (tx) => ownVisitRequest(tx, args.params.id));
  if (request.side !== "host") throw notFound();
  if (!deedsOf(request, new Date()).answer) throw redirect(`/kijkjes/verzoek/${request.id}`);
  return { ...wordsFor(resident.locale, "visits"), title: serverT(resident.locale, "visits")("no.title"), id: request.id };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const t = serverT(resident.locale, "visits");
  const form = parseForm(noSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(resident, (tx) => declineVisit(tx, id, form.value.reason, form.value.words));
  if (!done) throw notFound();
  return redirectWithFlash(`/kijkjes/verzoek/${id}`, { text: t(done === "over" ? "no.over" : "no.done") });
}

export default function SayNo() {
  const t = useT("visits");
  const { title, id } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("no.intro")} back={{ to: `/kijkjes/verzoek/${id}`, words: t("request.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices legend={t("no.reason")} name="reason" error={problem?.errors.reason} chosen={typed(problem?.values.reason)} choices={declineReasons.map((value) => ({ value, label: t(`request.declinedWhy.${value}`) }))} />
        <TextArea label={t("no.words")} optional name="words" rows={3} maxLength={500} error={problem?.errors.words} defaultValue={typed(problem?.values.words)} />
        <Button wide>{t("no.send")}</Button>
      </Form>
    </Page>
  );
}
