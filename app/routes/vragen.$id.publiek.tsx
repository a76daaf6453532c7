import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { AudienceFields, chosenAudience, ShareButton } from "../features/sharing/audience-fields.tsx";
import { audienceQuestion } from "../features/sharing/audience-question.server.ts";
import { ItemHeader } from "../features/sharing/item-header.tsx";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { sharedWords } from "../features/sharing/shared-words.server.ts";
import { changeQuestionAudience } from "../features/questions/change-question-audience.server.ts";
import { ownQuestion } from "../features/questions/find-question.server.ts";
import { questionAudience } from "../features/questions/question.schema.server.ts";
import { QuestionView } from "../features/questions/question-view.tsx";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { question, offered } = await asViewer(resident, async (tx) => ({
    question: await ownQuestion(tx, resident, args.params.id),
    offered: await audienceQuestion(tx, resident, "share_question"),
  }));
  return {
    ...wordsFor(resident.locale, "measures", "questions", "catalogue"),
    title: serverT(resident.locale, "measures")("audience.title"),
    place: { streetName: resident.streetName, neighbourhoodName: resident.neighbourhoodName },
    question,
    offered,
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(questionAudience(serverT(resident.locale, "questions")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const problem = await asViewer(resident, async (tx) => {
    const { id } = await ownQuestion(tx, resident, args.params.id);
    await changeQuestionAudience(tx, resident, id, form.value.audience);
    return null;
  }).catch(refusedPage(resident, "audience", form.values));
  if (problem) return formProblem(problem);
  return redirectWithFlash(`/vragen/${args.params.id}`, { text: sharedWords(resident, form.value.audience) });
}

export default function QuestionAudience() {
  const t = useT("measures");
  const words = useT("questions");
  const person = usePersonName();
  const { question, offered, place } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const line = words("page.of", { name: person({ ...question, own: false }, true) });
  return (
    <Page title={t("audience.title")} intro={t("audience.intro")} back={{ to: `/vragen/${question.id}`, words: question.title }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="group flex flex-col gap-6">
        <AudienceFields
          offered={offered}
          chosen={chosenAudience(problem?.values.audience, question.audience)}
          error={problem?.errors.audience}
          place={place}
          preview={
            <>
              <ItemHeader type="question" kind={question.measureKind} title={question.title} line={line} />
              <QuestionView question={question} />
            </>
          }
        />
        <ShareButton offered={offered} />
      </Form>
    </Page>
  );
}
