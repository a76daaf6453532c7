import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { addMoment } from "../features/visits/add-moment.server.ts";
import { ClockFields } from "../features/visits/clock-fields.tsx";
import { ownVisit } from "../features/visits/find-visit.server.ts";
import { comingRoutes } from "../features/visits/routes.server.ts";
import { useRouteDay } from "../features/visits/use-moment.ts";
import { momentSchema } from "../features/visits/visit.schema.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, StepsLine, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { id, routes } = await asViewer(resident, async (tx) => ({ id: (await ownVisit(tx, resident, args.params.id)).id, routes: await comingRoutes(tx, resident) }));
  return { ...wordsFor(resident.locale, "visits"), title: serverT(resident.locale, "visits")("moment.title"), id, routes, newId: randomUUID(), isNew: new URL(args.request.url).searchParams.has("nieuw") };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "visits");
  const visit = await asViewer(resident, (tx) => ownVisit(tx, resident, args.params.id));
  const form = parseForm(momentSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(resident, (tx) => addMoment(tx, resident, visit.id, form.value));
  if (done === null) throw notFound();
  if (done === "past") return formProblem({ errors: { day: t("errors.past") }, values: form.values });
  if (done === "route") return formProblem({ errors: { route: t("errors.route") }, values: form.values });
  if (done === "too_many") return formProblem({ errors: { form: t("errors.tooManyMoments") }, values: form.values });
  return redirectWithFlash(`/kijkjes/${visit.id}`, { text: t(visit.audience === "household" ? "moment.addedOwn" : "moment.added") });
}

export default function NewMoment() {
  const t = useT("visits");
  const { title, id, routes, newId, isNew } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const day = useRouteDay();
  const values = problem?.values ?? {};
  return (
    <Page title={title} intro={t("moment.intro")} back={{ to: `/kijkjes/${id}`, words: t("change.back") }}>
      <ErrorSummary errors={problem?.errors} />
      {isNew ? <StepsLine step={3} of={3} /> : null}
      <Form method="post" className="flex flex-col gap-6">
        <input type="hidden" name="id" value={newId} />
        <ClockFields values={values} errors={problem?.errors ?? {}} />
        <TextField label={t("moment.capacity")} hint={t("moment.capacityHint")} type="number" inputMode="numeric" min={1} max={20} name="capacity" error={problem?.errors.capacity} defaultValue={typed(values.capacity) ?? "4"} className="max-w-32" />
        {routes.length > 0 ? (
          <Choices
            legend={t("moment.route")}
            name="route"
            error={problem?.errors.route}
            chosen={typed(values.route) ?? ""}
            choices={[{ value: "", label: t("moment.noRoute") }, ...routes.map((route) => ({ value: route.id, label: route.title, hint: day(route.day) }))]}
          />
        ) : null}
        <Button wide>{t("moment.save")}</Button>
      </Form>
    </Page>
  );
}
