import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { changeMeasure } from "../features/measures/change-measure.server.ts";
import { FactsFields } from "../features/measures/facts-fields.tsx";
import { measureFacts } from "../features/measures/measure.schema.server.ts";
import { ownMeasure } from "../features/measures/own-measure.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { formValuesOf } from "../features/sharing/form-values.ts";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
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
  const measure = await asViewer(resident, (tx) => ownMeasure(tx, resident, args.params.id));
  const kind = serverT(resident.locale, "catalogue")(`kinds.${measure.kind}`);
  return {
    ...wordsFor(resident.locale, "measures", "catalogue"),
    title: serverT(resident.locale, "measures")("facts.changeTitle", { kind }),
    isNew: new URL(args.request.url).searchParams.has("nieuw"),
    measure: { id: measure.id, kind: measure.kind },
    values: formValuesOf(measure),
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "measures");
  const form = parseForm(measureFacts(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { id: _sent, ...facts } = form.value;
  const problem = await asViewer(resident, async (tx) => {
    const { id } = await ownMeasure(tx, resident, args.params.id);
    await changeMeasure(tx, resident, id, facts);
    return null;
  }).catch(refusedPage(resident, "form", form.values));
  if (problem) return formProblem(problem);
  if (new URL(args.request.url).searchParams.has("nieuw")) return redirect(`/maatregelen/${args.params.id}/ervaring?nieuw`, 303);
  return redirectWithFlash(`/maatregelen/${args.params.id}`, { text: t("done.saved") });
}

export default function ChangeMeasure() {
  const t = useT("measures");
  const names = useT("catalogue");
  const { title, isNew, measure, values } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} back={{ to: `/maatregelen/${measure.id}`, words: names(`kinds.${measure.kind}`) }}>
      {isNew ? <StepsLine step={2} of={4} /> : null}
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <FactsFields kind={measure.kind} values={problem?.values ?? values} errors={problem?.errors ?? {}} />
        <Button wide>{isNew ? t("facts.save") : t("facts.saveChanges")}</Button>
      </Form>
    </Page>
  );
}
