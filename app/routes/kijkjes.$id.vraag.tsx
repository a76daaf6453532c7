import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { askVisit } from "../features/visits/deeds.server.ts";
import { findVisit } from "../features/visits/find-visit.server.ts";
import { moments } from "../features/visits/moments.server.ts";
import { useMoment } from "../features/visits/use-moment.ts";
import { askSchema } from "../features/visits/visit.schema.server.ts";
import { useVisitTitle } from "../features/visits/visit-title.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextArea, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, async (tx) => {
    const visit = await findVisit(tx, args.params.id);
    return visit && { visit, times: await moments(tx, { visit: visit.id }) };
  });
  if (!found || (!found.visit.byAppointment && found.times.length === 0)) throw notFound();
  return { ...wordsFor(resident.locale, "visits"), title: serverT(resident.locale, "visits")("ask.title"), asked: new URL(args.request.url).searchParams.get("moment"), ...found };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const t = serverT(resident.locale, "visits");
  const form = parseForm(askSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const done = await asViewer(resident, (tx) => askVisit(tx, id, form.value));
  if (!done) throw notFound();
  if (done.outcome === "over") return formProblem({ errors: { moment: t("ask.over") }, values: form.values });
  if (done.outcome === "too_large") return formProblem({ errors: { people: t("ask.tooLarge") }, values: form.values });
  if (done.outcome === "too_many") return formProblem({ errors: { form: t("ask.tooMany") }, values: form.values });
  return redirectWithFlash(`/kijkjes/verzoek/${done.request}`, { text: t(done.outcome === "again" ? "ask.again" : "ask.asked") });
}

export default function AskVisit() {
  const t = useT("visits");
  const { visit, times, asked } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const when = useMoment();
  const title = useVisitTitle();
  const values = problem?.values ?? {};
  const choices = [
    ...times.map(({ id, startsAt, endsAt, placesLeft }) => ({ value: id, label: when(startsAt, endsAt), hint: placesLeft > 0 ? t("card.places", { count: placesLeft }) : t("ask.full") })),
    ...(visit.byAppointment ? [{ value: "", label: t("list.appointment") }] : []),
  ];
  return (
    <Page title={t("ask.title")} intro={t("ask.intro")} back={{ to: `/kijkjes/${visit.id}`, words: title(visit) }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices legend={t("ask.moment")} name="moment" error={problem?.errors.moment} chosen={typed(values.moment) ?? asked ?? choices[0]!.value} choices={choices} />
        <TextField label={t("ask.people")} type="number" inputMode="numeric" min={1} max={6} name="people" error={problem?.errors.people} defaultValue={typed(values.people) ?? "1"} className="max-w-32" />
        <TextArea label={t("ask.line")} hint={t(times.length > 0 ? "ask.lineHint" : "ask.lineAppointment")} name="line" rows={3} maxLength={500} error={problem?.errors.line} defaultValue={typed(values.line)} />
        <Button wide>{t("ask.send")}</Button>
      </Form>
    </Page>
  );
}
