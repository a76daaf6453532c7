import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { askQuestion } from "../features/questions/ask-question.server.ts";
import { askingStep } from "../features/questions/asking-step.server.ts";
import { newQuestion } from "../features/questions/question.schema.server.ts";
import { QuestionFields } from "../features/questions/question-fields.tsx";
import { askPath, SimilarStep } from "../features/questions/similar-step.tsx";
import { TitleStep } from "../features/questions/title-step.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { AudienceFields, chosenAudience, ShareButton } from "../features/sharing/audience-fields.tsx";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { sharedWords } from "../features/sharing/shared-words.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ErrorSummary, StepsLine } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.heading} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const step = await asViewer(resident, (tx) => askingStep(tx, resident, new URL(args.request.url).searchParams));
  const t = serverT(resident.locale, "questions");
  const heading = t(step.name === "rest" ? "ask.restTitle" : step.name === "similar" ? "ask.similarTitle" : "ask.title");
  const place = { streetName: resident.streetName, neighbourhoodName: resident.neighbourhoodName };
  return { ...wordsFor(resident.locale, "questions", "measures", "catalogue"), heading, step, newId: randomUUID(), place, shownName: resident.displayName };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(newQuestion(serverT(resident.locale, "questions")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const made = await asViewer(resident, (tx) => askQuestion(tx, resident, form.value)).catch(refusedPage(resident, "audience", form.values));
  if (typeof made !== "string") return formProblem(made);
  return redirectWithFlash(`/vragen/${made}?bewaard`, { text: sharedWords(resident, form.value.audience) });
}

export default function NewQuestion() {
  const t = useT("questions");
  const { heading, step } = useLoaderData<typeof loader>();
  if (step.name === "title") {
    return (
      <Page title={heading} intro={t("ask.intro")} back={{ to: "/vragen", words: t("page.back") }}>
        <StepsLine step={1} of={3} />
        <ErrorSummary errors={step.error ? { titel: step.error } : undefined} />
        <TitleStep title={step.title} kind={step.kind} error={step.error ?? undefined} />
      </Page>
    );
  }
  return step.name === "similar" ? <SimilarStep heading={heading} title={step.title} kind={step.kind} similar={step.similar} /> : <Rest />;
}

function Rest() {
  const t = useT("questions");
  const person = usePersonName();
  const { heading, step, newId, place, shownName } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  if (step.name !== "rest") return null;
  return (
    <Page title={heading} intro={t("ask.restIntro")} back={{ to: askPath(step), words: t("ask.title") }}>
      <StepsLine step={3} of={3} />
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="group flex flex-col gap-6">
        <input type="hidden" name="id" value={newId} />
        <QuestionFields values={problem?.values ?? { title: step.title, ...(step.kind ? { measureKind: step.kind } : {}) }} errors={problem?.errors ?? {}} about={step.about} />
        <AudienceFields offered={step.offered} chosen={chosenAudience(problem?.values.audience, "household")} error={problem?.errors.audience} place={place} />
        <p className="text-ink-soft">{t("ask.asName", { name: person({ shownName, streetName: place.streetName }, true) })}</p>
        <ShareButton offered={step.offered} />
      </Form>
    </Page>
  );
}
