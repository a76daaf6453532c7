import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { changeVisit } from "../features/visits/change-visit.server.ts";
import { DoorFields } from "../features/visits/door-fields.tsx";
import { measuresToSee, ownVisit } from "../features/visits/find-visit.server.ts";
import { hiddenHomeProblems } from "../features/visits/hidden-home.server.ts";
import { changedVisit } from "../features/visits/visit.schema.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { visit, measures } = await asViewer(resident, async (tx) => ({ visit: await ownVisit(tx, resident, args.params.id), measures: await measuresToSee(tx, resident) }));
  const chosen = measures.filter(({ id, kind }) => (visit.measureIds.length > 0 ? visit.measureIds.includes(id) : visit.kinds.includes(kind))).map(({ id }) => id);
  return {
    ...wordsFor(resident.locale, "visits", "catalogue"),
    title: serverT(resident.locale, "visits")("change.title"),
    id: visit.id,
    streetName: resident.streetName,
    measures,
    values: { place: visit.showsHome ? "home" : "street_only", way: visit.byAppointment ? "appointment" : "moments", measures: chosen },
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const visit = await asViewer(resident, (tx) => ownVisit(tx, resident, args.params.id));
  const form = parseForm(changedVisit(serverT(resident.locale, "visits")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  // What was written while the home showed itself may name it.
  const named = form.value.place === "street_only" ? await asViewer(resident, (tx) => hiddenHomeProblems(tx, resident, { place: [visit.note, visit.houseRules].filter(Boolean).join("\n") })) : null;
  if (named) return formProblem({ errors: named, values: form.values });
  const problem = await asViewer(resident, async (tx) => {
    await changeVisit(tx, resident, visit.id, form.value);
    return null;
  }).catch(refusedPage(resident, "form", form.values));
  if (problem) return formProblem(problem);
  return redirectWithFlash(`/kijkjes/${visit.id}`, { text: serverT(resident.locale, "measures")("done.saved") });
}

export default function ChangeVisit() {
  const t = useT("visits");
  const { title, id, streetName, measures, values } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} back={{ to: `/kijkjes/${id}`, words: t("change.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <DoorFields values={problem?.values ?? values} errors={problem?.errors ?? {}} measures={measures} streetName={streetName} />
        <Button wide>{t("change.save")}</Button>
      </Form>
    </Page>
  );
}
