import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { moderatedNeighbourhoods } from "../features/moderation/moderated-neighbourhoods.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { announceRoute } from "../features/visits/routes.server.ts";
import { routeSchema } from "../features/visits/visit.schema.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
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
  const moderator = await requireModerator(args);
  const neighbourhoods = await asViewer(moderator, (tx) => moderatedNeighbourhoods(tx, moderator));
  return { ...wordsFor(moderator.locale, "visits"), title: serverT(moderator.locale, "visits")("desk.new"), neighbourhoods };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const t = serverT(moderator.locale, "visits");
  const form = parseForm(routeSchema(t, moderator.moderates), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
  if (form.value.day < today) return formProblem({ errors: { day: t("desk.past") }, values: form.values });
  await asViewer(moderator, (tx) => announceRoute(tx, moderator, form.value));
  return redirectWithFlash("/beheer/kijkroutes", { text: t("desk.announced") });
}

export default function NewRoute() {
  const t = useT("visits");
  const { title, neighbourhoods } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const values = problem?.values ?? {};
  return (
    <Page title={title} intro={t("desk.newIntro")} back={{ to: "/beheer/kijkroutes", words: t("desk.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices legend={t("desk.neighbourhood")} name="neighbourhoodCode" error={problem?.errors.neighbourhoodCode} chosen={typed(values.neighbourhoodCode) ?? neighbourhoods[0]?.code} choices={neighbourhoods.map(({ code, name }) => ({ value: code, label: name }))} />
        <TextField label={t("desk.day")} type="date" name="day" error={problem?.errors.day} defaultValue={typed(values.day)} className="sm:max-w-60" />
        <TextField label={t("desk.name")} hint={t("desk.nameHint")} name="title" maxLength={120} error={problem?.errors.title} defaultValue={typed(values.title)} />
        <TextArea label={t("desk.note")} optional name="note" rows={3} maxLength={1000} error={problem?.errors.note} defaultValue={typed(values.note)} />
        <Button wide>{t("desk.announce")}</Button>
      </Form>
    </Page>
  );
}
