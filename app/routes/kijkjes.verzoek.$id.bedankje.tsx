import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { thankForVisit } from "../features/visits/deeds.server.ts";
import { deedsOf } from "../features/visits/policy.ts";
import { thanksSchema } from "../features/visits/visit.schema.server.ts";
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
  if (!deedsOf(request, new Date()).thank) throw redirect(`/kijkjes/verzoek/${request.id}`);
  const values = { thanks: request.ownThanks ? "on" : "", words: request.ownWords ?? "" };
  return { ...wordsFor(resident.locale, "visits"), title: serverT(resident.locale, "visits")("thanks.title"), id: request.id, values };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const t = serverT(resident.locale, "visits");
  const form = parseForm(thanksSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  if (!(await asViewer(resident, (tx) => thankForVisit(tx, id, form.value.thanks, form.value.words)))) throw notFound();
  return redirectWithFlash(`/kijkjes/verzoek/${id}`, { text: t("thanks.done") });
}

export default function Thank() {
  const t = useT("visits");
  const { title, id, values } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const shown = problem?.values ?? values;
  return (
    <Page title={title} intro={t("thanks.intro")} back={{ to: `/kijkjes/verzoek/${id}`, words: t("request.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices legend={t("thanks.legend")} name="thanks" several error={problem?.errors.thanks} chosen={typed(shown.thanks)} choices={[{ value: "on", label: t("thanks.thank"), hint: t("thanks.thankHint") }]} />
        <TextArea label={t("thanks.words")} optional hint={t("thanks.wordsHint")} name="words" rows={4} maxLength={500} error={problem?.errors.words} defaultValue={typed(shown.words)} />
        <Button wide>{t("thanks.send")}</Button>
      </Form>
    </Page>
  );
}
