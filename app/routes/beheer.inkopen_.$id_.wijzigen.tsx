import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { moderatedNeighbourhoods } from "../features/moderation/moderated-neighbourhoods.server.ts";
import { ConceptFields } from "../features/purchases/desk/concept-fields.tsx";
import { conceptSchema } from "../features/purchases/desk/concept.schema.server.ts";
import { valuesOfConcept } from "../features/purchases/desk/concept-values.ts";
import { decidable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { saveConcept } from "../features/purchases/save-concept.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const found = await asViewer(moderator, async (tx) => ({ values: valuesOfConcept(await decidable(tx, moderator, id, "concept")), neighbourhoods: await moderatedNeighbourhoods(tx, moderator) }));
  return { ...wordsFor(moderator.locale, "purchaseDesk", "catalogue"), title: serverT(moderator.locale, "purchaseDesk")("concept.changeTitle"), id, ...found };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  await asViewer(moderator, (tx) => decidable(tx, moderator, id, "concept"));
  const t = serverT(moderator.locale, "purchaseDesk");
  const form = parseForm(conceptSchema(t, moderator.moderates), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  if (!(await asViewer(moderator, (tx) => saveConcept(tx, moderator, id, form.value)))) throw notFound();
  throw await redirectWithFlash(`/beheer/inkopen/${id}`, { text: t("concept.saved") });
}

export default function ChangeConcept() {
  const t = useT("purchaseDesk");
  const { title, id, values, neighbourhoods } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("concept.newIntro")} back={{ to: `/beheer/inkopen/${id}`, words: t("signUp.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-8">
        <ConceptFields neighbourhoods={neighbourhoods} values={problem?.values ?? values} errors={problem?.errors} />
        <Button wide>{t("concept.save")}</Button>
      </Form>
      <Section title={t("concept.drop")}>
        <p className="measure">{t("concept.dropText")}</p>
        <Form method="post" action={`/beheer/inkopen/${id}/weggooien`}>
          <Button look="danger">{t("concept.dropSure")}</Button>
        </Form>
      </Section>
    </Page>
  );
}
