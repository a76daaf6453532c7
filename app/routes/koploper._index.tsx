import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { KoploperFields } from "../features/koplopers/koploper-fields.tsx";
import { koploperSchema } from "../features/koplopers/koploper.schema.server.ts";
import { ownKoploper, saveKoploper } from "../features/koplopers/save-koploper.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { AudienceFields, chosenAudience } from "../features/sharing/audience-fields.tsx";
import { audienceQuestion } from "../features/sharing/audience-question.server.ts";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { measuresToSee } from "../features/visits/find-visit.server.ts";
import { hiddenHomeProblems } from "../features/visits/hidden-home.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { mine, offered, measures } = await asViewer(resident, async (tx) => ({
    mine: await ownKoploper(tx, resident),
    offered: (await audienceQuestion(tx, resident, "koploper")).filter(({ audience }) => audience !== "household"),
    measures: await measuresToSee(tx, resident),
  }));
  return {
    ...wordsFor(resident.locale, "koplopers", "visits", "measures", "catalogue"),
    title: serverT(resident.locale, "koplopers")(mine ? "form.changeTitle" : "form.title"),
    mine,
    offered,
    shown: measures.some((measure) => measure.shown),
    place: { streetName: resident.streetName, neighbourhoodName: resident.neighbourhoodName },
    values: mine ? { kinds: mine.kinds, line: mine.line ?? "", place: mine.showsHome ? "home" : "street_only" } : { kinds: measures.map(({ kind }) => kind), line: "", place: "street_only" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "koplopers");
  const form = parseForm(koploperSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { place, line } = form.value;
  const named = place === "street_only" ? await asViewer(resident, (tx) => hiddenHomeProblems(tx, resident, { line })) : null;
  if (named) return formProblem({ errors: named, values: form.values });
  const made = await asViewer(resident, (tx) => saveKoploper(tx, resident, form.value)).catch(refusedPage(resident, "audience", form.values));
  if (typeof made !== "string") return formProblem(made);
  return redirectWithFlash("/koplopers", { text: t("form.saved") });
}

export default function BecomeKoploper() {
  const t = useT("koplopers");
  const measures = useT("measures");
  const { title, mine, offered, shown, place, values } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("form.intro")} back={{ to: "/koplopers", words: t("list.back") }}>
      <ErrorSummary errors={problem?.errors} />
      {mine?.hiddenAt ? <Card tone="brick">{measures("detail.hidden")}</Card> : null}
      <Form method="post" className="group flex flex-col gap-6">
        <KoploperFields values={problem?.values ?? values} errors={problem?.errors ?? {}} streetName={place.streetName} shown={shown} />
        <AudienceFields offered={offered} chosen={chosenAudience(problem?.values.audience, mine && mine.audience !== "household" ? mine.audience : "neighbourhood")} error={problem?.errors.audience} place={place} />
        <p className="measure text-ink-soft">{t("form.how")}</p>
        <Button wide>{t(mine ? "form.saveChanges" : "form.save")}</Button>
      </Form>
      {mine ? (
        <Form method="post" action="/koploper/einde">
          <Button look="danger">{t("form.end")}</Button>
        </Form>
      ) : null}
    </Page>
  );
}
