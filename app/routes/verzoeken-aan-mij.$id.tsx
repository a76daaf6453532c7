import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { jointAnswers } from "../../db/schema/joint.ts";
import { today } from "../features/roles/role-days.ts";
import { requirePropertyManager } from "../features/session/guards.server.ts";
import { Answers } from "../features/together/answers.tsx";
import { requestsToMe } from "../features/together/requests-to-me.server.ts";
import { sendAnswer } from "../features/together/send-answer.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextArea, TextField } from "../ui/fields.tsx";
import { Card, Facts, Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const manager = await requirePropertyManager(args);
  const [request] = await requestsToMe(manager, idIn(args.params));
  if (!request) throw notFound();
  return {
    ...wordsFor(manager.locale, "together", "catalogue"),
    title: request.kind ? serverT(manager.locale, "catalogue")(`kinds.${request.kind}`) : serverT(manager.locale, "together")("list.gone"),
    today: today(),
    request,
  };
}

export async function action(args: ActionFunctionArgs) {
  const manager = await requirePropertyManager(args);
  return sendAnswer(manager, idIn(args.params), args.request);
}

export default function RequestToMe() {
  const t = useT("together");
  const day = useDay();
  const { title, request, today: first } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const errors: Record<string, string> = problem?.errors ?? {};
  const value = (name: string) => typed(problem?.values[name]);
  return (
    <Page title={title} intro={t("toMe.detailIntro", { organisation: request.organisation })} back={{ to: "/verzoeken-aan-mij", words: t("toMe.title") }}>
      <ErrorSummary errors={problem?.errors} />
      <Card>
        <p className="measure break-words whitespace-pre-line">{request.text}</p>
      </Card>
      <Facts
        facts={[
          ...(request.address ? [{ name: t("toMe.building"), value: t("toMe.buildingOf", { address: request.address }) }] : []),
          { name: t("toMe.households"), value: request.households ?? t("toMe.few") },
          { name: t("toMe.names"), value: <span className="break-words">{request.names.length > 0 ? request.names.join(", ") : t("toMe.nameless")}</span> },
          { name: t("toMe.sentOn"), value: day(request.sentAt) },
        ]}
      />
      <Answers answers={request.answers} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <Choices
          name="answer"
          legend={t(request.answers.length > 0 ? "toMe.changeLegend" : "toMe.legend")}
          error={errors.answer}
          chosen={value("answer")}
          choices={jointAnswers.map((answer) => ({ value: answer, label: t(`toMe.choices.${answer}`), hint: t(`toMe.hints.${answer}`) }))}
        />
        <TextField name="byDay" type="date" label={t("toMe.day")} hint={t("toMe.dayHint")} error={errors.byDay} min={first} defaultValue={value("byDay")} className="max-w-60" />
        <TextArea name="text" label={t("toMe.text")} hint={t("toMe.textHint")} error={errors.text} maxLength={1000} defaultValue={value("text")} />
        <p className="measure text-ink-soft">{t("toMe.who")}</p>
        <Button wide>{t("toMe.action")}</Button>
      </Form>
    </Page>
  );
}
