import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { ClockFields } from "../features/visits/clock-fields.tsx";
import { acceptVisit } from "../features/visits/deeds.server.ts";
import { deedsOf } from "../features/visits/policy.ts";
import { appointmentSchema, yesSchema } from "../features/visits/visit.schema.server.ts";
import { ownVisitRequest } from "../features/visits/visit-requests.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Page, Section } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const request = await asViewer(resident, (tx) => ownVisitRequest(tx, args.params.id));
  if (request.side !== "host") throw notFound();
  if (!deedsOf(request, new Date()).answer) throw redirect(`/kijkjes/verzoek/${request.id}`);
  return { ...wordsFor(resident.locale, "visits"), title: serverT(resident.locale, "visits")("yes.title"), id: request.id, line: request.line, agree: request.slotId === null };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "visits");
  const request = await asViewer(resident, (tx) => ownVisitRequest(tx, args.params.id));
  if (request.side !== "host") throw notFound();
  const form = parseForm(request.slotId === null ? appointmentSchema(t) : yesSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(resident, (tx) => acceptVisit(tx, request.id, form.value));
  if (!done) throw notFound();
  if (done !== "accepted") return formProblem({ errors: { form: t(`yes.${done}`) }, values: form.values });
  return redirectWithFlash(`/kijkjes/verzoek/${request.id}`, { text: t("yes.done") });
}

export default function SayYes() {
  const t = useT("visits");
  const { title, id, line, agree } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("yes.intro")} back={{ to: `/kijkjes/verzoek/${id}`, words: t("request.back") }}>
      <ErrorSummary errors={problem?.errors} />
      {line ? <blockquote className="measure border-l-4 border-line-strong pl-3 break-words whitespace-pre-line">{line}</blockquote> : null}
      <Form method="post" className="flex flex-col gap-6">
        {agree ? (
          <Section title={t("yes.when")}>
            <ClockFields values={problem?.values ?? {}} errors={problem?.errors ?? {}} />
          </Section>
        ) : null}
        <TextArea label={t("yes.words")} optional hint={t("yes.wordsHint")} name="words" rows={3} maxLength={500} error={problem?.errors.words} defaultValue={typed(problem?.values.words)} />
        <Button wide>{t("yes.send")}</Button>
      </Form>
    </Page>
  );
}
