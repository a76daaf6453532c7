import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { formValuesOf } from "../features/sharing/form-values.ts";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { changePractical } from "../features/visits/change-visit.server.ts";
import { ownVisit } from "../features/visits/find-visit.server.ts";
import { hiddenHomeProblems } from "../features/visits/hidden-home.server.ts";
import { PracticalFields } from "../features/visits/practical-fields.tsx";
import { practicalSchema } from "../features/visits/visit.schema.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, StepsLine } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { id, note, houseRules, languages, accessibility, showsHome, byAppointment } = await asViewer(resident, (tx) => ownVisit(tx, resident, args.params.id));
  return {
    ...wordsFor(resident.locale, "visits"),
    title: serverT(resident.locale, "visits")("practical.title"),
    id,
    showsHome,
    isNew: new URL(args.request.url).searchParams.has("nieuw"),
    last: byAppointment,
    values: formValuesOf({ note, houseRules, languages, accessibility }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const visit = await asViewer(resident, (tx) => ownVisit(tx, resident, args.params.id));
  const form = parseForm(practicalSchema(serverT(resident.locale, "visits")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { note, houseRules } = form.value;
  const named = visit.showsHome ? null : await asViewer(resident, (tx) => hiddenHomeProblems(tx, resident, { note, houseRules }));
  if (named) return formProblem({ errors: named, values: form.values });
  const problem = await asViewer(resident, async (tx) => {
    await changePractical(tx, resident, visit.id, form.value);
    return null;
  }).catch(refusedPage(resident, "form", form.values));
  if (problem) return formProblem(problem);
  const next = new URL(args.request.url).searchParams.has("nieuw") && !visit.byAppointment ? `/kijkjes/${visit.id}/momenten?nieuw` : `/kijkjes/${visit.id}`;
  return redirectWithFlash(next, { text: serverT(resident.locale, "measures")("done.saved") });
}

export default function Practical() {
  const t = useT("visits");
  const { title, id, showsHome, isNew, last, values } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("practical.intro")} back={{ to: `/kijkjes/${id}`, words: t("change.back") }}>
      <ErrorSummary errors={problem?.errors} />
      {isNew ? <StepsLine step={2} of={last ? 2 : 3} /> : null}
      <Form method="post" className="flex flex-col gap-6">
        <PracticalFields values={problem?.values ?? values} errors={problem?.errors ?? {}} showsHome={showsHome} />
        <Button wide>{t(isNew && !last ? "practical.next" : "practical.save")}</Button>
      </Form>
    </Page>
  );
}
